// LLC and SNAP headers in the field tree (IEEE 802.2, RFC 1042).
#include "protocols/link/llc_tree.h"

#include "protocols/link/ethertype_labels.h"

namespace wiretale::llc {
namespace {

constexpr uint8_t snap_sap = 0xaa;
constexpr uint8_t unnumbered_information = 0x03, poll_final_bit = 0x10;

constexpr Name command_words[] = {
    {0x00, "UI"},    {0x08, "UP"},   {0x10, "DISC"}, {0x18, "UA"},    {0x20, "SNRM"}, {0x38, "TEST"},
    {0x01, "SIM"},   {0x21, "FRMR"}, {0x31, "CFGR"}, {0x03, "SARM"},  {0x0b, "SABM"}, {0x13, "SARME"},
    {0x1b, "SABME"}, {0x23, "RSET"}, {0x2b, "XID"},  {0x33, "SNRME"}, {0x3b, "BCN"}};
constexpr Name response_words[] = {{0x10, "RD"}, {0x01, "RIM"}, {0x03, "DM"}};
constexpr std::string_view supervisory_words[] = {"RR", "RNR", "REJ", "SREJ"};

/// Names of organizations that SNAP headers carry.
constexpr Name organization_labels[] = {{0x000000, "Officially Xerox, but"},
                                        {0x00000c, "Cisco Systems, Inc"},
                                        {0x0000f8, "Digital Equipment Corporation"},
                                        {0x000081, "Bay Networks"},
                                        {0x0080c2, "IEEE"},
                                        {0x00e02b, "Extreme Networks, Inc."},
                                        {0x00005e, "ICANN, IANA Department"},
                                        {0x080007, "Apple, Inc."},
                                        {0x00e0fc, "Huawei Technologies Co.,Ltd"}};
constexpr uint32_t encapsulated_ethernet = 0x000000, cisco = 0x00000c, bridged = 0x0000f8, apple = 0x080007;

void put_sap(FieldWriter& out, const Field& whole, const Field& sap, const Field& bit, uint8_t number) {
  const std::string_view name = name_or(destination_names_, number, "Unknown");
  out.put(whole).label(whole.label, ": ", name, " (0x", Hex{number, 2}, ')');
  const Deeper below(out);
  // The names are of the number with its lowest bit cleared.
  out.put(sap).label(Binary{unsigned{number} >> 4, 4}, ' ', Binary{unsigned{number} >> 1 & 7, 3},
                     ". = SAP: ", name_or(destination_names_, number & 0xfeu, "Unknown"));
  out.put(bit);
}

/// The control field in words, such as "U P, func=UI"; its lines below.
struct Control {
  uint16_t number;
  bool unnumbered, response;

