// The fields of IPv6's extension headers and their options, as Wireshark names and labels them.
#pragma once
#include "packet/field.h"

namespace wiretale::ipv6_extension {

inline constexpr Name option_type_names_[] = {{0, "Pad1"},
                                              {1, "PadN"},
                                              {4, "Tunnel Encapsulation Limit"},
                                              {5, "Router Alert"},
                                              {7, "CALIPSO"},
                                              {8, "SMF_DPD"},
                                              {15, "Performance and Diagnostic Metrics"},
                                              {30, "Experimental (0x1E)"},
                                              {38, "Quick-Start"},
                                              {48, "Path MTU Option"},
                                              {49, "IOAM Option"},
                                              {62, "Experimental (0x3E)"},
                                              {65, "Tunnel Payload Forwarding (TPF) Information"},
                                              {94, "Experimental (0x5E)"},
                                              {99, "RPL Option"},
                                              {109, "MPL Option"},
                                              {126, "Experimental (0x7E)"},
                                              {138, "Endpoint Identification"},
                                              {139, "ILNP Nonce"},
                                              {140, "Line-Identification Option"},
                                              {158, "Experimental (0x9E)"},
                                              {190, "Experimental (0xBE)"},
                                              {194, "Jumbo Payload"},
                                              {201, "Home Address"},
                                              {222, "Experimental (0xDE)"},
                                              {238, "IP_DFF"},
                                              {254, "Experimental (0xFE)"}};
inline constexpr Name option_action_names_[] = {{0, "Skip and continue"},
                                                {1, "Discard"},
                                                {2, "Discard and send ICMP Parameter Problem"},
                                                {3, "Discard and send ICMP if not multicast"}};
inline constexpr Name option_change_names_[] = {{1, "Yes"}, {0, "No"}};
inline constexpr Name router_alert_names_[] = {{0, "MLD"}, {1, "RSVP"}, {2, "Active Network"}};
inline constexpr Name quick_start_function_names_[] = {{0, "Rate request"}, {8, "Rate report"}};
inline constexpr Name quick_start_rate_names_[] = {
    {0, "0 bit/s"},        {1, "80 Kbit/s"},      {2, "160 Kbit/s"},     {3, "320 Kbit/s"},
    {4, "640 Kbit/s"},     {5, "1.28 Mbit/s"},    {6, "2.56 Mbit/s"},    {7, "5.12 Mbit/s"},
    {8, "10.24 Mbit/s"},   {9, "20.48 Mbit/s"},   {10, "40.96 Mbit/s"},  {11, "81.92 Mbit/s"},
    {12, "163.84 Mbit/s"}, {13, "327.68 Mbit/s"}, {14, "655.36 Mbit/s"}, {15, "1.31072 Gbit/s"}};
inline constexpr Field option{"ipv6.opt", "IPv6 Option", varies, Type::None};
inline constexpr Field option_type{"ipv6.opt.type", "Type",    bytes(0, 1),
                                   Type::Uint8,     Show::Hex, option_type_names_};
inline constexpr Field option_action{"ipv6.opt.type.action", "Action", bits(0, 2), Type::Uint8, Show::Decimal,
                                     option_action_names_};
inline constexpr Field option_change{"ipv6.opt.type.change", "May Change",  bits(2, 1),
                                     Type::Boolean,          Show::Decimal, option_change_names_};
inline constexpr Field option_rest{"ipv6.opt.type.rest", "Low-Order Bits", bits(3, 5), Type::Uint8,
                                   Show::Hex};
inline constexpr Field option_length{"ipv6.opt.length", "Length", bytes(1, 1), Type::Uint8};
inline constexpr Field pad1{"ipv6.opt.pad1", "Pad1", varies, Type::None};
inline constexpr Field padding{"ipv6.opt.padn", "PadN", varies, Type::ByteArray, Show::MaybeNone};
inline constexpr Field router_alert{"ipv6.opt.router_alert", "Router Alert",     varies, Type::Uint16,
                                    Show::Decimal,           router_alert_names_};
inline constexpr Field tunnel_limit{"ipv6.opt.tel", "Tunnel Encapsulation Limit", varies, Type::Uint8};
inline constexpr Field jumbo{"ipv6.opt.jumbo", "Payload Length", varies, Type::Uint32};
inline constexpr Field home_address{"ipv6.opt.mipv6.home_address", "MIPv6 Home Address", varies, Type::Ipv6};
inline constexpr Field quick_start_function{"ipv6.opt.qs_func", "Function",    bits(0, 4),
                                            Type::Uint8,        Show::Decimal, quick_start_function_names_};
inline constexpr Field quick_start_rate{"ipv6.opt.qs_rate", "Rate",        bits(4, 4),
                                        Type::Uint8,        Show::Decimal, quick_start_rate_names_};
inline constexpr Field quick_start_ttl{"ipv6.opt.qs_ttl", "QS TTL", varies, Type::Uint8};
inline constexpr Field quick_start_nonce{"ipv6.opt.qs_nonce", "QS Nonce", bits(0, 30), Type::Uint32,
                                         Show::Hex};
inline constexpr Field quick_start_reserved{"ipv6.opt.qs_reserved", "Reserved", bits(30, 2).within(0, 32),
                                            Type::Uint32, Show::Hex};
inline constexpr Field rpl_flag{"ipv6.opt.rpl.flag", "Flag", varies, Type::Uint8, Show::Hex};
inline constexpr Field rpl_down{"ipv6.opt.rpl.flag.o", "Down", bits(0, 1), Type::Boolean};
inline constexpr Field rpl_rank_error{"ipv6.opt.rpl.flag.r", "Rank Error", bits(1, 1), Type::Boolean};
inline constexpr Field rpl_forwarding_error{"ipv6.opt.rpl.flag.f", "Forwarding Error", bits(2, 1),
                                            Type::Boolean};
inline constexpr Field rpl_reserved{"ipv6.opt.rpl.flag.rsv", "Reserved", bits(3, 5), Type::Uint8, Show::Hex};
inline constexpr Field rpl_instance{"ipv6.opt.rpl.instance_id", "RPLInstanceID", varies, Type::Uint8,
                                    Show::Hex};
inline constexpr Field rpl_rank{"ipv6.opt.rpl.sender_rank", "Sender Rank", varies, Type::Uint16, Show::Hex};
inline constexpr Field experimental{"ipv6.opt.experimental", "Experimental Option", varies, Type::ByteArray};
inline constexpr Field unknown_option{"ipv6.opt.unknown", "Unknown Option Payload", varies, Type::ByteArray};
inline constexpr const Field* fields[] = {&option,
                                          &option_type,
                                          &option_action,
                                          &option_change,
                                          &option_rest,
                                          &option_length,
                                          &pad1,
                                          &padding,
                                          &router_alert,
                                          &tunnel_limit,
                                          &jumbo,
                                          &home_address,
                                          &quick_start_function,
                                          &quick_start_rate,
                                          &quick_start_ttl,
                                          &quick_start_nonce,
                                          &quick_start_reserved,
                                          &rpl_flag,
                                          &rpl_down,
                                          &rpl_rank_error,
                                          &rpl_forwarding_error,
                                          &rpl_reserved,
                                          &rpl_instance,
                                          &rpl_rank,
                                          &experimental,
                                          &unknown_option};

}  // namespace wiretale::ipv6_extension
