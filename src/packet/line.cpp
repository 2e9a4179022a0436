// Line: names, nesting and line breaks.
#include "packet/line.h"

#include "packet/hex_dump.h"

namespace wiretale {

void Line::append(Named named) {
  const std::string_view name = find_name(named.names, named.value);
  if (!name.empty())
    append(name);
  else
    put(named.before, named.value, named.after);
}

void Line::append(NamedHex named) {
  const std::string_view name = find_name(named.names, named.value);
  if (!name.empty())
    append(name);
  else
    put(named.before, Hex{named.value, named.width}, named.after);
}

void Line::append(NamedBits named) {
  bool first = true;
  for (const Name& name : named.names) {
    if (name.value == 0 || (named.value & name.value) != name.value) continue;
    if (!first) append(named.between);
    first = false;
    append(name.text);
  }
  if (first) append(named.none);
}

void Line::new_line(unsigned tabs) {
  if (options.one_line) {
    append(' ');
    return;
  }
  append('\n');
  fill(tabs, '\t');
}

void Line::unknown_data(View in) {
  if (!options.quiet && options.dump_hex == 0) dump(in);
}

void Line::dump(View in) { append_hex_and_ascii(*this, in.all()); }

bool Line::print(ProtocolId id, View in) {
  const Protocol& found = *catalog_[static_cast<size_t>(id)];
  if (found.print == nullptr) return false;
  if (found.accepts != nullptr && !found.accepts(*this, in)) return false;
  if (depth_ >= max_depth) truncated();
  struct Nesting {
    int& depth;
    explicit Nesting(int& d) : depth(d) { ++depth; }
    ~Nesting() { --depth; }
  } nesting(depth_);
  found.print(*this, in);
  return true;
}

}  // namespace wiretale
