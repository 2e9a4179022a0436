// The methods of AMQP 0-9-1 and their arguments, as its specification lists them.
#pragma once
#include <array>

#include "protocols/application/amqp/amqp_fields.h"

namespace wiretale::amqp {

/// How an argument lies in the frame.
enum class Kind : uint8_t { Octet, Short, Long, LongLong, ShortString, LongString, Table, Bit };

struct Argument {
  const Field* field = nullptr;
  Kind kind = Kind::Octet;
  std::string_view told = {};  ///< in front of it in the info column
};

struct Method {
  uint16_t class_id, method_id;
  std::string_view class_name, name;
  std::array<Argument, 9> arguments = {};
};

namespace argument {
using namespace field;
using enum Kind;
constexpr Argument ticket{&method_arguments_ticket, Short};
constexpr Argument exchange{&method_arguments_exchange, ShortString, "x="};
constexpr Argument plain_exchange{&method_arguments_exchange, ShortString};
constexpr Argument queue{&method_arguments_queue, ShortString, "q="};
constexpr Argument routing_key{&method_arguments_routing_key, ShortString, "rk="};
constexpr Argument binding_key{&method_arguments_routing_key, ShortString, "bk="};
constexpr Argument table{&method_arguments_arguments, Table};
constexpr Argument nowait{&method_arguments_nowait, Bit};
constexpr Argument reply_code{&method_arguments_reply_code, Short};
constexpr Argument reply_text{&method_arguments_reply_text, ShortString, "reply="};
constexpr Argument class_id{&method_arguments_class_id, Short};
constexpr Argument method_id{&method_arguments_method_id, Short};
constexpr Argument channel_max{&method_arguments_channel_max, Short};
constexpr Argument frame_max{&method_arguments_frame_max, Long};
constexpr Argument heartbeat{&method_arguments_heartbeat, Short};
constexpr Argument consumer_tag{&method_arguments_consumer_tag, ShortString};
constexpr Argument delivery_tag{&method_arguments_delivery_tag, LongLong};
constexpr Argument redelivered{&method_arguments_redelivered, Bit};
constexpr Argument multiple{&method_arguments_multiple, Bit};
constexpr Argument requeue{&method_arguments_requeue, Bit};
constexpr Argument active{&method_arguments_active, Bit};
constexpr Argument message_count{&method_arguments_message_count, Long};
constexpr Argument if_unused{&method_arguments_if_unused, Bit};
constexpr Argument durable{&method_arguments_durable, Bit};
constexpr Argument passive_first{&method_arguments_passive, Bit};
constexpr Argument exclusive{&method_arguments_exclusive, Bit};
constexpr Argument auto_delete{&method_arguments_auto_delete, Bit};
constexpr Argument destination{&method_arguments_destination, ShortString};
constexpr Argument source{&method_arguments_source, ShortString};
}  // namespace argument

inline constexpr auto methods = [] {
  using namespace argument;
  using namespace field;
  return std::to_array<Method>({
      {10,
       10,
       "Connection",
       "Start",
       {{{&method_arguments_version_major, Octet},
         {&method_arguments_version_minor, Octet},
         {&method_arguments_server_properties, Table},
         {&method_arguments_mechanisms, LongString},
         {&method_arguments_locales, LongString}}}},
      {10,
       11,
       "Connection",
       "Start-Ok",
       {{{&method_arguments_client_properties, Table},
         {&method_arguments_mechanism, ShortString},
         {&method_arguments_response, LongString},
         {&method_arguments_locale, ShortString}}}},
      {10, 20, "Connection", "Secure", {{{&method_arguments_challenge, LongString}}}},
      {10, 21, "Connection", "Secure-Ok", {{{&method_arguments_response, LongString}}}},
      {10, 30, "Connection", "Tune", {{channel_max, frame_max, heartbeat}}},
      {10, 31, "Connection", "Tune-Ok", {{channel_max, frame_max, heartbeat}}},
      {10,
       40,
       "Connection",
       "Open",
       {{{&method_arguments_virtual_host, ShortString, "vhost="},
         {&method_arguments_capabilities, ShortString},
         {&method_arguments_insist, Bit}}}},
      {10, 41, "Connection", "Open-Ok", {{{&method_arguments_known_hosts, ShortString}}}},
      {10, 50, "Connection", "Close", {{reply_code, reply_text, class_id, method_id}}},
      {10, 51, "Connection", "Close-Ok"},
      {10, 60, "Connection", "Blocked", {{{&method_arguments_reason, ShortString}}}},
      {10, 61, "Connection", "Unblocked"},
      {20, 10, "Channel", "Open", {{{&method_arguments_out_of_band, ShortString}}}},
      {20, 11, "Channel", "Open-Ok", {{{&method_arguments_channel_id, LongString}}}},
      {20, 20, "Channel", "Flow", {{active}}},
      {20, 21, "Channel", "Flow-Ok", {{active}}},
      {20, 40, "Channel", "Close", {{reply_code, reply_text, class_id, method_id}}},
      {20, 41, "Channel", "Close-Ok"},
      {40,
       10,
       "Exchange",
       "Declare",
       {{ticket,
         exchange,
         {&method_arguments_type, ShortString},
         passive_first,
         durable,
         auto_delete,
         {&method_arguments_internal, Bit},
         nowait,
         table}}},
      {40, 11, "Exchange", "Declare-Ok"},
      {40, 20, "Exchange", "Delete", {{ticket, exchange, if_unused, nowait}}},
      {40, 21, "Exchange", "Delete-Ok"},
      {40, 30, "Exchange", "Bind", {{ticket, destination, source, routing_key, nowait, table}}},
      {40, 31, "Exchange", "Bind-Ok"},
      {40, 40, "Exchange", "Unbind", {{ticket, destination, source, routing_key, nowait, table}}},
      {40, 51, "Exchange", "Unbind-Ok"},
      {50,
       10,
       "Queue",
       "Declare",
       {{ticket, queue, passive_first, durable, exclusive, auto_delete, nowait, table}}},
      {50, 11, "Queue", "Declare-Ok", {{queue, message_count, {&method_arguments_consumer_count, Long}}}},
      {50, 20, "Queue", "Bind", {{ticket, queue, exchange, binding_key, nowait, table}}},
      {50, 21, "Queue", "Bind-Ok"},
      {50, 30, "Queue", "Purge", {{ticket, queue, nowait}}},
      {50, 31, "Queue", "Purge-Ok", {{message_count}}},
      {50, 40, "Queue", "Delete", {{ticket, queue, if_unused, {&method_arguments_if_empty, Bit}, nowait}}},
      {50, 41, "Queue", "Delete-Ok", {{message_count}}},
      {50, 50, "Queue", "Unbind", {{ticket, queue, exchange, binding_key, table}}},
      {50, 51, "Queue", "Unbind-Ok"},
      {60,
       10,
       "Basic",
       "Qos",
       {{{&method_arguments_prefetch_size, Long},
         {&method_arguments_prefetch_count, Short},
         {&method_arguments_global, Bit}}}},
      {60, 11, "Basic", "Qos-Ok"},
      {60,
       20,
       "Basic",
       "Consume",
       {{ticket,
         queue,
         consumer_tag,
         {&method_arguments_no_local, Bit},
         {&method_arguments_no_ack, Bit},
         exclusive,
         nowait,
         {&method_arguments_filter, Table}}}},
      {60, 21, "Basic", "Consume-Ok", {{consumer_tag}}},
      {60, 30, "Basic", "Cancel", {{consumer_tag, nowait}}},
      {60, 31, "Basic", "Cancel-Ok", {{consumer_tag}}},
      {60,
       40,
       "Basic",
       "Publish",
       {{ticket,
         exchange,
         routing_key,
         {&method_arguments_mandatory, Bit},
         {&method_arguments_immediate, Bit}}}},
      {60,
       50,
       "Basic",
       "Return",
       {{reply_code, reply_text, plain_exchange, {&method_arguments_routing_key, ShortString}}}},
      {60, 60, "Basic", "Deliver", {{consumer_tag, delivery_tag, redelivered, exchange, routing_key}}},
      {60, 70, "Basic", "Get", {{ticket, queue, {&method_arguments_no_ack, Bit}}}},
      {60, 71, "Basic", "Get-Ok", {{delivery_tag, redelivered, exchange, routing_key, message_count}}},
      {60, 72, "Basic", "Get-Empty", {{{&method_arguments_cluster_id, ShortString}}}},
      {60, 80, "Basic", "Ack", {{delivery_tag, multiple}}},
      {60, 90, "Basic", "Reject", {{delivery_tag, requeue}}},
      {60, 100, "Basic", "Recover-Async", {{requeue}}},
      {60, 110, "Basic", "Recover", {{requeue}}},
      {60, 111, "Basic", "Recover-Ok"},
      {60, 120, "Basic", "Nack", {{delivery_tag, multiple, requeue}}},
      {85, 10, "Confirm", "Select", {{nowait}}},
      {85, 11, "Confirm", "Select-Ok"},
      {90, 10, "Tx", "Select"},
      {90, 11, "Tx", "Select-Ok"},
      {90, 20, "Tx", "Commit"},
      {90, 21, "Tx", "Commit-Ok"},
      {90, 30, "Tx", "Rollback"},
      {90, 31, "Tx", "Rollback-Ok"},
  });
}();

}  // namespace wiretale::amqp
