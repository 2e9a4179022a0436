// TCP in the field tree: the options.
#include "packet/segment.h"
#include "protocols/transport/tcp_option_fields.h"
#include "protocols/transport/tcp_options.h"
#include "protocols/transport/tcp_tree.h"

namespace wiretale {

using namespace tcp_option;

namespace {

/// How an option is shown: its line, its name in the list of all, and the size that it must have.
struct Shape {
  uint8_t kind;
  const Field& line;
  std::string_view name;
  uint8_t size = 0;  ///< 0: any
};
constexpr Shape shapes[] = {
    {end_of_list, end_line, "End of Option List (EOL)", 1},
    {no_operation, no_operation_line, "No-Operation (NOP)", 1},
    {segment_size, segment_size_line, "Maximum segment size", 4},
    {window_scale, scale_line, "Window scale", 3},
    {sack_permitted, permitted_line, "SACK permitted", 2},
    {sack, sack_line, "SACK"},
    {echo, echo_line, "Echo", 6},
    {echo_reply, echo_reply_line, "Echo reply", 6},
    {timestamps, timestamps_line, "Timestamps", 10},
    {connection_count, count_line, "CC", 6},
    {connection_count_new, count_line, "CC.NEW", 6},
    {connection_count_echo, count_line, "CC.ECHO", 6},
    {md5_signature, md5_line, "TCP MD5 signature", 18},
    {scps, scps_line, "SCPS capabilities", 4},
    {user_timeout, timeout_line, "User Timeout", 4},
    {authentication, authentication_line, "TCP AO"},
    {multipath, multipath_line, "Multipath TCP"},
    {fast_open, fast_open_line, "TCP Fast Open"},
    {253, experiment_line, "Experimental"},
    {experiment_2, experiment_line, "Experimental"},
};

const Shape* shape_of(uint8_t kind) {
  for (const Shape& shape : shapes)
    if (shape.kind == kind) return &shape;
  return nullptr;
}

constexpr uint8_t syn = 2, acknowledge = 16;
constexpr uint16_t fast_open_experiment = 0xf989;

/// One option, at `at` of the header.
class OptionLines {
 public:
  OptionLines(Bytes header, size_t at, size_t size, FieldWriter& out)
      : header_(header), at_(at), size_(size), out_(out) {}

  void put() {
    const uint8_t kind_number = header_[at_];
    const Shape* const shape = shape_of(kind_number);
    line_ = out_.put(shape != nullptr ? shape->line : unknown_line, at_, size_, 0);
    line_.label((shape != nullptr ? shape->line : unknown_line).label);
    // A segment size in the wrong place is told before all else.
    if (kind_number == segment_size && (header_[13] & syn) == 0)
      out_.expert(mss_present, ExpertSeverity::Warning, ExpertGroup::Protocol, mss_present.label);
    const Deeper below(out_);
    out_.put(kind, at_, 1);
    if (kind_number <= no_operation) return;
    if (shape != nullptr && shape->size != 0 && shape->size != size_) {
      out_.expert(invalid_length, ExpertSeverity::Note, ExpertGroup::Sequence, "option length should be ",
                  shape->size);
      return;
    }
    out_.put(length, at_ + 1, 1);
    put_data(kind_number);
  }

 private:
  [[nodiscard]] uint8_t u8(size_t at) const { return header_[at_ + at]; }
  [[nodiscard]] uint16_t u16(size_t at) const { return be16(&header_[at_ + at]); }
  [[nodiscard]] uint32_t u32(size_t at) const { return be32(&header_[at_ + at]); }

  void put_data(uint8_t kind_number) {
    switch (kind_number) {
      case segment_size:
        line_.more(": ", u16(2), " bytes");
        out_.put(mss, at_ + 2, 2);
        out_.more_info(" MSS=", u16(2));
        return;
      case window_scale: return put_scale();
      case sack_permitted: out_.more_info(" SACK_PERM"); return;
      case sack: return put_selective();
      case echo:
      case echo_reply:
        line_.more(": ", u32(2));
        out_.put(echo_value, at_ + 2, 4);
        out_.more_info(" ECHO=", u32(2));
        return;
      case timestamps:
        line_.more(": TSval ", u32(2), ", TSecr ", u32(6));
        out_.put(timestamp, at_ + 2, 4);
        out_.put(timestamp_echo, at_ + 6, 4);
        out_.more_info(" TSval=", u32(2), " TSecr=", u32(6));
        return;
      case connection_count:
      case connection_count_new:
      case connection_count_echo:
        out_.put(count_value, at_ + 2, 4);
        out_.more_info(" CC=", u32(2));
        return;
      case md5_signature:
        out_.put(md5_digest, at_ + 2, size_ - 2, 0);
        out_.more_info(" MD5");
        return;
      case scps:
        out_.put(scps_vector, at_ + 2, 1);
        out_.put(scps_binding, at_ + 3, 1);
        return;
      case user_timeout:
        out_.put_in(at_, timeout_unit);
        out_.put_in(at_, timeout);
        out_.more_info(" USER_TO=", u16(2) & 0x7fff);
        return;
      case authentication:
        if (size_ < 4) return;
        out_.put(ao_key, at_ + 2, 1);
        out_.put(ao_next_key, at_ + 3, 1);
        if (size_ > 4) out_.put(ao_mac, at_ + 4, size_ - 4, 0);
        out_.more_info("TCP AO");
        return;
      case multipath: return put_multipath();
      case fast_open: return put_fast_open(2);
      case 253:
      case experiment_2: return put_experiment();
      default:
        if (size_ > 2) out_.put(unknown_payload, at_ + 2, size_ - 2, 0);
        return;
    }
  }

