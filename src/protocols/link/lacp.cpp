// LACP (IEEE 802.1AX): what two systems tell each other about links that they may join.
#include "packet/field_cursor.h"
#include "packet/flag_lines.h"
#include "protocols/catalog.h"
#include "protocols/link/lacp_fields.h"

namespace wiretale::lacp {
namespace {

enum Element : uint8_t { terminator, actor, partner, collector };
constexpr std::string_view tree_name = "LACP";

struct SystemFields {
  const Field &priority, &system, &key, &port_priority, &port, &state, &words, &reserved;
  std::string_view column;
  const Field* flags[8];
};
constexpr SystemFields actor_fields{
    actor_priority,
    actor_system,
    actor_key,
    actor_port_priority,
    actor_port,
    actor_state,
    actor_words,
    actor_reserved,
    " ACTOR ",
    {&actor_activity, &actor_timeout, &actor_aggregation, &actor_synchronization, &actor_collecting,
     &actor_distributing, &actor_defaulted, &actor_expired}};
constexpr SystemFields partner_fields{
    partner_priority,
    partner_system,
    partner_key,
    partner_port_priority,
    partner_port,
    partner_state,
    partner_words,
    partner_reserved,
    " PARTNER ",
    {&partner_activity, &partner_timeout, &partner_aggregation, &partner_synchronization, &partner_collecting,
     &partner_distributing, &partner_defaulted, &partner_expired}};

void put_system(FieldCursor& in, const SystemFields& fields) {
  FieldWriter& out = in.out;
  const Bytes all = in.peek(18);
  in.put(fields.priority, 2);
  in.put(fields.system, 6);
  in.put(fields.key, 2);
  in.put(fields.port_priority, 2);
  in.put(fields.port, 2);
  const unsigned state = all[14];
  put_flags(out, in.at, 1, fields.state, fields.flags);
  constexpr std::string_view letters = "EFDCSGSA";
  char words[8];
  for (unsigned i = 0; i < 8; ++i) words[i] = (state & 0x80u >> i) != 0 ? letters[i] : '*';
  const std::string_view shown(words, sizeof words);
  out.put_text(fields.words, in.at, 1, shown).generated();
  in.skip(1);
  in.put(fields.reserved, 3);
  out.more_info(fields.column, MacText{&all[2]}, " P: ", be16(&all[12]), " K: ", be16(&all[8]), ' ', shown);
}

void dissect(Bytes layer, FieldWriter& out) {
  out.protocol_column("LACP");
  out.root().length(layer.size());
  FieldCursor in(out, tree_name);
  out.info('v', in.number(1));
  in.put(version, 1);
  while (in.left() > 0) {
    const Bytes head = in.peek(2);
    const unsigned type = head[0];
    const size_t length = head[1], first = in.at;
    in.put(element_type, 1);
    in.put(element_length, 1);
    if (type == terminator) {
      if (in.left() > 0) in.put(pad, in.left());
      return;
    }
    if (type == actor || type == partner) {
      put_system(in, type == actor ? actor_fields : partner_fields);
    } else if (type == collector) {
      in.put(collector_delay, 2);
      in.put(collector_reserved, 12);
    }
    if (length < 2) return;
    in.at = std::min(first + length, in.end);
  }
}

Step decode(Cursor& in, Context&) {
  in.take(1);
  return {.trouble = in.ok() ? Trouble::None : Trouble::Truncated};
}

}  // namespace

extern constinit const Protocol protocol{.name = "lacp",
                                         .title = "Link Aggregation Control Protocol",
                                         .fields = fields,
                                         .decode = decode,
                                         .dissect = dissect,
                                         .placed = Placed::ByDissect,
                                         .keeps = Keeps::Nothing};

}  // namespace wiretale::lacp
