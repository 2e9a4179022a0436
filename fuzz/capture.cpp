// Any bytes as a capture file: its field trees and columns, its conversations, and its diagnosis.
#include "decode/decode.h"
#include "fields/dissector.h"
#include "files/source.h"
#include "findings/engine.h"
#include "outputs/diagnosis.h"
#include "packet/value_text.h"
#include "pipeline/pipeline.h"
#include "statistics/conversations.h"

using namespace wiretale;

namespace {

class Trees : public LayerConsumer {
 public:
  void see(std::span<const Packet> packets) override {
    for (const Packet& packet : packets) {
      const FieldTree& tree = dissector_.dissect(packet);
      dissector_.displayed();
      text_.clear();
      for (const FieldValue& value : tree.values()) {
        append_tree_line(text_, tree, value);
        append_value(text_, value);
      }
    }
  }

 private:
  Dissector dissector_{FieldNeeds{}, Dissector::WithColumns::Yes};
  Text text_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  auto source = open_memory({data, size}, "fuzz");
  if (!source) return 0;
  Trees trees;
  Conversations conversations;
  Diagnosis diagnosis;
  Pipeline pipeline({.most_flows = 1000});
  pipeline.add(trees);
  pipeline.add(conversations);
  pipeline.add(diagnosis);
  diagnosis.set_table(pipeline.flows());
  (void)pipeline.run(**source);
  pipeline.finish();
  write_text(conversations.report("bytes", 0), [](std::string_view) {});
  Text text;
  DiagnosisFrame frame;
  write_diagnosis_json(diagnosis.findings(), frame, text);
  text.clear();
  write_diagnosis_text(diagnosis.findings(), frame, {.drawing = Drawing::Utf8}, Detail::Everything, text);
  return 0;
}
