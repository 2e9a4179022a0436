// PIM version 1 (draft-ietf-idmr-pim-spec), which travels in IGMP.
#include "protocols/network/pim_v1.h"

namespace wiretale::igmp {
namespace {

enum Message : uint8_t {
  query,
  register_message,
  register_stop,
  join_prune,
  reachable,
  assertion,
  graft,
  graft_acknowledgement
};
constexpr Name message_names[] = {
    {query, "Query"},           {register_message, "Register"},      {register_stop, "Register-Stop"},
    {join_prune, "Join/Prune"}, {reachable, "RP-reachable"},         {assertion, "Assert"},
    {graft, "Graft"},           {graft_acknowledgement, "Graft-ACK"}};
constexpr Name mode_names[] = {{0, "Dense-mode"}, {1, "Sparse-mode"}, {2, "Sparse-Dense-mode"}};
constexpr uint32_t whole_address = 0xffffffff;

/// A message that ends too early; its end is marked, and what follows the message is printed all the same.
struct TooShort {};

void put_mask(Line& line, View in, size_t at) {
  if (in.u32(at) != whole_address) line.put('/', Ipv4Text{in.at_least(at, 4)});
}

/// How a source is wanted: sparse or dense, by all (WC), along the tree of the rendezvous point or the
/// source's.
void put_source_flags(Line& line, View in) {
  line.put((in.u8(0) & 0x01) != 0 ? "Sparse" : "Dense", (in.u8(1) & 0x80) != 0 ? " WC " : " ",
           (in.u8(1) & 0x40) != 0 ? "RP" : "SPT");
}

void print_sources(Line& line, View& in, unsigned count, std::string_view verb) {
  constexpr size_t source_length = 6;
  for (unsigned i = 0; i < count; ++i) {
    if (!in.has(0, source_length)) throw TooShort{};
    line.put("\n\t", verb, ' ');
    put_source_flags(line, in);
    line.put(' ', Ipv4Text{in.at_least(2, 4)}, '/', in.u8(1) & 0x3fu);
    in = in.from(source_length);
  }
}

/// Joins and prunes in one line when there is only one of them.
void print_join_prune(Line& line, View in) {
  constexpr size_t fixed_length = 12, single_length = 30, group_length = 12;
  const bool all = line.options.verbose > 1;
  if (in.has(0, single_length) && in.u8(11) == 1 && in.u16(20) + in.u16(22) == 1) {
    line.put(" RPF ", Ipv4Text{in.at_least(0, 4)}, " Hold ", Elapsed{in.u16(6)},
             in.u16(20) == 1 ? "Join" : "Prune", " (", Ipv4Text{in.at_least(26, 4)}, '/', in.u8(25) & 0x3fu,
             ", ", Ipv4Text{in.at_least(12, 4)});
    put_mask(line, in, 16);
    line.put(") ");
    put_source_flags(line, in.from(24));
    return;
  }
  if (!in.has(0, 4)) throw TooShort{};
  line.put(all ? "\n Upstream Nbr: " : " Upstream Nbr: ", Ipv4Text{in.at_least(0, 4)});
  if (!in.has(0, 8)) throw TooShort{};
  line.put(all ? "\n Hold time: " : " Hold time: ", Elapsed{in.u16(6)});
  if (!all) return;
  if (!in.has(0, fixed_length)) throw TooShort{};
  const unsigned groups = in.u8(11);
  in = in.from(fixed_length);
  for (unsigned i = 0; i < groups; ++i) {
    if (!in.has(0, 4)) throw TooShort{};
    line.put("\n\tGroup: ", Ipv4Text{in.at_least(0, 4)});
    if (!in.has(0, 8)) throw TooShort{};
    put_mask(line, in, 4);
    if (!in.has(0, group_length)) throw TooShort{};
    const unsigned joined = in.u16(8), pruned = in.u16(10);
    line.put(" joined: ", joined, " pruned: ", pruned);
    in = in.from(group_length);
    print_sources(line, in, joined, "Join ");
    print_sources(line, in, pruned, "Prune");
  }
}

void print_body(Line& line, View in, uint8_t kind) {
  const bool verbose = line.options.verbose > 0;
  switch (kind) {
    case query:
      if (in.has(8, 1)) {
        const unsigned mode = in.u8(8) >> 4;
        line.put(' ', Named{mode_names, mode, "mode-"});
      }
      if (!verbose) break;
      line.put(" (Hold-time ");
      line.put(Elapsed{in.u16(10)}, ')');
      break;
    case register_message:
      // The packet's IP header follows.
      if (!in.has(8, 20)) throw TooShort{};
      line.put(" for ", Ipv4Text{in.at_least(20, 4)}, " > ", Ipv4Text{in.at_least(24, 4)});
      break;
    case register_stop:
      line.put(" for ", Ipv4Text{in.at_least(8, 4)}, " > ", Ipv4Text{in.at_least(12, 4)});
      break;
    case reachable:
      if (!verbose) break;
      line.put(" group ", Ipv4Text{in.at_least(8, 4)});
      put_mask(line, in, 12);
      line.put(" RP ", Ipv4Text{in.at_least(16, 4)}, " hold ");
      line.put(Elapsed{in.u16(22)});
      break;
    case assertion:
      line.put(" for ", Ipv4Text{in.at_least(16, 4)}, " > ", Ipv4Text{in.at_least(8, 4)});
      put_mask(line, in, 12);
      line.put((in.u8(20) & 0x80) != 0 ? " RP-tree" : " SPT");
      line.put(" pref ", in.u32(20) & 0x7fffffff, " metric ", in.u32(24));
      break;
    case join_prune:
    case graft:
    case graft_acknowledgement:
      if (verbose) print_join_prune(line, in.from(8));
      break;
    default: break;
  }
}

}  // namespace

void print_pim_v1(Line& line, View in) {
  line.protocol = "pimv1";
  const uint8_t kind = in.u8(1);
  const std::string_view name = find_name(message_names, kind);
  if (name.empty())
    line.put(" [type ", kind, ']');
  else
    line.put(' ', name);
  try {
    print_body(line, in, kind);
  } catch (const TooShort&) {
    line.put(" [|pimv1]");
  }
  if (const uint8_t of_version = in.u8(4) >> 4; of_version != 1) line.put(" [v", of_version, ']');
}

}  // namespace wiretale::igmp
