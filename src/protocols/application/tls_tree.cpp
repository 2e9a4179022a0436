// The TLS field tree: records (RFC 8446 5, RFC 5246 6.2), alerts and the frames of handshake messages.
#include "protocols/application/tls_tree.h"

#include "protocols/application/tls_fields.h"

namespace wiretale::tls {
namespace {

constexpr unsigned change_cipher = 20, alert = 21, handshake = 22, application = 23, heartbeat = 24;
constexpr unsigned client_hello = 1, server_hello = 2;
constexpr size_t record_header = 5, message_header = 4;

/// "TLSv1.2"; Wireshark says "TLSv1" of TLS 1.0.
std::string version_name(unsigned version) {
  if ((version >> 8) == 0x7f || version == 0x0304) return "TLSv1.3";
  switch (version) {
    case 0x0300: return "SSLv3";
    case 0x0301: return "TLSv1";
    case 0x0302: return "TLSv1.1";
    case 0x0303: return "TLSv1.2";
    default: return "SSL";
  }
}

std::string_view application_name(const Session& session, const Dissection& about) {
  if (session.application == "h2") return "HyperText Transfer Protocol 2";
  if (session.application.starts_with("http/1.")) return "Hypertext Transfer Protocol";
  for (const unsigned port : {unsigned{about.source_port}, unsigned{about.destination_port}}) switch (port) {
      case 443: return "Hypertext Transfer Protocol";
      case 465: return "Simple Mail Transfer Protocol";
      case 636: return "Lightweight Directory Access Protocol";
      case 993: return "Internet Message Access Protocol";
      case 995: return "Post Office Protocol";
      case 853: return "Domain Name System";
      case 5061: return "Session Initiation Protocol";
      default: break;
    }
  return "Application Data";
}

/// Adds to the info column, with a comma behind what this layer has put there.
class Told {
 public:
  /// `behind`: whether a layer before this one has put something there.
  enum class Behind : bool { Nothing, Another };
  Told(FieldWriter& out, Behind behind) : out_(out), any_(behind == Behind::Another) {}
  template <class... Parts>
  void add(const Parts&... parts) {
    if (any_) out_.more_info(", ");
    any_ = true;
    out_.more_info(parts...);
  }

