// Pages of the kinds of findings, from kinds.def and explanations.def.
#include "outputs/finding_page.h"

#include <algorithm>

#include "base/escapes.h"
#include "findings/checks.h"
#include "outputs/wrapped_text.h"

namespace wiretale {
namespace {

/// The checks of a kind, with words in capitals where a finding has its addresses and names.
std::vector<Check> checks_of_kind(Kind kind) {
  Finding blank{.kind = kind, .severity = info_of(kind).severity};
  blank.ends.has_client = blank.ends.has_server = false;
  return checks_of(blank, {}, {});
}

void put_section(std::string_view title, std::string_view words, Painter& paint) {
  paint.line();
  paint.put(title, Ink::Strong);
  paint.line();
  paint.spaces(2);
  paint.wrap(words, 2, 2);
}

void put_member(std::string_view key, std::string_view words, Text& out) {
  out.put(",\"", key, "\":");
  append_json_string(out, words);
}

}  // namespace

void write_finding_page(Kind kind, const TextStyle& style, Text& out) {
  const KindInfo& info = info_of(kind);
  Painter paint(out, style);
  paint.put(info.name, Ink::Strong);
  out.put(" (", word_of(info.severity), "): ", info.title, '\n');
  put_section("What it means", info.meaning, paint);
  put_section("Evidence", info.evidence, paint);
  paint.line();
  paint.put("Likely causes", Ink::Strong);
  paint.line();
  for (std::string_view rest = info.causes; !rest.empty();) {
    const size_t end = std::min(rest.find("; "), rest.size());
    paint.put("  - ");
    paint.wrap(rest.substr(0, end), 4, 4);
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  paint.line();
  paint.put("Check next", Ink::Strong);
  paint.line();
  for (const Check& check : checks_of_kind(kind)) {
    paint.put("  - ");
    if (check.command.empty()) {
      paint.wrap(check.note, 4, 4);
      continue;
    }
    paint.put(check.command, Ink::Green);
    paint.line();
    if (check.note.empty()) continue;
    paint.spaces(4);
    paint.wrap(text_of('(', check.note, ')'), 4, 5, Ink::Faint);
  }
  put_section("Not to be confused with", info.confused_with, paint);
}

void write_finding_page_json(Kind kind, Text& out) {
  const KindInfo& info = info_of(kind);
  out.put("{\"schema\":\"wiretale/finding-kind/1\"");
  put_member("kind", info.name, out);
  put_member("severity", word_of(info.severity), out);
  put_member("family", family_of(kind), out);
  put_member("title", info.title, out);
  put_member("meaning", info.meaning, out);
  put_member("evidence", info.evidence, out);
  put_member("causes", info.causes, out);
  out.put(",\"checks\":[");
  bool first = true;
  for (const Check& check : checks_of_kind(kind)) {
    out.put(first ? "{\"command\":" : ",{\"command\":");
    append_json_string(out, check.command);
    put_member("note", check.note, out);
    out.put('}');
    first = false;
  }
  out.put(']');
  put_member("confused_with", info.confused_with, out);
  out.put("}\n");
}

void write_finding_list(const TextStyle& style, Text& out) {
  Painter paint(out, style);
  std::string_view family;
  for (size_t i = 0; i < all_kinds().size(); ++i) {
    const Kind kind = static_cast<Kind>(i);
    if (family_of(kind) != family) {
      if (i != 0) paint.line();
      family = family_of(kind);
      paint.put(family, Ink::Strong);
      paint.line();
    }
    const KindInfo& info = info_of(kind);
    out.put("  ", Left{info.name, 26}, Left{word_of(info.severity), 6}, info.title, '\n');
  }
}

}  // namespace wiretale
