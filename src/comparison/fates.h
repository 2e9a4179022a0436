// From numbers to sentences: what happened to a flow between the two points.
#pragma once
#include "comparison/comparison.h"

namespace wiretale {

/// A flow that both captures have.
void judge(ComparedFlow& flow, const Comparison& all);
/// A flow that only one capture has. `covered`: the other one was capturing when it began; `alone`: the
/// captures have nothing in common.
void judge_alone(ComparedFlow& flow, const SurveyedFlow& seen, bool covered, bool alone,
                 const Comparison& all);

}  // namespace wiretale
