// AMQP 0-9-1: frames of methods, content headers and bodies.
#include <array>
#include <unordered_map>

#include "packet/field_cursor.h"
#include "protocols/application/amqp/methods.h"
#include "protocols/application/http_content.h"
#include "protocols/catalog.h"

namespace wiretale::amqp {
namespace {

constexpr Claim found_on[] = {{On::TcpPort, 5672, Scope::Tree}};
constexpr size_t frame_header = 7, protocol_header = 8;
constexpr unsigned deepest = 8;
constexpr Field connection_error{"amqp.connection.error", "Connection error", varies, Type::None};

enum FrameType : uint8_t { method = 1, content_header = 2, content_body = 3, heartbeat = 8 };

/// What is known of a channel in one direction.
struct Channel {
  std::string content_type;
  uint64_t published = 0;
};
class Channels final : public KeptState {
 public:
  Channel& of(const Dissection& about, uint16_t channel) {
    constexpr size_t most = 1 << 16;
    if (channels_.size() >= most) channels_.clear();
    const uint64_t stream = about.segment != nullptr ? about.segment->stream.index : UINT32_MAX;
    return channels_[stream << 32 | uint64_t{channel} << 16 | about.source_port];
  }

 private:
  std::unordered_map<uint64_t, Channel> channels_;
};

std::string_view text_of_bytes(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void put_table(FieldCursor& in, size_t end, unsigned depth);

/// A value of a table with its type in front (AMQP 0-9-1 4.2.5.5, with RabbitMQ's corrections).
void put_value(FieldCursor& in, Item& line, size_t begin, unsigned depth) {
  const auto type = static_cast<char>(in.take(1));
  const auto whole = [&](std::string_view words, size_t size) {
    const uint64_t value = in.take(size);
    const unsigned unused = static_cast<unsigned>(64 - 8 * size);
    line.more(" (", words, "): ", static_cast<int64_t>(value << unused) >> unused);
  };
  switch (type) {
    case 't': line.more(" (boolean): ", in.take(1) != 0 ? "true" : "false"); break;
    case 'b': whole("short-short-int", 1); break;
    case 'B': line.more(" (short-short-uint): ", in.take(1)); break;
    case 's': whole("short-int", 2); break;
    case 'u': line.more(" (short-uint): ", in.take(2)); break;
    case 'I': whole("long-int", 4); break;
    case 'i': line.more(" (long-uint): ", in.take(4)); break;
    case 'l': whole("long-long-int", 8); break;
    case 'T': line.more(" (timestamp): ", in.take(8)); break;
    case 'V': line.more(" (void): "); break;
    case 'S': {
      const uint64_t size = in.take(4);
      line.more(" (string): ", text_of_bytes(in.take_bytes(static_cast<size_t>(size))));
      break;
    }
    case 'F':
    case 'A': {
      line.more(type == 'F' ? " (field table): " : " (array): ");
      const uint64_t size = in.take(4);
      const size_t end = in.at + std::min<size_t>(static_cast<size_t>(size), in.left());
      if (type == 'F' && depth < deepest) {
        const Deeper below(in.out);
        put_table(in, end, depth + 1);
      }
      in.at = end;
      break;
    }
    default: line.more(" (unknown)"); in.at = in.end;
  }
  line.length(in.at - begin);
}

void put_table(FieldCursor& in, size_t end, unsigned depth) {
  while (in.at < end) {
    const size_t begin = in.at;
    const uint64_t size = in.take(1);
    const std::string_view name = text_of_bytes(in.take_bytes(static_cast<size_t>(size)));
    Item line = in.out.put(field::field, begin, in.at - begin);
    line.label(name);
    put_value(in, line, begin, depth);
  }
}

/// The arguments of a method; those of one bit share bytes with their neighbours.
class Arguments {
 public:
  explicit Arguments(FieldCursor& in) : in_(in) {}

  void put(const Argument& argument) {
    if (argument.kind == Kind::Bit) return put_bit(*argument.field);
    bit_ = 8;
    switch (argument.kind) {
      case Kind::Octet: in_.put(*argument.field, 1); return;
      case Kind::Short: in_.put(*argument.field, 2); return;
      case Kind::Long: in_.put(*argument.field, 4); return;
      case Kind::LongLong: in_.put(*argument.field, 8); return;
      case Kind::ShortString: return put_short_string(argument);
      case Kind::LongString: {
        const auto size = static_cast<size_t>(in_.take(4));
        in_.put(*argument.field, size);
        return;
      }
      default: {
        const auto size = static_cast<size_t>(in_.take(4));
        const size_t end = in_.at + std::min(size, in_.left());
        in_.out.put(*argument.field, in_.at - 4, end - in_.at + 4);
        const Deeper below(in_.out);
        put_table(in_, end, 0);
      }
    }
  }

 private:
  void put_bit(const Field& field) {
    if (bit_ == 8) {
      (void)in_.take(1);
      bit_ = 0;
    }
    const uint8_t byte = in_.out.layer()[in_.at - 1];
    Item line = in_.out.put(field, in_.at - 1, 1, byte >> bit_ & 1u);
    if (line.has_label()) {
      char pattern[] = ".... ....";
      const unsigned place = 7 - bit_;
      pattern[place + (place >= 4 ? 1 : 0)] = (byte >> bit_ & 1) != 0 ? '1' : '0';
      line.label(std::string_view(pattern, 9), " = ", field.label, ": ",
                 (byte >> bit_ & 1) != 0 ? "True" : "False");
    }
    ++bit_;
  }

  void put_short_string(const Argument& argument) {
    const auto size = static_cast<size_t>(in_.take(1));
    const std::string_view text = text_of_bytes(in_.peek(size));
    in_.put(*argument.field, size);
    if (!argument.told.empty()) in_.out.more_info(argument.told, text, ' ');
  }

  FieldCursor& in_;
  unsigned bit_ = 8;
};

void put_method(FieldCursor& in, uint16_t channel) {
  FieldWriter& out = in.out;
  const auto class_id = static_cast<uint16_t>(in.number(2));
  in.put(field::method_class, 2);
  const auto method_id = static_cast<uint16_t>(in.number(2));
  const Method* found = nullptr;
  for (const Method& each : methods)
    if (each.class_id == class_id && each.method_id == method_id) found = &each;
  Item line = in.put(field::method_method, 2);
  if (found == nullptr) {
    line.label("Method: Unknown (", method_id, ')');
    out.more_info("Unknown.Unknown ");
    return;
  }
  line.label("Method: ", found->name, " (", method_id, ')');
  out.more_info(found->class_name, '.', found->name, ' ');
  out.put(field::method_arguments, in.at, in.left());
  const Deeper below(out);
  constexpr uint16_t basic = 60, publish = 40, close_channel = 20, close_connection = 10;
  if (class_id == basic && method_id == publish)
    out.put(field::method_arguments_publish_number, in.at, 0,
            ++out.about.kept.get<Channels>().of(out.about, channel).published)
        .generated();
  Arguments arguments(in);
  for (const Argument& argument : found->arguments) {
    if (argument.field == nullptr) break;
    arguments.put(argument);
    if (argument.field != &field::method_arguments_reply_code) continue;
    if (class_id == close_channel)
      out.expert(field::channel_error, ExpertSeverity::Warning, ExpertGroup::Response, "Channel error");
    if (class_id == close_connection)
      out.expert(connection_error, ExpertSeverity::Warning, ExpertGroup::Response, "Connection error");
  }
}

/// AMQP 0-9-1 1.8: the properties of content, in the order of their flags.
void put_properties(FieldCursor& in, unsigned flags, Channel& channel) {
  using namespace field;
  static constexpr Argument properties[] = {{&method_properties_content_type, Kind::ShortString},
                                            {&method_properties_content_encoding, Kind::ShortString},
                                            {&method_properties_headers, Kind::Table},
                                            {&method_properties_delivery_mode, Kind::Octet},
                                            {&method_properties_priority, Kind::Octet},
                                            {&method_properties_correlation_id, Kind::ShortString},
                                            {&method_properties_reply_to, Kind::ShortString},
                                            {&method_properties_expiration, Kind::ShortString},
                                            {&method_properties_message_id, Kind::ShortString},
                                            {&method_properties_timestamp, Kind::LongLong},
                                            {&method_properties_type, Kind::ShortString},
                                            {&method_properties_user_id, Kind::ShortString},
                                            {&method_properties_app_id, Kind::ShortString},
                                            {&method_properties_cluster_id, Kind::ShortString}};
  Arguments values(in);
  unsigned bit = 15;
  for (const Argument& property : properties) {
    if ((flags >> bit-- & 1) == 0) continue;
    if (property.field == &method_properties_content_type) {
      const size_t size = in.number(1);
      channel.content_type = text_of_bytes(in.peek(size + 1)).substr(1);
      in.out.more_info("type=", channel.content_type, ' ');
    }
    if (property.field == &method_properties_timestamp) {
      const uint64_t seconds = in.number(8);
      in.put(*property.field, 8, seconds * 1'000'000'000u);
      continue;
    }
    values.put(property);
  }
}

void put_content_header(FieldCursor& in, Channel& channel) {
  FieldWriter& out = in.out;
  out.more_info("Content-Header ");
  channel.content_type.clear();
  in.put(field::header_class, 2);
  in.put(field::header_weight, 2);
  in.put(field::header_body_size, 8);
  const auto flags = static_cast<unsigned>(in.number(2));
  in.put(field::header_property_flags, 2);
  out.put(field::header_properties, in.at, in.left());
  const Deeper below(out);
  put_properties(in, flags, channel);
}

void put_protocol_header(FieldCursor& in) {
  const Bytes head = in.peek(protocol_header);
  in.out.more_info("Protocol-Header ", head[4], '-', head[5], '-', head[6], ' ');
  in.put(field::init_protocol, 4);
  in.put(field::init_id_major, 1);
  in.put(field::init_id_minor, 1);
  in.put(field::init_version_major, 1);
  in.put(field::init_version_minor, 1);
}

bool begins_connection(Bytes stream) {
  return stream.size() >= 4 && text_of_bytes(stream.first(4)) == "AMQP";
}

void dissect(Bytes layer, FieldWriter& out) {
  out.root().length(layer.size());
  if (out.about.columns != nullptr && !out.about.columns->protocol.view().starts_with("AMQP")) {
    out.protocol_column("AMQP");
    out.info("");
  }
  FieldCursor in(out, "AMQP");
  if (begins_connection(layer)) return put_protocol_header(in);
  const auto type = static_cast<uint8_t>(in.number(1));
  in.put(field::type, 1);
  const auto number = static_cast<uint16_t>(in.number(2));
  in.put(field::channel, 2);
  const auto length = static_cast<size_t>(in.number(4));
  in.put(field::length, 4);
  in.end = std::min(in.end, in.at + length);
  Channel& channel = out.about.kept.get<Channels>().of(out.about, number);
  switch (type) {
    case method: return put_method(in, number);
    case content_header: return put_content_header(in, channel);
    case content_body: {
      out.more_info("Content-Body ");
      const size_t at = in.at, size = in.left();
      if (size == 0) return;
      in.put(field::payload, size);
      const std::string_view content_type = std::string_view(channel.content_type);
      if (content_type.empty()) return;
      const Deeper within(out);  // the content stands among the frame's fields
      (void)http::put_content(out, at, size, layer.subspan(at, size),
                              content_type.substr(0, content_type.find(';')));
      return;
    }
    case heartbeat: out.more_info("Heartbeat "); return;
    default:
      if (in.left() > 0) in.put(field::payload, in.left());
  }
}

MessageLength frame(Bytes stream, Dissection& about) {
  if (stream[0] == 'A') {
    if (stream.size() < protocol_header) return MessageLength::more();
    // Only the header of 0-9 and 0-10 is a message; that of 0-9-1 is passed over, as Wireshark does.
    if (begins_connection(stream) && stream[4] != 0) return MessageLength::known(protocol_header);
    if (about.columns != nullptr) {
      about.columns->protocol.clear();
      about.columns->protocol.put("AMQP");
      about.columns->info.shorten(about.columns->info_kept);
      about.columns->info.put("AMQP (unknown version)");
    }
    return MessageLength::unshown();
  }
  if (stream.size() < frame_header) return MessageLength::more();
  constexpr size_t longest = 1 << 27;
  const size_t length = be32(&stream[3]);
  if (length > longest) return {};
  return MessageLength::known(frame_header + length + 1);
}

}  // namespace

extern constinit const Protocol protocol{.name = "amqp",
                                         .title = "Advanced Message Queuing Protocol",
                                         .fields = field::all,
                                         .found_on = found_on,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .frame = frame,
                                         .messages = Messages::Sized};

}  // namespace wiretale::amqp
