// Radiotap (https://www.radiotap.org): what the radio knew about an 802.11 frame. Numbers are little-endian.
#include <array>

#include "packet/line.h"
#include "protocols/catalog.h"
#include "protocols/link/ieee80211.h"

namespace wiretale::radiotap {
namespace {

constexpr Field version{"radiotap.version", "Header revision", bytes(0, 1)};
constexpr const Field* fields[] = {&version};

constexpr Claim found_on[] = {{On::LinkType, 127}};

constexpr size_t fixed_length = 8;

enum Bit : uint8_t {
  Timestamp,
  Flags,
  Rate,
  Channel,
  HopSet,
  SignalDbm,
  NoiseDbm,
  Quality,
  Attenuation,
  AttenuationDb,
  PowerDbm,
  Antenna,
  SignalDb,
  NoiseDb,
  ReceiveFlags,
  ExtendedChannel = 18,
  Mcs = 19,
  AggregateStatus = 20,
  Vht = 21,
  RadiotapNamespace = 29,
  VendorNamespace = 30,
  Extended = 31
};
/// How fields are aligned and how long they are, by bit.
struct Shape {
  uint8_t alignment = 0, size = 0;
};
constexpr std::array<Shape, 22> shapes{{{8, 8}, {1, 1}, {1, 1}, {2, 4}, {1, 2}, {1, 1}, {1, 1}, {2, 2},
                                        {2, 2}, {1, 1}, {1, 1}, {1, 1}, {1, 1}, {1, 1}, {2, 2}, {},
                                        {},     {},     {4, 8}, {1, 3}, {4, 8}, {2, 12}}};

enum FrameFlag : uint8_t {
  ContentionFree = 0x01,
  ShortPreamble = 0x02,
  Wep = 0x04,
  Fragmented = 0x08,
  HasCheck = 0x10,
  HeaderPadded = 0x20,
  BadCheck = 0x40
};

enum ChannelFlag : uint32_t {
  Turbo = 0x0010,
  Cck = 0x0020,
  Ofdm = 0x0040,
  TwoGhz = 0x0080,
  FiveGhz = 0x0100,
  Dynamic = 0x0400,
  FrequencyHopping = 0x0800,
  HalfRate = 0x4000,
  QuarterRate = 0x8000,
  Ht20 = 0x10000,
  Ht40Up = 0x20000,
  Ht40Down = 0x40000
};

void put_channel(Line& line, uint16_t frequency, uint32_t flags, bool high_throughput) {
  const auto all = [&](uint32_t wanted) { return (flags & wanted) == wanted; };
  const std::string_view width = all(HalfRate) ? "/10Mhz" : all(QuarterRate) ? "/5Mhz" : "";
  line.put(frequency, " MHz");
  if (all(TwoGhz | FrequencyHopping)) line.put(" FHSS");
  if (high_throughput)
    line.put(" 11n");
  else if (all(FiveGhz | Ofdm))
    line.put(" 11a", width);
  else if (all(TwoGhz | Ofdm) || all(TwoGhz | Dynamic))
    line.put(" 11g", width);
  else if (all(TwoGhz | Cck))
    line.put(" 11b");
  if (all(Turbo)) line.put(" Turbo");
  if (all(Ht20))
    line.put(" ht/20");
  else if (all(Ht40Down))
    line.put(" ht/40-");
  else if (all(Ht40Up))
    line.put(" ht/40+");
  line.put(' ');
}

/// HT rates in 20 MHz with the long guard interval, in Mb/s (IEEE 802.11-2016 19.5); 0 for MCS 32, which is
/// of 40 MHz.
constexpr std::array<float, 77> rates{
    6.5,  13,   19.5,  26,    39,   52,    58.5,  65,    13,  26,    39,  52,  78,   104, 117, 130,
    19.5, 39,   58.5,  78,    117,  156,   175.5, 195,   26,  52,    78,  104, 156,  208, 234, 260,
    0,    39,   52,    65,    58.5, 78,    97.5,  52,    65,  65,    78,  91,  91,   104, 78,  97.5,
    97.5, 117,  136.5, 136.5, 156,  65,    78,    91,    78,  91,    104, 117, 104,  117, 130, 130,
    143,  97.5, 117,   136.5, 117,  136.5, 156,   175.5, 156, 175.5, 195, 195, 214.5};

double rate_of(uint8_t index, bool forty, bool short_guard) {
  constexpr uint8_t duplicate = 32;
  const double base = index == duplicate ? (forty ? 6.0 : 0) : rates[index] * (forty ? 108.0 / 52 : 1);
  return short_guard ? base * 10 / 9 : base;
}

void put_mcs(Line& line, View in, size_t at) {
  const uint8_t known = in.u8(at), flags = in.u8(at + 1), index = in.u8(at + 2);
  constexpr uint8_t knows_width = 1, knows_index = 2, knows_guard = 4, knows_format = 8, knows_fec = 0x10,
                    knows_stbc = 0x20;
  const bool forty = (flags & 3) == 1, short_guard = (flags & 4) != 0;
  if ((known & knows_index) != 0) {
    if ((known & (knows_width | knows_guard)) != 0 && index < rates.size() &&
        rate_of(index, forty, short_guard) > 0)
      line.put(Fixed{rate_of(index, forty, short_guard), 1}, " Mb/s MCS ", index, ' ');
    else
      line.put("MCS ", index, ' ');
  }
  if ((known & knows_width) != 0) {
    constexpr std::string_view widths[] = {"20 MHz ", "40 MHz ", "20 MHz (L) ", "20 MHz (U) "};
    line.put(widths[flags & 3]);
  }
  if ((known & knows_guard) != 0) line.put(short_guard ? "short GI " : "long GI ");
  if ((known & knows_format) != 0) line.put((flags & 8) != 0 ? "greenfield " : "mixed ");
  if ((known & knows_fec) != 0) line.put((flags & 0x10) != 0 ? "LDPC FEC " : "BCC FEC ");
  if ((known & knows_stbc) != 0) line.put("RX-STBC", flags >> 5 & 3, ' ');
}

void put_vht(Line& line, View in, size_t at) {
  constexpr uint16_t knows_guard = 0x04, knows_width = 0x40;
  constexpr std::string_view widths[] = {
      "20 MHz",        "40 MHz",        "20 MHz (L)",    "20 MHz (U)",    "80 MHz",        "80 MHz (L)",
      "80 MHz (U)",    "80 MHz (LL)",   "80 MHz (LU)",   "80 MHz (UL)",   "80 MHz (UU)",   "160 MHz",
      "160 MHz (L)",   "160 MHz (U)",   "160 MHz (LL)",  "160 MHz (LU)",  "160 MHz (UL)",  "160 MHz (UU)",
      "160 MHz (LLL)", "160 MHz (LLU)", "160 MHz (LUL)", "160 MHz (UUU)", "160 MHz (ULL)", "160 MHz (ULU)",
      "160 MHz (UUL)", "160 MHz (UUU)"};
  const uint16_t known = in.little16(at);
  const uint8_t flags = in.u8(at + 2), width = in.u8(at + 3), coding = in.u8(at + 8);
  for (unsigned i = 0; i < 4; ++i) {
    const uint8_t streams = in.u8(at + 4 + i);
    if ((streams & 0xf) == 0) continue;
    line.put("User ", i, " MCS ", streams >> 4, ' ', (coding >> i & 1) != 0 ? "LDPC" : "BCC", " FEC ");
  }
  if ((known & knows_width) != 0) {
    if (width < std::size(widths))
      line.put(widths[width], ' ');
    else
      line.put("unknown (", width, ") ");
  }
  if ((known & knows_guard) != 0) line.put((flags & 4) != 0 ? "short GI " : "long GI ");
}

/// What the header's fields say about the frame.
struct State {
  uint8_t flags = 0;
};

void put_field(Line& line, View in, unsigned bit, size_t at, uint32_t present, State& state) {
  const auto signed_byte = [&] { return static_cast<int>(in.s8(at)); };
  switch (bit) {
    case Timestamp: line.put(in.little64(at), "us tsft "); break;
    case Flags: {
      const uint8_t flags = in.u8(at);
      state.flags = flags;
      if ((flags & ContentionFree) != 0) line.put("cfp ");
      if ((flags & ShortPreamble) != 0) line.put("short preamble ");
      if ((flags & Wep) != 0) line.put("wep ");
      if ((flags & Fragmented) != 0) line.put("fragmented ");
      if ((flags & BadCheck) != 0) line.put("bad-fcs ");
      break;
    }
    case Rate: {
      const uint8_t rate = in.u8(at);
      // Some drivers give an MCS here.
      if (rate >= 0x80 && rate <= 0x8f)
        line.put("MCS ", rate & 0x7f, ' ');
      else
        line.put(Fixed{.5 * rate, 1}, " Mb/s ");
      break;
    }
    case Channel: put_channel(line, in.little16(at), in.little16(at + 2), (present & 1u << Mcs) != 0); break;
    case HopSet: line.put("fhset ", in.u8(at), " fhpat ", in.u8(at + 1), ' '); break;
    case SignalDbm: line.put(signed_byte(), "dBm signal "); break;
    case NoiseDbm: line.put(signed_byte(), "dBm noise "); break;
    case Quality: line.put(in.little16(at), " sq "); break;
    case Attenuation: line.put(-static_cast<int>(static_cast<int16_t>(in.little16(at))), " tx power "); break;
    case AttenuationDb: line.put(-signed_byte(), "dB tx attenuation "); break;
    case PowerDbm: line.put(signed_byte(), "dBm tx power "); break;
    case Antenna: line.put("antenna ", in.u8(at), ' '); break;
    case SignalDb: line.put(in.u8(at), "dB signal "); break;
    case NoiseDb: line.put(in.u8(at), "dB noise "); break;
    case ExtendedChannel: put_channel(line, in.little16(at + 4), in.little32(at), false); break;
    case Mcs: put_mcs(line, in, at); break;
    case Vht: put_vht(line, in, at); break;
    default: break;
  }
}

/// The fields that `present` words announce; they end where one is unknown or does not fit.
void put_fields(Line& line, View in, State& state) {
  constexpr size_t first_word = 4;
  size_t words = 1;
  while ((in.little32(first_word + 4 * (words - 1)) & 1u << Extended) != 0) {
    in.need(first_word + 4 * words, 4);
    ++words;
  }
  size_t at = first_word + 4 * words;
  unsigned base = 0;
  for (size_t word = 0; word < words; ++word) {
    const uint32_t present = in.little32(first_word + 4 * word);
    for (unsigned bit = 0; bit < RadiotapNamespace; ++bit) {
      if ((present & 1u << bit) == 0) continue;
      if (base != 0 || bit >= shapes.size() || shapes[bit].size == 0) {
        line.put("[bit ", base + bit, "] ");
        return;
      }
      at = (at + shapes[bit].alignment - 1) / shapes[bit].alignment * shapes[bit].alignment;
      if (!in.has(at, shapes[bit].size)) {
        line.put(" [|802.11_radio]");
        return;
      }
      put_field(line, in, bit, at, present, state);
      at += shapes[bit].size;
    }
    base = (present & 1u << RadiotapNamespace) != 0 ? 0 : base + 32;
    if ((present & 1u << VendorNamespace) != 0) return;
  }
}

void print(Line& line, View in) {
  line.protocol = "802.11_radio";
  in.need(0, fixed_length);
  const size_t size = in.little16(2);
  if (size < fixed_length || !in.has(0, size)) line.truncated();
  State state;
  put_fields(line, in.limit(size), state);
  constexpr size_t check_size = 4;
  line.link_header_length +=
      size + ieee80211::print_frame(line, in.from(size),
                                    {.padded = (state.flags & HeaderPadded) != 0 ? ieee80211::Padding::ToFour
                                                                                 : ieee80211::Padding::None,
                                     .check_size = (state.flags & HasCheck) != 0 ? check_size : 0});
}

Step decode(Cursor& in, Context&) {
  const Bytes header = in.take(fixed_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  const size_t size = le16(&header[2]);
  if (size < fixed_length) return {.trouble = Trouble::Malformed};
  in.skip(size - fixed_length);
  if (!in.ok()) return {.trouble = Trouble::Truncated};
  return {.next = ids::ieee80211};
}

}  // namespace

extern constinit const Protocol protocol{.name = "radiotap",
                                         .title = "IEEE 802.11 Radiotap Capture header",
                                         .fields = fields,
                                         .found_on = found_on,
                                         .decode = decode,
                                         .print = print};

}  // namespace wiretale::radiotap