  void put_scale() {
    constexpr uint8_t greatest = 14;  // RFC 7323 2.3
    const uint8_t claimed = u8(2);
    const uint32_t factor = 1u << std::min(claimed, greatest);
    line_.more(": ", claimed, " (multiply by ", factor, ')');
    out_.put(shift, at_ + 2, 1);
    if (claimed > greatest)
      out_.expert(shift_invalid, ExpertSeverity::Warning, ExpertGroup::Protocol, shift_invalid.label);
    out_.put(multiplier, at_ + 2, 1, factor).generated();
    out_.more_info(" WS=", factor);
  }

  // RFC 2018 3; RFC 2883 4: the first block repeats what was acknowledged or lies in the second one.
  void put_selective() {
    const SegmentFacts* const facts = out_.about.segment;
    const uint32_t base = facts != nullptr ? facts->acknowledgment_base : 0;
    const Preferences& preferences = out_.about.preferences;
    const std::string_view relative = facts != nullptr && preferences.tcp_relative_sequence_numbers &&
                                              preferences.tcp_analyze_sequence_numbers
                                          ? " (relative)"
                                          : "";
    const size_t count = (size_ - 2) / 8;
    for (size_t i = 0; i < count; ++i) {
      const size_t at = 2 + i * 8;
      const uint32_t left = u32(at), right = u32(at + 4);
      line_.more(' ', left - base, '-', right - base);
      out_.more_info(" SLE=", left - base, " SRE=", right - base);
      out_.put(sack_left, at_ + at, 4, left - base).label("left edge = ", left - base, relative);
      out_.put(sack_right, at_ + at + 4, 4, right - base).label("right edge = ", right - base, relative);
    }
    out_.put(sack_count, 0, 0, count).generated();
    if (count == 0) return;
    const uint32_t left = u32(2), right = u32(6), acknowledged = be32(&header_[8]);
    const auto before = [](uint32_t a, uint32_t b) { return static_cast<int32_t>(a - b) < 0; };
    const bool old = before(left, acknowledged),
               inner = count > 1 && !before(left, u32(10)) && !before(u32(14), right);
    if (!old && !inner) return;
    out_.put(repeated_left, at_ + 2, 4, left - base)
        .label("D-SACK Left Edge = ", left - base, relative)
        .generated();
    out_.put(repeated_right, at_ + 6, 4, right - base)
        .label("D-SACK Right Edge = ", right - base, relative)
        .generated();
    out_.put_words(at_ + 2, 8, repeated.label);
    out_.expert(repeated, ExpertSeverity::Warning, ExpertGroup::Sequence, repeated.label);
  }

  void put_fast_open(size_t at) {
    if (size_ == at) {
      out_.put(cookie_request, at_ + at, 0);
      out_.more_info(" TFO=R");
      return;
    }
    out_.put(cookie, at_ + at, size_ - at, 0);
    out_.more_info(" TFO=C");
    if ((header_[13] & (syn | acknowledge)) == syn)
      out_.expert(fast_open_syn, ExpertSeverity::Note, ExpertGroup::Sequence, fast_open_syn.label);
  }

  void put_experiment() {
    if (size_ < 4) return;
    const uint16_t number = u16(2);
    line_.more(": ", name_or(experiment_labels, number, "Unknown"));
    out_.put(experiment, at_ + 2, 2);
    if (number == fast_open_experiment) return put_fast_open(4);
    if (size_ > 4) out_.put(experiment_data, at_ + 4, size_ - 4, 0);
    out_.more_info(" ExID=", Hex{number, 4});
  }

  void put_multipath() {
    if (size_ < 4) return;
    out_.protocol_column("MPTCP");
    const uint8_t subtype = u8(2) >> 4;
    line_.more(": ", name_or(multipath_labels, subtype, "Unknown"));
    out_.put_in(at_, multipath_subtype);
    switch (subtype) {
      case 0:
        out_.put_in(at_, multipath_version);
        if (size_ >= 12) out_.put(sender_key, at_ + 4, 8);
        if (size_ >= 20) out_.put(receiver_key, at_ + 12, 8);
        return;
      case 1:
        out_.put(address_id, at_ + 3, 1);
        if (size_ == 12) out_.put(receiver_token, at_ + 4, 4);
        return;
      case 3:
      case 4: out_.put(address_id, at_ + 3, 1); return;
      default: return;
    }
  }

  Bytes header_;
  size_t at_, size_;
  FieldWriter& out_;
  Item line_;
};

}  // namespace

void dissect_tcp_options(Bytes header, size_t at, FieldWriter& out) {
  if (at >= header.size()) return;
  Item all = out.put(list, at, header.size() - at, 0);
  all.label("Options: (", header.size() - at, " bytes)");
  bool size_seen = false;
  out.deeper();
  while (at < header.size()) {
    const uint8_t kind_number = header[at];
    size_t size = 1;
    if (kind_number > no_operation) {
      if (at + 1 >= header.size()) break;
      size = header[at + 1];
      if (size < 2 || size > header.size() - at) break;
    }
    size_seen |= kind_number == segment_size;
    const Shape* const shape = shape_of(kind_number);
    if (shape != nullptr)
      all.more(", ", shape->name);
    else
      all.more(", Unknown (0x", Hex{kind_number, 2}, ')');
    OptionLines(header, at, size, out).put();
    at += size;
  }
  out.shallower();
  if (!size_seen && (header[13] & syn) != 0)
    out.expert(mss_absent, ExpertSeverity::Note, ExpertGroup::Protocol, mss_absent.label);
}

}  // namespace wiretale
