// TCP in the field tree: the header.
#include "protocols/transport/tcp_tree.h"

#include "packet/segment.h"
#include "protocols/checksum_tree.h"
#include "protocols/transport/tcp_fields.h"

namespace wiretale {

using namespace tcp;

namespace {

constexpr size_t fixed_length = 20;
enum Flag : uint16_t { finish = 1, synchronize = 2, reset = 4, push = 8, acknowledge = 16, urgent = 32 };
constexpr uint16_t reserved_flags = 0xe00;

constexpr std::string_view flag_words[] = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE"};

/// "SYN, ACK", for lines and columns.
struct FlagList {
  char text[64];
  size_t size = 0;

  explicit FlagList(uint16_t value) {
    for (size_t bit = 0; bit < std::size(flag_words); ++bit)
      if ((value >> bit & 1) != 0) add(flag_words[bit]);
    if ((value & reserved_flags) != 0) add("Reserved");
    if (size == 0) add("<None>");
  }
  void add(std::string_view word) {
    if (size != 0) {
      text[size++] = ',';
      text[size++] = ' ';
    }
    std::memcpy(text + size, word.data(), word.size());
    size += word.size();
  }
  [[nodiscard]] std::string_view view() const { return {text, size}; }
};

void put_stream(FieldWriter& out) {
  const SegmentFacts* const facts = out.about.segment;
  if (facts == nullptr) return;
  out.put(stream, 0, 0, facts->stream.index).generated();
  const uint8_t parts = facts->completeness_before;
  constexpr uint8_t opening = completeness::syn | completeness::syn_ack | completeness::ack;
  std::string_view words;
  if ((parts & (completeness::fin | completeness::reset)) != 0 && (parts & opening) == opening)
    words = (parts & completeness::data) != 0 ? "Complete, WITH_DATA" : "Complete, NO_DATA";
  else if ((parts & (opening | completeness::data)) == (opening | completeness::data))
    words = "Incomplete, DATA";
  else if (parts == opening)
    words = "Incomplete, ESTABLISHED";
  else if (parts == (completeness::syn | completeness::syn_ack))
    words = "Incomplete, CLIENT_ESTABLISHED";
  else if (parts == completeness::syn)
    words = "Incomplete, SYN_SENT";
  else
    words = "Incomplete";
  out.put(completeness_field, 0, 0, parts)
      .label("Conversation completeness: ", words, " (", parts, ')')
      .generated();
}

void put_numbers(Bytes header, uint16_t flag_bits, uint32_t payload, FieldWriter& out) {
  const SegmentFacts* const facts = out.about.segment;
  const bool relative = out.about.preferences.tcp_relative_sequence_numbers &&
                        out.about.preferences.tcp_analyze_sequence_numbers;
  const bool known = relative && facts != nullptr;
  const uint32_t sequence_base = known ? facts->sequence_base : 0,
                 acknowledgment_base = known ? facts->acknowledgment_base : 0;
  const bool acknowledges = (flag_bits & acknowledge) != 0;
  const uint32_t number = be32(&header[4]) - sequence_base,
                 next = number + payload + ((flag_bits & (synchronize | finish)) != 0 ? 1 : 0),
                 carried = be32(&header[8]),
                 acknowledged = acknowledges ? carried - acknowledgment_base : carried;
  out.root().more(", Seq: ", number);
  if (acknowledges) out.root().more(", Ack: ", acknowledged);
  out.root().more(", Len: ", payload);
  out.put(segment_length, 0, 0, payload).generated();
  const std::string_view sequence_note = relative ? "    (relative sequence number)" : "";
  out.put(relative_sequence, 4, 4, number).more(sequence_note);
  if (relative) out.put(sequence);
  out.put(next_sequence, 0, 0, next).more(sequence_note).generated();
  Item line = out.put(relative_acknowledgment, 8, 4, acknowledged);
  if (acknowledges) {
    if (relative) line.more("    (relative ack number)");
  } else if (carried != 0) {
    out.expert(ack_nonzero, ExpertSeverity::Note, ExpertGroup::Protocol, ack_nonzero.label);
  }
  if (relative || !acknowledges) out.put(acknowledgment);
  out.more_info(" Seq=", number);
  if (acknowledges) out.more_info(" Ack=", acknowledged);
}

void put_letters(uint16_t flag_bits, FieldWriter& out) {
  if (!out.wants(flag_letters)) return;
  constexpr std::string_view letters = "RRRACEUAPRSF";
  Text text(32);
  for (size_t i = 0; i < letters.size(); ++i)
    if ((flag_bits >> (letters.size() - 1 - i) & 1) != 0)
      text.append(letters[i]);
    else
      text.append("·");
  out.put_text(flag_letters, 12, 2, text.view()).generated();
}

void put_flags(Bytes header, uint16_t flag_bits, const FlagList& words, FieldWriter& out) {
  out.put(flags).label("Flags: 0x", Hex{flag_bits, 3}, " (", words.view(), ')');
  const Deeper below(out);
  const auto put = [&](const Field& field, unsigned bit) {
    return out.put(field, bit > 7 ? 12 : 13, 1, flag_bits >> bit & 1u);
  };
  out.put(flag_reserved, 12, 1, flag_bits >> 9 & 7u);
  put(flag_accurate, 8);
  put(flag_reduced, 7);
  put(flag_echo, 6);
  put(flag_urgent, 5);
  put(flag_acknowledgment, 4);
  put(flag_push, 3);
  put(flag_reset, 2);
  const uint16_t source = be16(&header[0]), destination = be16(&header[2]);
  if ((flag_bits & reset) != 0)
    out.expert(reset_seen, ExpertSeverity::Warning, ExpertGroup::Sequence, reset_seen.label);
  put(flag_synchronize, 1);
  if ((flag_bits & (synchronize | acknowledge)) == (synchronize | acknowledge))
    out.expert(syn_ack_seen, ExpertSeverity::Chat, ExpertGroup::Sequence, syn_ack_seen.label,
               ": server port ", source);
  else if ((flag_bits & synchronize) != 0)
    out.expert(syn_seen, ExpertSeverity::Chat, ExpertGroup::Sequence, syn_seen.label, ": server port ",
               destination);
  put(flag_finish, 0);
  if ((flag_bits & finish) != 0)
    out.expert(fin_seen, ExpertSeverity::Chat, ExpertGroup::Sequence, fin_seen.label);
  put_letters(flag_bits, out);
  const SegmentFacts* const facts = out.about.segment;
  if ((flag_bits & finish) == 0 || facts == nullptr) return;
  const Field& side = facts->first_to_close ? fin_active : fin_passive;
  out.expert(side, ExpertSeverity::Note, ExpertGroup::Sequence, side.label);
}

/// The window in bytes; appended to the info column too.
void put_window(Bytes header, uint16_t flag_bits, FieldWriter& out) {
  const SegmentFacts* const facts = out.about.segment;
  const int scale = facts == nullptr || (flag_bits & synchronize) != 0 ? -1 : facts->scale;
  const uint32_t size = uint32_t{be16(&header[14])} << (scale > 0 ? scale : 0);
  out.more_info(" Win=", size);
  out.put(window);
  out.put(window_size, 14, 2, size).generated();
  if (facts == nullptr || (flag_bits & synchronize) != 0 ||
      !out.about.preferences.tcp_analyze_sequence_numbers)
    return;
  const int64_t factor = scale >= 0 ? int64_t{1} << scale : scale;
  Item line = out.put(window_factor, 14, 2, static_cast<uint64_t>(factor));
  if (scale == -1) line.more(" (unknown)");
  if (scale == -2) line.more(" (no window scaling used)");
  line.generated();
}

constexpr ChecksumFields checksum_fields{checksum, checksum_status, checksum_bad, ExpertSeverity::Error};

void put_checksum_lines(Bytes layer, FieldWriter& out) {
  constexpr uint8_t protocol_number = 6;
  ChecksumResult result;
  if (out.about.preferences.tcp_check_checksum) result = transport_sum(layer, protocol_number, out.about);
  // What the sender's network card would have filled in is not in its own capture.
  if (result.verified && result.sum != 0) result.remark = "(maybe caused by \"TCP checksum offload\"?)";
  put_checksum(out, checksum_fields, 16, result);
  if (!result.verified) return;
  const uint16_t right = checksum_for(result.sum, be16(&layer[16]));
  out.put(checksum_calculated, 16, 2, right).generated();
}

void put_times(FieldWriter& out) {
  const SegmentFacts* const facts = out.about.segment;
  if (facts == nullptr || !out.about.preferences.tcp_calculate_timestamps) return;
  out.put_words(0, 0, "Timestamps").generated();
  const Deeper below(out);
  out.put(since_first, 0, 0, static_cast<uint64_t>(facts->stream.since_first.nanoseconds)).generated();
  out.put(since_previous, 0, 0, static_cast<uint64_t>(facts->stream.since_previous.nanoseconds)).generated();
}

}  // namespace

void look_ahead(Dissection& about, SegmentFacts& facts) {
  const uint64_t stream_index = facts.stream.index;
  about.foretell(completeness_field, stream_index, facts.completeness_after);
  if (facts.initial_round_trip != Duration{})
    about.foretell(initial_round_trip, stream_index,
                   static_cast<uint64_t>(facts.initial_round_trip.nanoseconds));
  if (const auto parts = about.foretold(completeness_field, stream_index))
    facts.completeness_before = static_cast<uint8_t>(*parts);
  if (const auto round_trip = about.foretold(initial_round_trip, stream_index))
    facts.initial_round_trip = Duration{static_cast<int64_t>(*round_trip)};
}

void dissect_tcp(Bytes layer, FieldWriter& out) {
  if (layer.size() < 4) return;
  Dissection& about = out.about;
  about.source_port = be16(&layer[0]);
  about.destination_port = be16(&layer[2]);
  out.protocol_column("TCP");
  out.info(about.source_port, " → ", about.destination_port);
  out.root().more(", Src Port: ", about.source_port, ", Dst Port: ", about.destination_port);
  out.put(source_port);
  out.put(destination_port);
  out.put(any_port, 0, 2).hidden();
  out.put(any_port, 2, 2).hidden();
  if (layer.size() < fixed_length) {
    // What errors quote at least (RFC 792).
    if (layer.size() >= 8) out.put(relative_sequence, 4, 4);
    return;
  }
  const size_t length = (layer[12] >> 4) * size_t{4};
  const uint16_t flag_bits = be16(&layer[12]) & 0xfff;
  const FlagList words(flag_bits);
  out.more_info(" [", words.view(), ']');
  const uint32_t payload = about.segment != nullptr ? about.segment->length
                           : layer.size() > length  ? static_cast<uint32_t>(layer.size() - length)
                                                    : 0;
  put_stream(out);
  put_numbers(layer, flag_bits, payload, out);
  out.put(header_length, 12, 1, length)
      .label(Binary{uint64_t{layer[12]} >> 4, 4}, " .... = Header Length: ", length, " bytes (",
             layer[12] >> 4, ')');
  if (length < fixed_length) {
    out.expert(bogus_header_length, ExpertSeverity::Error, ExpertGroup::Protocol, "Bogus TCP header length (",
               length, ", must be at least ", fixed_length, ')');
    out.more_info(" Win=", be16(&layer[14]), ", bogus TCP header length (", length, ", must be at least ",
                  fixed_length, ')');
    return;
  }
  put_flags(layer, flag_bits, words, out);
  put_window(layer, flag_bits, out);
  put_checksum_lines(layer, out);
  const uint16_t pointer = be16(&layer[18]);
  out.put(urgent_pointer);
  if ((flag_bits & urgent) != 0)
    out.more_info(" Urg=", pointer);
  else if (pointer != 0)
    out.expert(urgent_nonzero, ExpertSeverity::Note, ExpertGroup::Protocol, urgent_nonzero.label);
  out.more_info(" Len=", payload);
  if (length > layer.size()) return;
  dissect_tcp_options(layer.first(length), fixed_length, out);
  put_times(out);
  dissect_tcp_analysis(out);
  const size_t here = layer.size() - length;
  if (here == 0) return;
  if ((flag_bits & reset) != 0) {
    out.put(reset_cause, length, here);
    return;
  }
  out.put(payload_field, length, here, 0)
      .label("TCP payload (", payload, payload == 1 ? " byte)" : " bytes)");
}

}  // namespace wiretale
