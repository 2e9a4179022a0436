// wiretale fields: the fields that display filters, -e and the outputs know.
#include <fnmatch.h>
#include <getopt.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/letters.h"
#include "base/text.h"
#include "commands/commands.h"
#include "filter/display/value.h"
#include "protocols/field_index.h"

namespace wiretale {
namespace {

constexpr int wrong_usage = 2, nothing_found = 1;
constexpr std::string_view help =
    "wiretale fields                  all fields: name, type, label\n"
    "wiretale fields ttl              those with a word in the name or the label\n"
    "wiretale fields 'tcp.flags.*'    those whose name has a form; * ? [] as in a shell\n"
    "wiretale fields tcp.flags.syn    one in full: its operators and its values by name\n"
    "\n"
    "usage: wiretale fields [PATTERN] [--json]\n"
    "\n"
    "  --json       one JSON document, schema wiretale/fields/1\n"
    "  -h, --help   this text\n"
    "\n"
    "Names and types are Wireshark's. Exit codes: 0 fine, 1 nothing found, 2 usage\n";

bool fits(const Field& field, const std::string& pattern) {
  if (pattern.empty()) return true;
  const std::string name = lower_case(field.name);
  if (pattern.find_first_of("*?[") != std::string::npos)
    return fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
  return name.find(pattern) != std::string::npos ||
         lower_case(field.label).find(pattern) != std::string::npos;
}

/// Each name once, though several protocols declare it.
std::vector<const Field*> find(const std::string& pattern) {
  std::vector<const Field*> found;
  for (const Field* field : all_fields())
    if (fits(*field, pattern) && (found.empty() || found.back()->name != field->name)) found.push_back(field);
  return found;
}

void write_line(Text& text, const Field& field) {
  text.put(Left{field.name, 40}, ' ', Left{display::words_for(field.value_type()), 32}, ' ', field.label,
           '\n');
}

void write_full(Text& text, const Field& field) {
  text.put(field.name, "\n  label      ", field.label, "\n  type       ",
           display::words_for(field.value_type()), "\n  operators  ",
           display::operators_for(field.value_type()), '\n');
  for (const Name& name : field.names)
    text.put(&name == field.names.data() ? "  values     " : "             ", name.value, "  ", name.text,
             '\n');
}

void write_json(Text& text, const std::vector<const Field*>& fields) {
  using Json = nlohmann::ordered_json;
  Json all = Json::array();
  for (const Field* field : fields) {
    Json one{{"name", field->name},
             {"label", field->label},
             {"type", display::words_for(field->value_type())},
             {"operators", display::operators_for(field->value_type())}};
    for (const Name& name : field->names)
      one["values"].push_back({{"value", name.value}, {"name", name.text}});
    all.push_back(std::move(one));
  }
  const Json document{{"schema", "wiretale/fields/1"}, {"fields", std::move(all)}};
  text.put(document.dump(1, ' ', false, Json::error_handler_t::replace), '\n');
}

int list(std::string_view pattern, bool json) {
  const auto exact = find_fields(pattern);
  const std::vector<const Field*> fields =
      exact.empty() ? find(lower_case(pattern)) : std::vector<const Field*>{exact[0]};
  if (fields.empty()) {
    const std::string_view near = nearest_field_name(pattern);
    std::fputs(text_of("no field fits ", pattern, '\n').c_str(), stderr);
    if (!near.empty()) std::fputs(text_of("did you mean ", near, "?\n").c_str(), stderr);
    return nothing_found;
  }
  Text text;
  if (json)
    write_json(text, fields);
  else if (fields.size() == 1)
    write_full(text, *fields[0]);
  else
    for (const Field* field : fields) write_line(text, *field);
  std::fwrite(text.view().data(), 1, text.size(), stdout);
  return std::fflush(stdout) == 0 ? 0 : nothing_found;
}

}  // namespace

int run_fields(int argc, char** argv) {
  static const option options[] = {
      {"json", no_argument, nullptr, 'j'}, {"help", no_argument, nullptr, 'h'}, {nullptr, 0, nullptr, 0}};
  bool json = false;
  for (int c; (c = getopt_long(argc, argv, "h", options, nullptr)) != -1;) {
    if (c == 'h') {
      std::fwrite(help.data(), 1, help.size(), stdout);
      return 0;
    }
    if (c != 'j') return wrong_usage;
    json = true;
  }
  if (argc - optind > 1) {
    std::fputs("wiretale fields: one pattern at most\n  wiretale fields -h shows how\n", stderr);
    return wrong_usage;
  }
  return list(optind < argc ? argv[optind] : "", json);
}

}  // namespace wiretale
