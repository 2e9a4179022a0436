// Line: where printers write tcpdump's one-line form of a packet, and what they may ask while they do.
#pragma once
#include <memory>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "packet/names.h"
#include "packet/protocol.h"
#include "packet/view.h"

namespace wiretale {

/// tcpdump's options that change what printers write.
struct LineOptions {
  int verbose = 0;                            ///< -v, -vv, -vvv
  bool quiet = false;                         ///< -q
  bool link_header = false;                   ///< -e
  bool absolute_sequence = false;             ///< -S
  bool skip_checksums = false;                ///< -K
  bool as_dot = false;                        ///< -b
  bool undecoded_nfs_handles = false;         ///< -u
  bool show_lengths = false;                  ///< --lengths
  bool one_line = false;                      ///< -g
  int dump_ascii = 0;                         ///< -A (HTTP and its like then leave their text to the dump)
  int dump_hex = 0;                           ///< -x, -X; some printers leave unknown bytes to the dump
  ProtocolId packet_type = ProtocolId::None;  ///< -T: how to read UDP or TCP payloads on unknown ports
  std::vector<std::string> ipsec_secrets;     ///< -E: "spi@ipaddr algo:secret", one element per -E
  std::string tcp_md5_secret;                 ///< -M
};

/// A number by its name, or in decimal between `before` and `after` when it has none.
struct Named {
  Names names;
  uint64_t value;
  std::string_view before = "#", after = "";
};
/// The same with a hexadecimal number.
struct NamedHex {
  Names names;
  uint64_t value;
  std::string_view before = "#0x", after = "";
  unsigned width = 0;
};
/// The names of all set bits, in the table's order, with `between`; `none` when there is none of them.
struct NamedBits {
  Names names;
  uint64_t value;
  std::string_view none = "none";
  std::string_view between = ", ";
};

/// The network layer around what is being printed: for checksums, flows, and headers that speak of it.
struct NetworkHeader {
  enum Version : uint8_t { None = 0, Four = 4, Six = 6 } version = None;
  View header;                      ///< from the first byte of the IP header on
  const uint8_t* source = nullptr;  ///< 4 or 16 bytes
  const uint8_t* destination = nullptr;
  bool fragmented = false;  ///< checksums over the payload cannot be verified
  uint8_t protocol = 0;     ///< the transport, after extension headers
  uint8_t named = 0;        ///< what the fixed header names as next, which may be an extension header
};

/// The addresses of the innermost link header, for LLC, which writes them where nobody else has.
struct LinkAddresses {
  const uint8_t* source = nullptr;  ///< 6 bytes, or null where the link has none
  const uint8_t* destination = nullptr;
};

/// State that a printer keeps from packet to packet (sequence numbers, RPC calls): one object per type and
/// Line.
struct LineState {
  virtual ~LineState() = default;
};

class Line : public Text {
 public:
  Line(const LineOptions& chosen, const Dispatch& dispatch, std::span<const Protocol* const> catalog)
      : options(chosen), dispatch_(dispatch), catalog_(catalog) {}

  using Text::append;
  void append(Named named);
  void append(NamedHex named);
  void append(NamedBits named);
  /// For put() of the forms above beside those of Text.
  template <class... Parts>
  Line& put(const Parts&... parts) {
    (append(parts), ...);
    return *this;
  }

  /// A line break and `tabs` tabs (-v), or a space with -g.
  void new_line(unsigned tabs = 1);

  /// Prints the payload by the protocol that claims `number` in `on`; false when nobody does.
  bool child(On on, uint64_t number, View in) {
    return print(dispatch_.find(on, static_cast<uint16_t>(number)), in);
  }
  /// Whether somebody claims it.
  [[nodiscard]] ProtocolId find(On on, uint64_t number) const {
    return dispatch_.find(on, static_cast<uint16_t>(number));
  }
  /// Prints by a given protocol; false when it has no printer. Throws Truncated when nested deeper than
  /// `max_depth`.
  bool print(ProtocolId id, View in);
  static constexpr int max_depth = 100;

  /// tcpdump's " [|tcp]", by throwing; and " (invalid)".
  [[noreturn]] void truncated() const { throw Truncated{}; }
  void invalid() { put(" (invalid)"); }

  /// Bytes that no printer knows, in hexadecimal on lines of their own; nothing where the user silenced that
  /// (-q) or sees them anyway (-x, -X, -A).
  void unknown_data(View in);
  /// The same whatever the options say, where tcpdump's printers do so.
  void dump(View in);

  /// Whether the printer was called for the frame itself, not for a frame in a tunnel.
  [[nodiscard]] bool outermost() const { return depth_ == 1; }

  /// The printer's own state; made at first use, lives as long as the Line.
  template <class State>
  State& state() {
    static const size_t slot = next_state_slot_++;
    if (slot >= states_.size()) states_.resize(slot + 1);
    if (!states_[slot]) states_[slot] = std::make_unique<State>();
    return static_cast<State&>(*states_[slot]);
  }

  const LineOptions options;
  std::string_view
      protocol;           ///< who prints now, for "[|...]"; set on entry by each printer, not reset on return
  NetworkHeader network;  ///< innermost IP header so far
  LinkAddresses link;     ///< of the frame around what is being printed
  Ports ports;            ///< innermost TCP, UDP or SCTP ports so far
  Time time;              ///< of the packet
  uint32_t wire_length = 0;  ///< of the packet
  uint32_t captured_length = 0;
  /// What -x, -X and -A leave out. Link printers add to it; most do so after their payload was printed, so
  /// that a payload cut short is dumped with its link header, as tcpdump does.
  size_t link_header_length = 0;

 private:
  static inline size_t next_state_slot_ = 0;
  const Dispatch& dispatch_;
  std::span<const Protocol* const> catalog_;
  int depth_ = 0;
  std::vector<std::unique_ptr<LineState>> states_;
};

}  // namespace wiretale
