// The page of a kind of finding: what it means, its evidence, causes, what to check, what it is confused
// with.
#pragma once
#include "outputs/diagnosis.h"

namespace wiretale {

void write_finding_page(Kind kind, const TextStyle& style, Text& out);
/// The schema "wiretale/finding-kind/1".
void write_finding_page_json(Kind kind, Text& out);
/// Every kind with its severity and title, by family.
void write_finding_list(const TextStyle& style, Text& out);

}  // namespace wiretale
