// VRRP versions 2 and 3 in the field tree (RFC 3768, RFC 5798).
#include "protocols/network/vrrp_tree.h"

#include "protocols/checksum_tree.h"

namespace wiretale::vrrp {
namespace {

constexpr size_t header_length = 8, password_length = 8;
constexpr uint32_t protocol_number = 112;
constexpr uint8_t simple_password = 1;
constexpr ChecksumFields checksum_fields{checksum, checksum_status, bad_checksum, ExpertSeverity::Error};

/// Version 3's covers a pseudo-header too, over IPv6 always; over IPv4 many leave it out.
ChecksumResult check(Bytes layer, const Dissection& about, unsigned of_version) {
  if (cut_by_capture(about)) return {};
  const uint16_t plain = Checksum().add(layer).value();
  if (of_version < 3 || (about.source.size() == 4 && plain == 0)) return {true, plain, {}};
  return {true,
          Checksum()
              .add(about.source)
              .add(about.destination)
              .add32(static_cast<uint32_t>(layer.size()))
              .add32(protocol_number)
              .add(layer)
              .value(),
          {}};
}

std::string_view priority_words(uint8_t number) {
  switch (number) {
    case 0: return "Current Master has stopped participating in VRRP";
    case 100: return "Default priority for a backup VRRP router";
    case 255: return "This VRRP router owns the virtual router's IP address(es)";
    default: return "Non-default backup priority";
  }
}

}  // namespace

void dissect(Bytes layer, FieldWriter& out) {
  if (layer.size() < header_length) return;
  const unsigned of_version = layer[0] >> 4, kind = layer[0] & 15u;
  const std::string_view kind_name = name_or(type.names, kind, "Unknown");
  out.root().length(layer.size());
  out.protocol_column("VRRP");
  out.info("Announcement (v", of_version, ')');
  out.put(version_and_type).label("Version ", of_version, ", Packet type ", kind, " (", kind_name, ')');
  {
    const Deeper below(out);
    out.put(version);
    out.put(type);
  }
  out.put(router);
  out.put(priority).label("Priority: ", layer[2], " (", priority_words(layer[2]), ')');
  out.put(address_count);
  if (of_version == 3) {
    out.put(reserved);
    out.put(short_interval);
  } else {
    out.put(authentication);
    out.put(interval);
  }
  put_checksum(out, checksum_fields, 6, check(layer, out.about, of_version));
  const bool six = out.about.source.size() == 16;
  const size_t size = six ? 16 : 4;
  size_t at = header_length;
  for (unsigned i = 0; i < layer[3] && at + size <= layer.size(); ++i, at += size)
    out.put(six ? address6 : address, at, size);
  if (of_version == 2 && layer[4] == simple_password && at + password_length <= layer.size()) {
    size_t letters = password_length;
    while (letters > 0 && layer[at + letters - 1] == 0) --letters;
    out.put_text(password, at, password_length, layer.subspan(at, letters));
  }
}

}  // namespace wiretale::vrrp
