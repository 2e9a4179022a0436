// Writing lines into the field tree.
#include "packet/tree.h"

#include <algorithm>

#include "packet/value_text.h"

namespace wiretale {
namespace {

constexpr Name severity_names_[] = {{0x100000, "Comment"},
                                    {0x200000, "Chat"},
                                    {0x400000, "Note"},
                                    {0x600000, "Warning"},
                                    {0x800000, "Error"}};
constexpr Name group_names_[] = {
    {0x01000000, "Checksum"},   {0x02000000, "Sequence"},   {0x03000000, "Response"},
    {0x04000000, "Request"},    {0x05000000, "Undecoded"},  {0x06000000, "Reassemble"},
    {0x07000000, "Malformed"},  {0x08000000, "Debug"},      {0x09000000, "Protocol"},
    {0x0a000000, "Security"},   {0x0b000000, "Comment"},    {0x0c000000, "Decryption"},
    {0x0d000000, "Assumption"}, {0x0e000000, "Deprecated"}, {0x0f000000, "Receive"},
    {0x10000000, "Interface"}};

constexpr Field expert_info{"_ws.expert", "Expert Info", varies, Type::Protocol};
constexpr Field expert_message{"_ws.expert.message", "Message", varies, Type::String};
constexpr Field expert_severity{"_ws.expert.severity", "Severity level", varies,
                                Type::Uint32,          Show::Decimal,    severity_names_};
constexpr Field expert_group{"_ws.expert.group", "Group", varies, Type::Uint32, Show::Decimal, group_names_};
constexpr const Field* expert_fields_[] = {&expert_info, &expert_message, &expert_severity, &expert_group};

constexpr size_t block_size = 16 * 1024;

}  // namespace

std::span<const Field* const> expert_fields() { return expert_fields_; }

Bytes FieldTree::keep(Bytes bytes) {
  if (bytes.empty()) return {};
  while (block_ < blocks_.size() && block_sizes_[block_] - content_used_ < bytes.size()) {
    ++block_;
    content_used_ = 0;
  }
  if (block_ == blocks_.size()) {
    block_sizes_.push_back(std::max(block_size, bytes.size()));
    blocks_.push_back(std::make_unique<uint8_t[]>(block_sizes_.back()));
    content_used_ = 0;
  }
  uint8_t* const to = blocks_[block_].get() + content_used_;
  std::memcpy(to, bytes.data(), bytes.size());
  content_used_ += bytes.size();
  return {to, bytes.size()};
}

size_t Item::begin_copy() {
  Text& text = tree_->text();
  const FieldValue& value = tree_->at(index_);
  const size_t start = text.size();
  if (value.label_size == 0) {
    append_line(text, value);
  } else if (value.label + value.label_size == start) {
    return value.label;  // already the last words
  } else {
    text.reserve(value.label_size);  // before the view, which growing would move
    text.append(text.view().substr(value.label, value.label_size));
  }
  return start;
}

Item FieldWriter::add(const Field& field, size_t at, size_t length, uint64_t number, Bytes bytes) {
  // Written where it lies: to copy what was just written in smaller parts makes the processor wait.
  static constexpr FieldValue blank{};
  const uint32_t index = tree_.add(blank);
  FieldValue& value = tree_.at(index);
  value.field = &field;
  value.number = number;
  value.bytes = bytes;
  value.offset = static_cast<uint32_t>(offset_ + at);
  value.length = static_cast<uint32_t>(length);
  value.protocol = protocol_;
  value.level = level_;
  value.occurrence = occurrence_;
  value.source = about.byte_source;
  value.quoted = about.quoted;
  return {tree_, index};
}

void FieldWriter::addresses(Bytes source, Bytes destination) {
  about.source = source;
  about.destination = destination;
  if (about.columns == nullptr) return;
  const auto show = [](Text& column, Bytes address) {
    if (address.size() == 4)
      replace(column, Ipv4Text{address.data()});
    else if (address.size() == 16)
      replace(column, Ipv6Text{address.data()});
    else
      replace(column, LinkAddressText{address});
  };
  show(about.columns->source, source);
  show(about.columns->destination, destination);
}

void FieldWriter::inside(ProtocolId first, size_t at, size_t length) {
  about.payload_done = true;
  if (about.nesting == nullptr || at > layer_.size() || first == ProtocolId::None) return;
  const size_t end = at + std::min(length, layer_.size() - at);
  about.nesting->dissect_inside(about, first, offset_ + at, offset_ + end, level_);
}

Item FieldWriter::begin(const Field& own_field, size_t header_length) {
  const size_t length = std::min(header_length, layer_.size());
  if (wants(own_field) || tree_.needs().labels) root_ = add(own_field, 0, length, 0, layer_.first(length));
  ++level_;
  return root_;
}

Item FieldWriter::put_in(size_t start, const Field& field) {
  if (!wants(field) || start > layer_.size()) return {};
  const size_t first = field.place.first_byte(), end = field.place.end_byte();
  if (end > layer_.size() - start) return {};
  const Bytes part = layer_.subspan(start);
  return add(field, start + first, end - first, field.place.width <= 64 ? field.read(part) : 0,
             part.subspan(first, end - first));
}

Item FieldWriter::put(const Field& field, size_t at, size_t length) {
  if (!wants(field) || at > layer_.size() || length > layer_.size() - at) return {};
  const Bytes bytes = layer_.subspan(at, length);
  uint64_t number = 0;
  if (length <= 8)
    for (const uint8_t byte : bytes) number = number << 8 | byte;
  return add(field, at, length, number, bytes);
}

Item FieldWriter::put(const Field& field, size_t at, size_t length, uint64_t number) {
  if (!wants(field) || at > layer_.size() || length > layer_.size() - at) return {};
  return add(field, at, length, number, layer_.subspan(at, length));
}

Item FieldWriter::put_text(const Field& field, size_t at, size_t length, Bytes text) {
  if (!wants(field) || at > layer_.size() || length > layer_.size() - at) return {};
  return add(field, at, length, 0, tree_.keep(text));
}

void FieldWriter::put_placed(std::span<const Field* const> fields, size_t header) {
  for (const Field* field : fields)
    if (field->place.width != 0 && field->place.end_byte() <= header) put(*field);
}

bool FieldWriter::wants_expert(const Field& field) const {
  return wants(field) || std::ranges::any_of(expert_fields_, [&](const Field* each) { return wants(*each); });
}

void FieldWriter::put_expert(const Field& field, ExpertSeverity severity, ExpertGroup group,
                             std::string_view message) {
  const uint64_t severity_number = static_cast<uint64_t>(severity),
                 group_number = static_cast<uint64_t>(group);
  const std::string_view severity_name = find_name(severity_names_, severity_number),
                         group_name = find_name(group_names_, group_number);
  // Expert information lies where the line lies that it is about; what it says lies nowhere.
  uint32_t about_offset = offset_;
  for (size_t i = tree_.values().size(); i-- > 0 && tree_.values()[i].level >= level_;)
    if (const FieldValue& value = tree_.values()[i]; value.level == level_) {
      about_offset = value.offset;
      break;
    }
  const size_t first = tree_.values().size();
  deeper();
  add(expert_info, 0, 0, 0, {})
      .label("Expert Info (", severity_name, '/', group_name, "): ", message)
      .generated();
  deeper();
  if (wants(field)) add(field, 0, 0, 0, {}).label(message).generated();
  if (wants(expert_message)) put_text(expert_message, 0, 0, message).generated().hidden();
  if (wants(expert_severity))
    add(expert_severity, 0, 0, severity_number, {}).label("Severity level: ", severity_name).generated();
  if (wants(expert_group)) add(expert_group, 0, 0, group_number, {}).label("Group: ", group_name).generated();
  shallower();
  shallower();
  for (size_t i = first; i < tree_.values().size(); ++i) {
    FieldValue& value = tree_.at(static_cast<uint32_t>(i));
    value.offset = value.field == &expert_info ? about_offset : 0;
    value.nowhere = true;
  }
}

}  // namespace wiretale
