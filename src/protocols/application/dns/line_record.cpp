// The data of DNS records: RFC 1035 3.3, 2874 (A6), 2782 (SRV), 7553 (URI), 8945 (TSIG), 6891 (OPT).
#include "protocols/application/dns/line_record.h"

#include "protocols/application/dns/dns_names.h"
#include "protocols/application/dns/line_name.h"

namespace wiretale::dns {
namespace {

enum : uint16_t {
  type_a = 1,
  type_ns = 2,
  type_cname = 5,
  type_soa = 6,
  type_ptr = 12,
  type_mx = 15,
  type_txt = 16,
  type_aaaa = 28,
  type_srv = 33,
  type_a6 = 38,
  type_dname = 39,
  type_opt = 41,
  type_unspeca = 104,
  type_tsig = 250,
  type_uri = 256
};

struct Data {
  Line& line;
  View message;
  size_t at, size;

  [[nodiscard]] bool has(size_t offset, size_t count) const { return message.has(at + offset, count); }
  [[nodiscard]] uint16_t u16(size_t offset) const { return be16(bytes(offset)); }
  [[nodiscard]] const uint8_t* bytes(size_t offset) const { return message.all().data() + at + offset; }
  /// A name with a space before it.
  [[nodiscard]] std::optional<size_t> name(size_t place) const {
    line.put(' ');
    return print_name(line, message, place);
  }
};

bool print_start_of_authority(const Data& data) {
  Line& line = data.line;
  if (line.options.verbose == 0) return true;
  std::optional<size_t> at = data.name(data.at);
  if (at) at = data.name(*at);
  if (!at) return false;
  for (int i = 0; i < 5; ++i, *at += 4) {
    if (!data.message.has(*at, 4)) return false;
    line.put(' ', be32(&data.message.all()[*at]));
  }
  return true;
}

bool print_strings(const Data& data) {
  for (size_t at = 0; at < data.size;) {
    data.line.put(" \"");
    if (!data.has(at, 1)) return false;
    const uint8_t size = *data.bytes(at);
    const Bytes text = data.message.available(data.at + at + 1, size);
    data.line.put(CaretNotation{text});
    if (text.size() < size) return false;
    data.line.put('"');
    at += 1u + size;
  }
  return true;
}

bool print_service(const Data& data) {
  data.line.put(' ');
  if (!data.has(0, 2)) return false;
  if (!print_name(data.line, data.message, data.at + 6)) return false;
  data.line.put(':', data.u16(4), ' ', data.u16(0), ' ', data.u16(2));
  return true;
}

bool print_a6(const Data& data) {
  if (!data.has(0, 1)) return false;
  const uint8_t prefix = *data.bytes(0);
  if (prefix > 128) {
    data.line.put(' ', prefix, "(bad plen)");
    return true;
  }
  const size_t suffix = (128u - prefix + 7) / 8;
  if (prefix < 128) {
    if (!data.has(1, suffix)) return false;
    uint8_t address[16] = {};
    std::memcpy(address + 16 - suffix, data.bytes(1), suffix);
    data.line.put(' ', prefix, ' ', Ipv6Text{address});
  }
  return prefix == 0 || data.name(data.at + 1 + 16 - prefix / 8).has_value();
}

bool print_signature(const Data& data) {
  Line& line = data.line;
  if (!data.has(0, data.size)) return false;
  if (line.options.verbose == 0) return true;
  std::optional<size_t> at = data.name(data.at);
  if (!at) return false;
  const View& message = data.message;
  *at += 6;  // the time signed
  const auto number = [&](std::string_view label) {
    if (!message.has(*at, 2)) return false;
    line.put(label, be16(&message.all()[*at]));
    *at += 2;
    return true;
  };
  if (!number(" fudge=") || !number(" maclen=")) return false;
  *at += be16(&message.all()[*at - 2]);
  return number(" origid=") && number(" error=") && number(" otherlen=");
}

bool print_uri(const Data& data) {
  if (!data.has(0, 4)) return false;
  data.line.put(' ', data.u16(0), ' ', data.u16(2), ' ');
  // Data too short for the two numbers: tcpdump then takes all that was captured for the target.
  const size_t target = data.size >= 4 ? data.size - 4 : data.message.captured();
  data.line.put(CaretNotation{data.message.available(data.at + 4, target)});
  return data.size >= 4;
}

void print_client_subnet(const Data& option) {
  const size_t size = option.size;
  if (size < 4) return option.line.invalid();
  const uint16_t family = option.u16(0);
  const uint8_t prefix = *option.bytes(2), scope = *option.bytes(3);
  const size_t address_size = family == 1 ? 4 : family == 2 ? 16 : 0, given = (prefix + 7u) / 8;
  if (address_size == 0 || prefix > address_size * 8 || scope > address_size * 8 || size != 4 + given)
    return option.line.invalid();
  uint8_t address[16] = {};
  std::memcpy(address, option.bytes(4), given);
  if (family == 1)
    option.line.put(Ipv4Text{address});
  else
    option.line.put(Ipv6Text{address});
  option.line.put('/', prefix, '/', scope);
}

void print_hex(const Data& option, size_t from, size_t count) {
  for (const uint8_t byte : option.message.available(option.at + from, count)) option.line.put(Hex{byte, 2});
}

void print_algorithms(const Data& option, Names names) {
  for (size_t i = 0; i < option.size; ++i)
    option.line.put(i == 0 ? "" : " ", Named{names, *option.bytes(i), "Alg_"});
}

/// The data of one option, which is there and not empty.
void print_option(const Data& option, uint16_t code) {
  Line& line = option.line;
  switch (code) {
    case understood_algorithms: return print_algorithms(option, security_algorithms);
    case understood_hashes: return print_algorithms(option, digest_types);
    case nsec3_hashes: return print_algorithms(option, nsec3_hash_types);
    case client_subnet: return print_client_subnet(option);
    case expire:
      if (option.size != 4) return line.invalid();
      line.put(be32(option.bytes(0)), " sec");
      return;
    case cookie:
      // RFC 7873 4: the client's 8 bytes, and the server's 8 to 32.
      if (option.size < 8 || (option.size > 8 && option.size < 16) || option.size > 40) return line.invalid();
      print_hex(option, 0, 8);
      if (option.size > 8) {
        line.put(' ');
        print_hex(option, 8, option.size - 8);
      }
      return;
    case keepalive:
      if (option.size != 2) return line.invalid();
      line.put(option.u16(0) / 10, '.', option.u16(0) % 10, " sec");
      return;
    case padding: line.put('(', option.size, ')'); return;
    case chain: (void)print_name(line, option.message, option.at, Compression::None); return;
    case key_tag:
      if (option.size % 2 != 0) return line.invalid();
      for (size_t i = 0; i < option.size; i += 2) line.put(i == 0 ? "" : " ", option.u16(i));
      return;
    default: print_hex(option, 0, option.size);
  }
}

bool print_options(const Data& data, const RecordPlace& record) {
  Line& line = data.line;
  line.put(" UDPsize=", record.class_number);
  if ((record.low_time_to_live & 0x8000) != 0) line.put(" DO");
  if (data.size == 0) return true;
  line.put(" [");
  for (size_t at = 0; at < data.size;) {
    if (at != 0) line.put(',');
    if (!data.has(at, 2)) return false;
    const uint16_t code = data.u16(at);
    line.put(Named{options, code, "Opt"});
    if (!data.has(at + 2, 2)) return false;
    const size_t size = data.u16(at + 2);
    at += 4;
    if (!data.has(at, size)) return false;
    if (size != 0) {
      line.put(' ');
      print_option({line, data.message, data.at + at, size}, code);
    }
    at += size;
  }
  line.put(']');
  return true;
}

}  // namespace

bool print_record_data(Line& line, View message, const RecordPlace& record) {
  const Data data{line, message, record.data, record.size};
  switch (record.type) {
    case type_a:
      if (!data.has(0, 4)) return false;
      line.put(' ', Ipv4Text{data.bytes(0)});
      return true;
    case type_aaaa:
      if (!data.has(0, 16)) return false;
      line.put(' ', Ipv6Text{data.bytes(0)});
      return true;
    case type_ns:
    case type_cname:
    case type_ptr:
    case type_dname: return data.name(data.at).has_value();
    case type_soa: return print_start_of_authority(data);
    case type_mx:
      if (!data.name(data.at + 2)) return false;
      line.put(' ', data.u16(0));
      return true;
    case type_txt: return print_strings(data);
    case type_srv: return print_service(data);
    case type_a6: return print_a6(data);
    case type_uri: return print_uri(data);
    case type_opt: return print_options(data, record);
    case type_tsig: return print_signature(data);
    case type_unspeca:
      line.put(CaretNotation{message.available(data.at, data.size)});
      return data.has(0, data.size);
    default: return true;
  }
}

}  // namespace wiretale::dns
