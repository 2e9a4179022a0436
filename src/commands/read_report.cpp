// The reports of -G: what fields, protocols and columns there are.
#include <cstdio>

#include "commands/read_options.h"
#include "outputs/tree_walk.h"
#include "packet/value_text.h"
#include "protocols/catalog.h"

namespace wiretale {
namespace {

std::string_view type_name(Type type) {
  switch (type) {
    case Type::Protocol: return "FT_PROTOCOL";
    case Type::Boolean: return "FT_BOOLEAN";
    case Type::Char: return "FT_CHAR";
    case Type::Uint8: return "FT_UINT8";
    case Type::Uint16: return "FT_UINT16";
    case Type::Uint24: return "FT_UINT24";
    case Type::Uint32: return "FT_UINT32";
    case Type::Uint40: return "FT_UINT40";
    case Type::Uint48: return "FT_UINT48";
    case Type::Uint56: return "FT_UINT56";
    case Type::Uint64: return "FT_UINT64";
    case Type::Int8: return "FT_INT8";
    case Type::Int16: return "FT_INT16";
    case Type::Int24: return "FT_INT24";
    case Type::Int32: return "FT_INT32";
    case Type::Int64: return "FT_INT64";
    case Type::Float: return "FT_FLOAT";
    case Type::Double: return "FT_DOUBLE";
    case Type::AbsoluteTime: return "FT_ABSOLUTE_TIME";
    case Type::RelativeTime: return "FT_RELATIVE_TIME";
    case Type::String: return "FT_STRING";
    case Type::ByteArray: return "FT_BYTES";
    case Type::Ether: return "FT_ETHER";
    case Type::Ipv4: return "FT_IPv4";
    case Type::Ipv6: return "FT_IPv6";
    case Type::Guid: return "FT_GUID";
    case Type::Oid: return "FT_OID";
    case Type::FrameNumber: return "FT_FRAMENUM";
    case Type::ByWidth:
    case Type::None: break;
  }
  return "FT_NONE";
}

std::string_view base_name(const Field& field) {
  const Type type = field.value_type();
  if (type < Type::Char || type > Type::Int64) return "";
  switch (field.show) {
    case Show::Hex: return "BASE_HEX";
    case Show::DecimalHex: return "BASE_DEC_HEX";
    case Show::HexDecimal: return "BASE_HEX_DEC";
    case Show::Octal: return "BASE_OCT";
    default: return "BASE_DEC";
  }
}

void append_field(Text& text, const Field& field, std::string_view protocol) {
  text.put("F\t", field.label, '\t', field.name, '\t', type_name(field.value_type()), '\t', protocol, '\t',
           base_name(field), "\t0x", Hex{mask_of(field)}, "\t\n");
}

void append_fields(Text& text) {
  for (const Protocol* protocol : catalog().subspan(1)) {
    text.put("P\t", protocol->title, '\t', protocol->name, '\n');
    for (const Field* field : protocol->fields) append_field(text, *field, protocol->name);
  }
  for (const Field* field : expert_fields()) append_field(text, *field, "_ws.expert");
}

}  // namespace

int print_report(std::string_view report) {
  Text text;
  if (report == "fields" || report == "field") {
    append_fields(text);
  } else if (report == "protocols") {
    for (const Protocol* protocol : catalog().subspan(1))
      text.put(protocol->title, '\t', short_name(protocol->name), '\t', protocol->name, '\n');
  } else if (report == "column-formats") {
    append_column_codes(text);
  } else {
    std::fputs(text_of("wiretale read: -G ", report,
                       ": there is no such report; they are fields, protocols, column-formats\n")
                   .c_str(),
               stderr);
    return 1;
  }
  return std::fwrite(text.view().data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
}

}  // namespace wiretale