 private:
  FieldWriter& out_;
  bool any_;
};

struct RecordFacts {
  unsigned type = 0, version = 0;
  size_t length = 0, data = 0, end = 0;  ///< where its data begin and end in the layer
  std::string name;                      ///< of the version, as its line begins
};

void put_header(FieldWriter& out, const RecordFacts& record, bool opaque) {
  const size_t at = record.data - record_header;
  out.put(opaque ? field::record_opaque_type : field::record_content_type, at, 1);
  out.put(field::record_version, at + 1, 2);
  out.put(field::record_length, at + 3, 2);
}

std::string message_name(unsigned type) {
  const std::string_view name = find_name(field::handshake_type_labels, type);
  return name.empty() ? text_of("Unknown type ", type) : std::string(name);
}

/// Whether the record's messages cannot be read.
bool is_encrypted(Bytes layer, const RecordFacts& record, const Session& session, bool from_server) {
  if (session.encrypted[from_server ? 1 : 0]) return true;
  if (record.end - record.data < message_header) return true;
  const unsigned type = layer[record.data];
  return find_name(field::handshake_type_labels, type).empty() || type == 0;
}

void put_handshake_record(FieldWriter& out, Item& line, const RecordFacts& record, Session& session,
                          bool from_server, Told& told) {
  const Bytes layer = out.layer();
  if (is_encrypted(layer, record, session, from_server)) {
    line.more("Handshake Protocol: Encrypted Handshake Message");
    told.add("Encrypted Handshake Message");
    put_header(out, record, false);
    out.put(field::handshake, record.data, record.end - record.data)
        .label("Handshake Protocol: Encrypted Handshake Message");
    return;
  }
  put_header(out, record, false);
  size_t messages = 0;
  FieldCursor in(out, "TLS", record.data, record.end);
  std::string only;
  while (in.left() >= message_header) {
    const Bytes head = in.peek(message_header);
    const unsigned type = head[0];
    const size_t length = be24(&head[1]), end = in.at + message_header + length;
    const std::string name = message_name(type);
    const bool fragment = end > record.end;
    ++messages;
    only = fragment ? text_of(name, " (fragment)") : name;
    told.add(name);
    Item message = out.put(field::handshake, in.at, std::min(message_header + length, in.left()));
    message.label("Handshake Protocol: ", name, fragment ? " (fragment)" : "");
    const Deeper below(out);
    if (type == client_hello) session.server_port = out.about.destination_port;
    if (type == server_hello) session.server_port = out.about.source_port;
    in.put(field::handshake_type, 1);
    in.put(field::handshake_length, 3);
    if (fragment) {
      in.at = record.end;
      break;
    }
    put_handshake_body(in, type, end, session);
    in.at = end;
  }
  line.more("Handshake Protocol: ", messages > 1 ? "Multiple Handshake Messages" : std::string_view(only));
}

void put_alert_record(FieldWriter& out, Item& line, const RecordFacts& record, Told& told) {
  const Bytes layer = out.layer();
  if (record.length != 2 || record.end - record.data != 2) {
    line.more("Encrypted Alert");
    told.add("Encrypted Alert");
    put_header(out, record, false);
    out.put(field::alert_message, record.data, record.end - record.data)
        .label("Alert Message: Encrypted Alert");
    return;
  }
  const std::string_view level = name_or(field::alert_message_level_labels, layer[record.data], "Unknown");
  const std::string_view description =
      name_or(field::alert_message_desc_labels, layer[record.data + 1], "Unknown");
  line.more("Alert (Level: ", level, ", Description: ", description, ')');
  told.add("Alert (Level: ", level, ", Description: ", description, ')');
  put_header(out, record, false);
  out.put(field::alert_message, record.data, 2);
  const Deeper below(out);
  out.put(field::alert_message_level, record.data, 1);
  out.put(field::alert_message_desc, record.data + 1, 1);
}

void put_record(FieldWriter& out, const RecordFacts& record, Session& session, bool from_server, Told& told) {
  Item line = out.put(field::record, record.data - record_header, record.end - record.data + record_header);
  line.label(record.name, " Record Layer: ");
  const Deeper below(out);
  switch (record.type) {
    case change_cipher:
      line.more("Change Cipher Spec Protocol: Change Cipher Spec");
      told.add("Change Cipher Spec");
      put_header(out, record, false);
      out.put(field::change_cipher_spec, record.data, record.end - record.data);
      if (!session.is_tls_1_3()) session.encrypted[from_server ? 1 : 0] = true;
      return;
    case alert: return put_alert_record(out, line, record, told);
    case handshake: return put_handshake_record(out, line, record, session, from_server, told);
    case application: {
      const std::string_view name = application_name(session, out.about);
      line.more("Application Data Protocol: ", name);
      told.add("Application Data");
      put_header(out, record, session.is_tls_1_3());
      out.put(field::app_data, record.data, record.end - record.data);
      out.put_text(field::app_data_proto, record.data, record.end - record.data, name).generated();
      return;
    }
    default:
      line.more("Heartbeat");
      told.add("Heartbeat");
      put_header(out, record, false);
  }
}

}  // namespace

MessageLength record_length(Bytes stream, Dissection&) {
  if (stream[0] < change_cipher || stream[0] > heartbeat) return {};
  if (stream.size() > 1 && stream[1] != 3 && stream[1] != 0x7f) return {};
  if (stream.size() < record_header) return MessageLength::more();
  return MessageLength::known(record_header + be16(&stream[3]));
}

void dissect_records(Bytes layer, FieldWriter& out) {
  Session& session = out.about.kept.get<Sessions>().of(out.about);
  out.root().length(layer.size());
  // Records may lie in a reassembled message and behind it in the same segment.
  const bool again = out.wants_columns() && (out.about.columns->protocol.view().starts_with("TLS") ||
                                             out.about.columns->protocol.view().starts_with("SSL"));
  out.protocol_column(version_name(session.version != 0 ? session.version
                                   : layer.size() > 2   ? be16(&layer[1])
                                                        : 0));
  if (!again) out.info("");
  Told told(out, again ? Told::Behind::Another : Told::Behind::Nothing);
  const bool cut = out.about.packet.bytes.size() < out.about.packet.wire_length;
  for (size_t at = 0; at < layer.size();) {
    const size_t left = layer.size() - at;
    if (layer[at] < change_cipher || layer[at] > heartbeat || (left > 1 && layer[at + 1] != 3)) {
      told.add("Continuation Data");
      return;
    }
    if (left < record_header) {
      if (cut) throw LayerTooShort{"TLS"};
      return;
    }
    RecordFacts record{.type = layer[at], .version = be16(&layer[at + 1]), .length = be16(&layer[at + 3])};
    record.data = at + record_header;
    record.end = record.data + std::min(record.length, left - record_header);
    record.name = version_name(session.version != 0 ? session.version : record.version);
    const bool from_server = session.server_port != 0 && out.about.source_port == session.server_port;
    put_record(out, record, session, from_server, told);
    if (record.end - record.data < record.length && cut) throw LayerTooShort{"TLS"};
    out.protocol_column(version_name(session.version != 0 ? session.version : record.version));
    at = record.end;
  }
}

}  // namespace wiretale::tls
