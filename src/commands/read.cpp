// wiretale read: packets in tshark's language.
#include <getopt.h>

#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "commands/commands.h"
#include "decode/decode.h"
#include "decode/dispatch.h"
#include "fields/dissector.h"
#include "files/source.h"
#include "filter/display_filter.h"
#include "packet/value_text.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

constexpr int wrong_usage = 2;

void write_out(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

const Field* find_field(std::string_view name) {
  for (const Protocol* protocol : catalog())
    for (const Field* field : protocol->fields)
      if (field->name == name) return field;
  return nullptr;
}

void append_tree(Text& text, const FieldTree& tree) {
  for (const FieldValue& value : tree.values()) {
    if (value.hidden) continue;
    text.fill(size_t{value.level} * 4, ' ');
    append_tree_line(text, tree, value);
    text.append('\n');
  }
  text.append('\n');
}

}  // namespace

int run_read(int argc, char** argv) {
  std::string file;
  bool tree_wanted = false, header = false;
  std::optional<DisplayFilter> filter;
  FieldNeeds needs{.everything = true, .labels = true, .fields = {}};
  for (int c; (c = getopt(argc, argv, "r:Ve:nT:E:Y:R:2")) != -1;) {
    switch (c) {
      case 'r': file = optarg; break;
      case 'V': tree_wanted = true; break;
      case 'e':
        if (const Field* field = find_field(optarg); field != nullptr) needs.fields.push_back(field);
        break;
      case 'E': header = header || std::string_view{optarg} == "header=y"; break;
      case 'Y':
      case 'R': {
        auto compiled = compile_display_filter(optarg);
        if (!compiled) {
          std::fprintf(stderr, "wiretale: %s", compiled.error().text(optarg).c_str());
          return wrong_usage;
        }
        filter = std::move(*compiled);
        for (const std::string& note : filter->notes())
          std::fprintf(stderr, "wiretale: note: %s\n", note.c_str());
        break;
      }
      default: break;
    }
  }
  auto source = open_capture(file);
  if (!source) {
    std::fprintf(stderr, "error: %s\n%s\n", source.error().what.c_str(), source.error().next_step.c_str());
    return 2;
  }
  const std::vector<const Field*> columns = needs.fields;
  if (!tree_wanted) needs.everything = needs.labels = false;
  if (filter) needs.fields.insert(needs.fields.end(), filter->fields().begin(), filter->fields().end());
  if (header)
    for (const Field* field : columns) write_out(text_of(field->name, field == columns.back() ? '\n' : '\t'));
  Dissector dissector(needs, Dissector::WithColumns::Yes);
  const auto batch = std::make_unique<Batch>();
  Text text;
  while (const auto count = (*source)->read(*batch)) {
    if (*count == 0) break;
    for (Packet& packet : batch->packets()) {
      decode(packet, tree_dispatch());
      const FieldTree& tree = dissector.dissect(packet);
      if (filter && !filter->matches(tree, packet)) continue;
      dissector.displayed();
      text.clear();
      if (tree_wanted) append_tree(text, tree);
      for (const Field* field : columns) {
        bool first = true;
        for (const FieldValue& value : tree.values()) {
          if (value.field != field) continue;
          if (!first) text.append(',');
          append_value(text, value);
          first = false;
        }
        text.append(field == columns.back() ? '\n' : '\t');
      }
      write_out(text.view());
    }
  }
  return 0;
}

}  // namespace wiretale
