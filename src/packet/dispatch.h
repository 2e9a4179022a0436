// Who follows whom: from a number in a parent's header to the protocol that claims it.
#pragma once
#include <array>
#include <memory>
#include <vector>

#include "packet/layer.h"

namespace wiretale {

/// The spaces of numbers by which protocols are found.
enum class On : uint8_t {
  LinkType,   ///< LINKTYPE_* of the capture file (not DLT_*)
  EtherType,  ///< also GRE's and SLL's protocol type
  LlcSap,     ///< IEEE 802.2 DSAP
  CiscoSnap,  ///< SNAP protocol id under OUI 00:00:0c
  IpProtocol,
  UdpPort,
  TcpPort,
  SctpPort,
  SctpPayload,  ///< payload protocol identifier of DATA chunks (RFC 9260 3.3.1)
  PppProtocol,
  NetworkLayerId,  ///< OSI NLPID
  Count
};

/// Where a claim holds: for flows and findings, for field trees (tshark's habits), for the one-line output
/// (tcpdump's habits), or for several of them. They differ for example on UDP port 8472.
enum class Scope : uint8_t {
  Line = 1,
  Tree = 2,
  Flows = 4,
  Decode = Tree | Flows,
  Both = Line | Tree | Flows
};

/// A protocol's place: "I am what follows UDP port 4789".
struct Claim {
  On on;
  uint16_t number;
  Scope scope = Scope::Both;
};

/// The table that all claims make together.
class Dispatch {
 public:
  void add(On on, uint16_t number, ProtocolId protocol) { page(on)[number] = protocol; }
  /// Takes all places of a protocol away.
  void remove(ProtocolId protocol) {
    for (const auto& page : pages_)
      if (page)
        for (ProtocolId& id : *page)
          if (id == protocol) id = ProtocolId::None;
  }
  [[nodiscard]] ProtocolId find(On on, uint16_t number) const {
    const auto& page = pages_[static_cast<size_t>(on)];
    return page ? (*page)[number] : ProtocolId::None;
  }

 private:
  using Page = std::array<ProtocolId, 65536>;
  Page& page(On on) {
    auto& page = pages_[static_cast<size_t>(on)];
    if (!page) page = std::make_unique<Page>();
    return *page;
  }
  std::array<std::unique_ptr<Page>, static_cast<size_t>(On::Count)> pages_;
};

}  // namespace wiretale
