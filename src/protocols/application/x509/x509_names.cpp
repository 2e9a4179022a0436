// Names in certificates: object identifiers, distinguished names (RFC 5280 4.1.2.4), general names (4.2.1.6).
#include <algorithm>

#include "protocols/application/x509/oid_names.h"
#include "protocols/application/x509/x509.h"
#include "protocols/application/x509/x509_fields.h"

namespace wiretale::x509 {

std::string dotted(Bytes oid) {
  Text text{64};
  uint64_t number = 0;
  bool first = true;
  for (const uint8_t byte : oid) {
    number = number << 7 | (byte & 127);
    if ((byte & 128) != 0) continue;
    if (first) {
      const uint64_t top = std::min<uint64_t>(number / 40, 2);
      text.put(top, '.', number - 40 * top);
    } else {
      text.put('.', number);
    }
    first = false;
    number = 0;
  }
  return std::string(text.view());
}

std::string oid_name(std::string_view dotted) {
  for (size_t length = dotted.size(); length > 0;) {
    const std::string_view known = dotted.substr(0, length);
    const auto found = std::ranges::lower_bound(oid_names, known, {}, &OidName::oid);
    if (found != std::end(oid_names) && found->oid == known)
      return std::string(found->name).append(dotted.substr(length));
    const size_t dot = known.rfind('.');
    length = dot == known.npos ? 0 : dot;
  }
  return std::string(dotted);
}

Item put_oid(FieldWriter& out, const Field& field, const Element& oid) {
  Item line = put_content(out, field, oid);
  if (line.has_label())
    line.more(" (", oid_name(dotted(out.layer().subspan(oid.content, oid.content_size()))), ')');
  return line;
}

namespace {

std::string_view text_in(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// UCS-2 as UTF-8 (BMPString).
std::string text_of_ucs2(Bytes bytes) {
  std::string text;
  for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const unsigned code = bytes[i] * 256u + bytes[i + 1];
    if (code < 0x80) {
      text += static_cast<char>(code);
    } else if (code < 0x800) {
      text += static_cast<char>(0xc0 | code >> 6);
      text += static_cast<char>(0x80 | (code & 0x3f));
    } else {
      text += static_cast<char>(0xe0 | code >> 12);
      text += static_cast<char>(0x80 | (code >> 6 & 0x3f));
      text += static_cast<char>(0x80 | (code & 0x3f));
    }
  }
  return text;
}

/// More of a name than any line shows.
constexpr size_t longest = 1000;

struct StringForm {
  uint8_t tag;
  unsigned number;
  const Field* field;
};
constexpr StringForm forms[] = {{TeletexString, 0, &field::string_choice_teletex},
                                {PrintableString, 1, &field::string_choice_printable},
                                {UniversalString, 2, &field::string_choice_universal},
                                {BmpString, 3, &field::string_choice_bmp},
                                {Utf8String, 4, &field::string_choice_utf8}};

/// How the values of attribute types are written.
enum class Syntax { Directory, Country, Printable, Ia5, Telephone, User, Unknown };
struct AttributeSyntax {
  std::string_view oid;
  Syntax syntax;
};
constexpr AttributeSyntax syntaxes[] = {{"2.5.4.5", Syntax::Printable},
                                        {"2.5.4.6", Syntax::Country},
                                        {"2.5.4.20", Syntax::Telephone},
                                        {"2.5.4.46", Syntax::Printable},
                                        {"1.3.6.1.4.1.311.60.2.1.1", Syntax::Directory},
                                        {"1.3.6.1.4.1.311.60.2.1.2", Syntax::Directory},
                                        {"1.3.6.1.4.1.311.60.2.1.3", Syntax::Country},
                                        {"1.2.840.113549.1.9.1", Syntax::Ia5},
                                        {"0.9.2342.19200300.100.1.25", Syntax::Ia5},
                                        {"0.9.2342.19200300.100.1.1", Syntax::User}};
constexpr std::string_view directory_strings[] = {"2.5.4.3",  "2.5.4.4",  "2.5.4.7",  "2.5.4.8",  "2.5.4.9",
                                                  "2.5.4.10", "2.5.4.11", "2.5.4.12", "2.5.4.13", "2.5.4.15",
                                                  "2.5.4.17", "2.5.4.18", "2.5.4.19", "2.5.4.41", "2.5.4.42",
                                                  "2.5.4.43", "2.5.4.44", "2.5.4.51", "2.5.4.54", "2.5.4.65"};

Syntax syntax_of(std::string_view oid) {
  for (const AttributeSyntax& each : syntaxes)
    if (each.oid == oid) return each.syntax;
  return std::ranges::find(directory_strings, oid) != std::end(directory_strings) ? Syntax::Directory
                                                                                  : Syntax::Unknown;
}

Item put_string(FieldWriter& out, const Field& field, const Element& value) {
  const Bytes content = out.layer().subspan(value.content, value.content_size());
  if (value.tag != BmpString) return out.put(field, value.content, value.content_size());
  return out.put_text(field, value.content, value.content_size(), text_of_ucs2(content));
}

void put_directory_string(FieldWriter& out, const Element& value) {
  for (const StringForm& form : forms) {
    if (form.tag != value.tag) continue;
    out.put(field::string_directory_string, value.start, value.size(), form.number);
    const Deeper below(out);
    put_string(out, *form.field, value);
  }
}

void put_attribute_value(FieldWriter& out, std::string_view oid, const Element& value) {
  const Syntax syntax = syntax_of(oid);
  if (syntax == Syntax::Unknown) return put_unknown(out);
  out.path(syntax == Syntax::User ? "x509af" : "x509sat");
  switch (syntax) {
    case Syntax::Directory: return put_directory_string(out, value);
    case Syntax::Country: put_string(out, field::string_country_name, value); return;
    case Syntax::Printable: put_string(out, field::string_printable_string, value); return;
    case Syntax::Ia5: put_string(out, field::string_ia5_string, value); return;
    case Syntax::Telephone: put_string(out, field::string_telephone_number, value); return;
    case Syntax::User: put_string(out, field::userid, value); return;
    case Syntax::Unknown: return;
  }
}

/// "id-at-commonName=example.org" of the values in a relative name, with + between.
std::string put_relative_name(FieldWriter& out, const Element& set) {
  Item line = put_list(out, field::rdn_sequence_item, set);
  std::string all;
  {
    const Deeper below(out);
    Elements attributes(out.layer(), set);
    while (const std::optional<Element> attribute = attributes.next(Sequence)) {
      Item item = put_whole(out, field::relative_distinguished_name_item, *attribute);
      const Deeper deeper(out);
      Elements parts(out.layer(), *attribute);
      const std::optional<Element> kind = parts.next(ObjectId), value = parts.next();
      if (!kind) continue;
      put_oid(out, field::oid, *kind);
      if (!value) continue;
      const std::string oid = dotted(parts.bytes(*kind));
      put_attribute_value(out, oid, *value);
      if (!out.wants_labels()) continue;
      const Bytes content = parts.bytes(*value);
      const std::string text =
          text_of(oid_name(oid), '=',
                  value->tag == BmpString ? text_of_ucs2(content) : std::string(text_in(content)));
      item.more(" (", text, ')');
      if (all.size() > longest) continue;
      if (!all.empty()) all += '+';
      all += text;
    }
  }
  line.more(" (", all, ')');
  return all;
}

}  // namespace

std::string put_name(FieldWriter& out, const Field& choice, const Field& sequence, const Element& name) {
  out.put(choice, name.start, name.size(), 0);
  const Deeper below(out);
  Item line = put_list(out, sequence, name);
  std::string all;
  {
    const Deeper deeper(out);
    Elements sets(out.layer(), name);
    while (const std::optional<Element> set = sets.next(Set)) {
      const std::string text = put_relative_name(out, *set);
      all.insert(0, all.empty() ? text : text + ',');
      if (all.size() > longest) all.resize(longest);
    }
  }
  if (line.has_label()) {
    const size_t count = Elements(out.layer(), name).count();
    append_in_parentheses(
        line, sequence.label.size() + text_of(": ", count, count == 1 ? " item" : " items").size(), all);
  }
  return all;
}

void put_general_name(FieldWriter& out, const Field& line, const Element& name) {
  constexpr unsigned other = 0, mail = 1, dns = 2, directory = 4, uri = 6, address = 7, registered = 8;
  const unsigned form = name.tag & 0x1f;
  if ((name.tag & 0xc0) != 0x80) return;
  out.put(line, name.content, name.content_size(), form);
  const Deeper below(out);
  Elements parts(out.layer(), name);
  switch (form) {
    case other: {
      put_content(out, field::other_name, name);
      const Deeper deeper(out);
      if (const std::optional<Element> type = parts.next(ObjectId)) put_oid(out, field::type_id, *type);
      const std::optional<Element> value = parts.next(part(0));
      if (!value) return;
      const std::optional<Element> text = Elements(out.layer(), *value).next();
      if (text && text->tag == Utf8String) {
        out.path("x509sat");
        put_content(out, field::string_utf8_string, *text);
      }
      return;
    }
    case mail: put_content(out, field::rfc822_name, name); return;
    case dns: put_content(out, field::dns_name, name); return;
    case directory:
      if (const std::optional<Element> inner = parts.next(Sequence))
        (void)put_name(out, field::directory_name, field::rdn_sequence, *inner);
      return;
    case uri: put_content(out, field::uniform_resource_identifier, name); return;
    case address:
      if (name.content_size() == 4) put_content(out, field::ip_address_ipv4, name);
      if (name.content_size() == 16) put_content(out, field::ip_address_ipv6, name);
      return;
    case registered: put_oid(out, field::registered_id, name); return;
    default: return;
  }
}

void put_general_names(FieldWriter& out, const Field& line, const Element& list) {
  put_list(out, line, list);
  const Deeper below(out);
  Elements names(out.layer(), list);
  while (const std::optional<Element> name = names.next()) put_general_name(out, field::general_name, *name);
}

}  // namespace wiretale::x509