  void append_to(Text& text) const {
    const bool poll_or_final = (number & (unnumbered ? poll_final_bit : 0x100)) != 0;
    const std::string_view mark = !poll_or_final ? "" : response ? " F" : " P";
    if (unnumbered) {
      const unsigned function = number >> 2 & 0x3bu;
      std::string_view word = response ? find_name(response_words, function) : std::string_view{};
      if (word.empty()) word = name_or(command_words, function, "Unknown");
      text.put('U', mark, ", func=", word);
    } else if ((number & 1) != 0) {
      text.put('S', mark, ", func=", supervisory_words[number >> 2 & 3], ", N(R)=", number >> 9);
    } else {
      text.put('I', mark, ", N(R)=", number >> 9, ", N(S)=", number >> 1 & 0x7f);
    }
  }
};

void put_unnumbered(FieldWriter& out, const Control& own) {
  const unsigned function = own.number >> 2 & 0x3bu, high = own.number >> 5 & 7u, low = own.number >> 2 & 3u;
  if ((own.number & poll_final_bit) != 0)
    out.put(own.response ? final : poll, 2, 1, 1)
        .label("...1 .... = ", own.response ? "Final" : "Poll", ": Set");
  const Field& field = own.response ? command_response : unnumbered_command;
  out.put(field, 2, 1, function)
      .label(Binary{high, 3}, ". ", Binary{low, 2}, ".. = ", field.label, ": ",
             name_or(field.names, function, "Unknown"), " (0x", Hex{function, 2}, ')');
  out.put(unnumbered_frame_type);
}

void put_numbered(FieldWriter& out, const Control& own) {
  const unsigned number = own.number, receive = number >> 9, send = number >> 1 & 0x7f;
  const bool supervisory = (number & 1) != 0;
  out.put(receive_number, 2, 2, receive)
      .label(Binary{receive >> 3, 4}, ' ', Binary{receive & 7, 3}, ". .... .... = N(R): ", receive);
  if (!supervisory)
    out.put(send_number, 2, 2, send)
        .label(".... .... ", Binary{send >> 3, 4}, ' ', Binary{send & 7, 3}, ". = N(S): ", send);
  if ((number & 0x100) != 0)
    out.put(own.response ? final : poll, 2, 2, 1)
        .label(".... ...1 .... .... = ", own.response ? "Final" : "Poll", ": Set");
  if (supervisory) {
    const unsigned kind = number >> 2 & 3;
    out.put(supervisory_type, 2, 2, kind)
        .label(".... .... .... ", Binary{kind, 2},
               ".. = Supervisory frame type: ", name_or(supervisory_type_names_, kind, "Unknown"), " (0x",
               Hex{kind}, ')');
    out.put(frame_type, 2, 2, 1).label(".... .... .... ..01 = Frame type: Supervisory frame (0x1)");
  } else {
    out.put(frame_type, 2, 2, 0).label(".... .... .... ...0 = Frame type: Information frame (0x0)");
  }
}

void put_snap(Bytes layer, FieldWriter& out) {
  const uint32_t oui = be24(&layer[3]);
  const uint16_t pid = be16(&layer[6]);
  const std::string_view name = find_name(organization_labels, oui);
  Item item = out.put(organization, 3, 3);
  item.label("Organization Code: ", LinkAddressText{layer.subspan(3, 3)});
  constexpr size_t longest_name = 20;  // longer ones lose the bracket behind them
  if (!name.empty()) item.more(" (", name, name.size() <= longest_name ? ")" : "");
  switch (oui) {
    case encapsulated_ethernet:
    case bridged:
      out.put(type, 6, 2)
          .label("Type: ", name_or(ethertype_labels, pid, "Unknown"), " (0x", Hex{pid, 4}, ')');
      return;
    case cisco: out.put(cisco_pid, 6, 2); return;
    case apple: out.put(apple_pid, 6, 2); return;
    default: out.put(protocol_id, 6, 2);
  }
}

void write_info(Bytes layer, FieldWriter& out, const Control& own, bool snap) {
  if (!out.wants_columns()) return;
  out.protocol_column("LLC");
  Text& text = out.about.columns->info;
  text.clear();
  own.append_to(text);
  if (snap) {
    const uint32_t oui = be24(&layer[3]);
    text.put("; SNAP, OUI 0x", HexUpper{oui, 6}, " (", name_or(organization_labels, oui, "Unknown"),
             "), PID 0x", HexUpper{be16(&layer[6]), 4});
    return;
  }
  const auto append_sap = [&](uint8_t number) {
    const std::string_view name = find_name(destination_names_, number & 0xfeu);
    if (name.empty())
      text.put("0x", Hex{number & 0xfeu, 2});
    else
      text.append(name);
  };
  text.append("; DSAP ");
  append_sap(layer[0]);
  text.append((layer[0] & 1) != 0 ? " Group, SSAP " : " Individual, SSAP ");
  append_sap(layer[1]);
  text.append((layer[1] & 1) != 0 ? " Response" : " Command");
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  constexpr size_t snap_end = 8;
  if (layer.size() < 3) return;
  const bool unnumbered = (layer[2] & 3) == 3;
  if (!unnumbered && layer.size() < 4) return;
  const Control own{unnumbered ? uint16_t{layer[2]} : le16(&layer[2]), unnumbered, (layer[1] & 1) != 0};
  const bool snap = layer[2] == unnumbered_information && layer[0] == snap_sap && layer.size() >= snap_end;
  write_info(layer, out, own, snap);
  put_sap(out, destination, destination_sap, group, layer[0]);
  put_sap(out, source, source_sap, response, layer[1]);
  Item item = out.put(control, 2, unnumbered ? 1 : 2, own.number);
  if (item.has_label()) {
    Text words(64);
    own.append_to(words);
    item.label("Control field: ", words.view(), " (0x", HexUpper{own.number, unnumbered ? 2u : 4u}, ')');
  }
  {
    const Deeper below(out);
    if (unnumbered)
      put_unnumbered(out, own);
    else
      put_numbered(out, own);
  }
  if (snap) put_snap(layer, out);
}

}  // namespace wiretale::llc
