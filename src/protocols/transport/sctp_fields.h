// SCTP: the fields of the tree, with Wireshark's names and types.
#pragma once
#include "packet/field.h"
#include "protocols/checksum_labels.h"

namespace wiretale::sctp::field {

inline constexpr Name chunk_type_labels[] = {{0, "DATA"},
                                             {1, "INIT"},
                                             {2, "INIT_ACK"},
                                             {3, "SACK"},
                                             {4, "HEARTBEAT"},
                                             {5, "HEARTBEAT_ACK"},
                                             {6, "ABORT"},
                                             {7, "SHUTDOWN"},
                                             {8, "SHUTDOWN_ACK"},
                                             {9, "ERROR"},
                                             {10, "COOKIE_ECHO"},
                                             {11, "COOKIE_ACK"},
                                             {12, "ECNE"},
                                             {13, "CWR"},
                                             {14, "SHUTDOWN_COMPLETE"},
                                             {15, "AUTH"},
                                             {16, "NR_SACK"},
                                             {64, "I_DATA"},
                                             {128, "ASCONF_ACK"},
                                             {129, "PKTDROP"},
                                             {130, "RE_CONFIG"},
                                             {132, "PAD"},
                                             {192, "FORWARD_TSN"},
                                             {193, "ASCONF"},
                                             {194, "I_FORWARD_TSN"},
                                             {255, "IETF_EXTENSION"}};
inline constexpr Name chunk_bit_1_labels[] = {{1, "Skip chunk and continue processing of the packet"},
                                              {0, "Stop processing of the packet"}};
inline constexpr Name chunk_bit_2_labels[] = {{1, "Do report"}, {0, "Do not report"}};
inline constexpr Name data_e_bit_labels[] = {{1, "Last segment"}, {0, "Not the last segment"}};
inline constexpr Name data_b_bit_labels[] = {{1, "First segment"}, {0, "Subsequent segment"}};
inline constexpr Name data_u_bit_labels[] = {{1, "Unordered delivery"}, {0, "Ordered delivery"}};
inline constexpr Name data_i_bit_labels[] = {{1, "Send SACK immediately"}, {0, "Possibly delay SACK"}};
inline constexpr Name shutdown_complete_t_bit_labels[] = {{1, "Tag reflected"}, {0, "Tag not reflected"}};
inline constexpr Name i_forward_tsn_u_bit_labels[] = {{1, "Unordered messages"}, {0, "Ordered messages"}};
inline constexpr Name parameter_type_labels[] = {{1, "Heartbeat info"},
                                                 {5, "IPv4 address"},
                                                 {6, "IPv6 address"},
                                                 {7, "State cookie"},
                                                 {8, "Unrecognized parameter"},
                                                 {9, "Cookie preservative"},
                                                 {11, "Hostname address"},
                                                 {13, "Outgoing SSN reset request"},
                                                 {14, "Incoming SSN reset request"},
                                                 {15, "SSN/TSN reset request"},
                                                 {16, "Re-configuration response"},
                                                 {17, "Add outgoing streams request"},
                                                 {18, "Add incoming streams request"},
                                                 {12, "Supported address types"},
                                                 {32768, "ECN"},
                                                 {32770, "Random"},
                                                 {32771, "Authenticated Chunk list"},
                                                 {32772, "Requested HMAC Algorithm"},
                                                 {32776, "Supported Extensions"},
                                                 {49152, "Forward TSN supported"},
                                                 {49153, "Add IP address"},
                                                 {49154, "Delete IP address"},
                                                 {49155, "Error cause indication"},
                                                 {49156, "Set primary address"},
                                                 {49157, "Success report"},
                                                 {49158, "Adaptation Layer Indication"}};
inline constexpr Name parameter_bit_1_labels[] = {{1, "Skip parameter and continue processing of the chunk"},
                                                  {0, "Stop processing of chunk"}};
inline constexpr Name parameter_supported_address_type_labels[] = {
    {5, "IPv4 address"}, {6, "IPv6 address"}, {11, "Hostname address"}};
inline constexpr Name parameter_reconfig_response_result_labels[] = {
    {0, "Nothing to do"},
    {1, "Performed"},
    {2, "Denied"},
    {3, "Error - Wrong SSN"},
    {4, "Error - Request already in progress"},
    {5, "Error - Bad sequence number"},
    {6, "In progress"}};
inline constexpr Name hmac_id_labels[] = {{0, "Reserved"}, {1, "SHA-1"}, {2, "Reserved"}, {3, "SHA-256"}};
inline constexpr Name cause_code_labels[] = {{1, "Invalid stream identifier"},
                                             {2, "Missing mandatory parameter"},
                                             {3, "Stale cookie error"},
                                             {4, "Out of resource"},
                                             {5, "Unresolvable address"},
                                             {6, "Unrecognized chunk type"},
                                             {7, "Invalid mandatory parameter"},
                                             {8, "Unrecognized parameters"},
                                             {9, "No user data"},
                                             {10, "Cookie received while shutting down"},
                                             {11, "Restart of an association with new addresses"},
                                             {12, "User initiated ABORT"},
                                             {13, "Protocol violation"},
                                             {160, "Request to delete last address"},
                                             {161, "Operation refused due to resource shortage"},
                                             {162, "Request to delete source address"},
                                             {163, "Association Aborted due to illegal ASCONF-ACK"},
                                             {164, "Request refused - no authorization"},
                                             {261, "Unsupported HMAC identifier"}};
inline constexpr Name pckdrop_m_bit_labels[] = {{1, "Source is a middlebox"}, {0, "Source is an endhost"}};
inline constexpr Name pckdrop_b_bit_labels[] = {{1, "SCTP checksum was incorrect"},
                                                {0, "SCTP checksum was correct"}};
inline constexpr Name pckdrop_t_bit_labels[] = {{1, "Packet is truncated"}, {0, "Packet is not truncated"}};

// One field on each line.
// clang-format off
inline constexpr Field srcport{"sctp.srcport", "Source port", varies, Type::Uint16};
inline constexpr Field dstport{"sctp.dstport", "Destination port", varies, Type::Uint16};
inline constexpr Field port{"sctp.port", "Port", varies, Type::Uint16};
inline constexpr Field verification_tag{"sctp.verification_tag", "Verification tag", varies, Type::Uint32, Show::Hex};
inline constexpr Field checksum{"sctp.checksum", "Checksum", varies, Type::Uint32, Show::Hex};
inline constexpr Field checksum_status{"sctp.checksum.status", "Checksum Status", varies, Type::Uint8, Show::Decimal, checksum_status_labels};
inline constexpr Field chunk_type{"sctp.chunk_type", "Chunk type", varies, Type::Uint8, Show::Decimal, chunk_type_labels};
inline constexpr Field chunk_flags{"sctp.chunk_flags", "Chunk flags", varies, Type::Uint8, Show::Hex};
inline constexpr Field chunk_bit_1{"sctp.chunk_bit_1", "Bit", bits(0, 1).within(0, 8), Type::Boolean, Show::Decimal, chunk_bit_1_labels};
inline constexpr Field chunk_bit_2{"sctp.chunk_bit_2", "Bit", bits(1, 1).within(0, 8), Type::Boolean, Show::Decimal, chunk_bit_2_labels};
inline constexpr Field chunk_length{"sctp.chunk_length", "Chunk length", varies, Type::Uint16};
inline constexpr Field chunk_padding{"sctp.chunk_padding", "Chunk padding", varies, Type::ByteArray};
inline constexpr Field chunk_value{"sctp.chunk_value", "Chunk value", varies, Type::ByteArray};
inline constexpr Field cookie{"sctp.cookie", "Cookie", varies, Type::ByteArray};
inline constexpr Field initiate_tag{"sctp.initiate_tag", "Initiate tag", varies, Type::Uint32, Show::Hex};
inline constexpr Field init_initiate_tag{"sctp.init_initiate_tag", "Initiate tag", varies, Type::Uint32, Show::Hex};
inline constexpr Field init_credit{"sctp.init_credit", "Advertised receiver window credit (a_rwnd)", varies, Type::Uint32};
inline constexpr Field init_nr_out_streams{"sctp.init_nr_out_streams", "Number of outbound streams", varies, Type::Uint16};
inline constexpr Field init_nr_in_streams{"sctp.init_nr_in_streams", "Number of inbound streams", varies, Type::Uint16};
inline constexpr Field init_initial_tsn{"sctp.init_initial_tsn", "Initial TSN", varies, Type::Uint32};
inline constexpr Field initack_initiate_tag{"sctp.initack_initiate_tag", "Initiate tag", varies, Type::Uint32, Show::Hex};
inline constexpr Field initack_credit{"sctp.initack_credit", "Advertised receiver window credit (a_rwnd)", varies, Type::Uint32};
inline constexpr Field initack_nr_out_streams{"sctp.initack_nr_out_streams", "Number of outbound streams", varies, Type::Uint16};
inline constexpr Field initack_nr_in_streams{"sctp.initack_nr_in_streams", "Number of inbound streams", varies, Type::Uint16};
inline constexpr Field initack_initial_tsn{"sctp.initack_initial_tsn", "Initial TSN", varies, Type::Uint32};
inline constexpr Field data_tsn{"sctp.data_tsn", "Transmission sequence number (relative)", varies, Type::Uint32};
inline constexpr Field data_tsn_raw{"sctp.data_tsn_raw", "Transmission sequence number (absolute)", varies, Type::Uint32};
inline constexpr Field data_sid{"sctp.data_sid", "Stream identifier", varies, Type::Uint16, Show::Hex};
inline constexpr Field data_ssn{"sctp.data_ssn", "Stream sequence number", varies, Type::Uint16};
inline constexpr Field data_payload_proto_id{"sctp.data_payload_proto_id", "Payload protocol identifier", varies, Type::Uint32};
inline constexpr Field data_reserved{"sctp.data_reserved", "Reserved", varies, Type::Uint16};
inline constexpr Field data_mid{"sctp.data_mid", "Message identifier", varies, Type::Uint32};
inline constexpr Field data_fsn{"sctp.data_fsn", "Fragment sequence number", varies, Type::Uint32};
inline constexpr Field data_e_bit{"sctp.data_e_bit", "E-Bit", bits(7, 1).within(0, 8), Type::Boolean, Show::Decimal, data_e_bit_labels};
inline constexpr Field data_b_bit{"sctp.data_b_bit", "B-Bit", bits(6, 1).within(0, 8), Type::Boolean, Show::Decimal, data_b_bit_labels};
inline constexpr Field data_u_bit{"sctp.data_u_bit", "U-Bit", bits(5, 1).within(0, 8), Type::Boolean, Show::Decimal, data_u_bit_labels};
inline constexpr Field data_i_bit{"sctp.data_i_bit", "I-Bit", bits(4, 1).within(0, 8), Type::Boolean, Show::Decimal, data_i_bit_labels};
inline constexpr Field sack_nounce_sum{"sctp.sack_nounce_sum", "Nounce sum", bits(7, 1).within(0, 8), Type::Uint8};
inline constexpr Field sack_cumulative_tsn_ack{"sctp.sack_cumulative_tsn_ack", "Cumulative TSN ACK (relative)", varies, Type::Uint32};
inline constexpr Field sack_cumulative_tsn_ack_raw{"sctp.sack_cumulative_tsn_ack_raw", "Cumulative TSN ACK (absolute)", varies, Type::Uint32};
inline constexpr Field sack_a_rwnd{"sctp.sack_a_rwnd", "Advertised receiver window credit (a_rwnd)", varies, Type::Uint32};
inline constexpr Field sack_number_of_gap_blocks{"sctp.sack_number_of_gap_blocks", "Number of gap acknowledgement blocks", varies, Type::Uint16};
inline constexpr Field sack_number_of_duplicated_tsns{"sctp.sack_number_of_duplicated_tsns", "Number of duplicated TSNs", varies, Type::Uint16};
inline constexpr Field sack_gap_block_start{"sctp.sack_gap_block_start", "Start", varies, Type::Uint16};
inline constexpr Field sack_gap_block_start_tsn{"sctp.sack_gap_block_start_tsn", "Start TSN", varies, Type::Uint32};
inline constexpr Field sack_gap_block_end{"sctp.sack_gap_block_end", "End", varies, Type::Uint16};
inline constexpr Field sack_gap_block_end_tsn{"sctp.sack_gap_block_end_tsn", "End TSN", varies, Type::Uint32};
inline constexpr Field sack_number_of_tsns_gap_acked{"sctp.sack_number_of_tsns_gap_acked", "Number of TSNs in gap acknowledgement blocks", varies, Type::Uint32};
inline constexpr Field sack_duplicate_tsn{"sctp.sack_duplicate_tsn", "Duplicate TSN", varies, Type::Uint32};
inline constexpr Field nr_sack_nounce_sum{"sctp.nr_sack_nounce_sum", "Nounce sum", bits(7, 1).within(0, 8), Type::Uint8};
inline constexpr Field nr_sack_cumulative_tsn_ack{"sctp.nr_sack_cumulative_tsn_ack", "Cumulative TSN ACK", varies, Type::Uint32};
inline constexpr Field nr_sack_a_rwnd{"sctp.nr_sack_a_rwnd", "Advertised receiver window credit (a_rwnd)", varies, Type::Uint32};
inline constexpr Field nr_sack_number_of_gap_blocks{"sctp.nr_sack_number_of_gap_blocks", "Number of gap acknowledgement blocks", varies, Type::Uint16};
inline constexpr Field nr_sack_number_of_nr_gap_blocks{"sctp.nr_sack_number_of_nr_gap_blocks", "Number of nr-gap acknowledgement blocks", varies, Type::Uint16};
inline constexpr Field nr_sack_number_of_duplicated_tsns{"sctp.nr_sack_number_of_duplicated_tsns", "Number of duplicated TSNs", varies, Type::Uint16};
inline constexpr Field nr_sack_reserved{"sctp.nr_sack_reserved", "Reserved", varies, Type::Uint16, Show::Hex};
inline constexpr Field nr_sack_gap_block_start{"sctp.nr_sack_gap_block_start", "Start", varies, Type::Uint16};
inline constexpr Field nr_sack_gap_block_start_tsn{"sctp.nr_sack_gap_block_start_tsn", "Start TSN", varies, Type::Uint32};
inline constexpr Field nr_sack_gap_block_end{"sctp.nr_sack_gap_block_end", "End", varies, Type::Uint16};
inline constexpr Field nr_sack_gap_block_end_tsn{"sctp.nr_sack_gap_block_end_tsn", "End TSN", varies, Type::Uint32};
inline constexpr Field nr_sack_number_of_tsns_gap_acked{"sctp.nr_sack_number_of_tsns_gap_acked", "Number of TSNs in gap acknowledgement blocks", varies, Type::Uint32};
inline constexpr Field nr_sack_nr_gap_block_start{"sctp.nr_sack_nr_gap_block_start", "Start", varies, Type::Uint16};
inline constexpr Field nr_sack_nr_gap_block_start_tsn{"sctp.nr_sack_nr_gap_block_start_tsn", "Start TSN", varies, Type::Uint32};
inline constexpr Field nr_sack_nr_gap_block_end{"sctp.nr_sack_nr_gap_block_end", "End", varies, Type::Uint16};
inline constexpr Field nr_sack_nr_gap_block_end_tsn{"sctp.nr_sack_nr_gap_block_end_tsn", "End TSN", varies, Type::Uint32};
inline constexpr Field nr_sack_number_of_tsns_nr_gap_acked{"sctp.nr_sack_number_of_tsns_nr_gap_acked", "Number of TSNs in nr-gap acknowledgement blocks", varies, Type::Uint32};
inline constexpr Field nr_sack_duplicate_tsn{"sctp.nr_sack_duplicate_tsn", "Duplicate TSN", varies, Type::Uint32};
inline constexpr Field shutdown_cumulative_tsn_ack{"sctp.shutdown_cumulative_tsn_ack", "Cumulative TSN Ack", varies, Type::Uint32};
inline constexpr Field ecne_lowest_tsn{"sctp.ecne_lowest_tsn", "Lowest TSN", varies, Type::Uint32};
inline constexpr Field cwr_lowest_tsn{"sctp.cwr_lowest_tsn", "Lowest TSN", varies, Type::Uint32};
inline constexpr Field shutdown_complete_t_bit{"sctp.shutdown_complete_t_bit", "T-Bit", bits(7, 1).within(0, 8), Type::Boolean, Show::Decimal, shutdown_complete_t_bit_labels};
inline constexpr Field abort_t_bit{"sctp.abort_t_bit", "T-Bit", bits(7, 1).within(0, 8), Type::Boolean, Show::Decimal, shutdown_complete_t_bit_labels};
inline constexpr Field forward_tsn_tsn{"sctp.forward_tsn_tsn", "New cumulative TSN", varies, Type::Uint32};
inline constexpr Field forward_tsn_sid{"sctp.forward_tsn_sid", "Stream identifier", varies, Type::Uint16};
inline constexpr Field forward_tsn_ssn{"sctp.forward_tsn_ssn", "Stream sequence number", varies, Type::Uint16};
inline constexpr Field i_forward_tsn_tsn{"sctp.i_forward_tsn_tsn", "New cumulative TSN", varies, Type::Uint32};
inline constexpr Field i_forward_tsn_sid{"sctp.i_forward_tsn_sid", "Stream identifier", varies, Type::Uint16};
inline constexpr Field i_forward_tsn_flags{"sctp.i_forward_tsn_flags", "Flags", varies, Type::Uint16, Show::Hex};
inline constexpr Field i_forward_tsn_res{"sctp.i_forward_tsn_res", "Reserved", bits(0, 15).within(0, 16), Type::Uint16};
inline constexpr Field i_forward_tsn_u_bit{"sctp.i_forward_tsn_u_bit", "U-Bit", bits(15, 1).within(0, 16), Type::Boolean, Show::Decimal, i_forward_tsn_u_bit_labels};
inline constexpr Field forward_tsn_mid{"sctp.forward_tsn_mid", "Message identifier", varies, Type::Uint32};
inline constexpr Field parameter_type{"sctp.parameter_type", "Parameter type", varies, Type::Uint16, Show::Hex, parameter_type_labels};
inline constexpr Field parameter_length{"sctp.parameter_length", "Parameter length", varies, Type::Uint16};
inline constexpr Field parameter_value{"sctp.parameter_value", "Parameter value", varies, Type::ByteArray};
inline constexpr Field parameter_padding{"sctp.parameter_padding", "Parameter padding", varies, Type::ByteArray};
inline constexpr Field parameter_bit_1{"sctp.parameter_bit_1", "Bit", bits(0, 1).within(0, 16), Type::Boolean, Show::Decimal, parameter_bit_1_labels};
inline constexpr Field parameter_bit_2{"sctp.parameter_bit_2", "Bit", bits(1, 1).within(0, 16), Type::Boolean, Show::Decimal, chunk_bit_2_labels};
inline constexpr Field parameter_ipv4_address{"sctp.parameter_ipv4_address", "IP Version 4 address", varies, Type::Ipv4};
inline constexpr Field parameter_ipv6_address{"sctp.parameter_ipv6_address", "IP Version 6 address", varies, Type::Ipv6};
inline constexpr Field parameter_heartbeat_information{"sctp.parameter_heartbeat_information", "Heartbeat information", varies, Type::ByteArray};
inline constexpr Field parameter_state_cookie{"sctp.parameter_state_cookie", "State cookie", varies, Type::ByteArray};
inline constexpr Field parameter_cookie_preservative_incr{"sctp.parameter_cookie_preservative_incr", "Suggested Cookie life-span increment (msec)", varies, Type::Uint32};
inline constexpr Field parameter_hostname{"sctp.parameter_hostname", "Hostname", varies, Type::String};
inline constexpr Field parameter_supported_address_type{"sctp.parameter_supported_address_type", "Supported address type", varies, Type::Uint16, Show::Decimal, parameter_supported_address_type_labels};
inline constexpr Field parameter_reconfig_request_sequence_number{"sctp.parameter_reconfig_request_sequence_number", "Re-configuration request sequence number", varies, Type::Uint32};
inline constexpr Field parameter_reconfig_response_sequence_number{"sctp.parameter_reconfig_response_sequence_number", "Re-configuration response sequence number", varies, Type::Uint32};
inline constexpr Field parameter_senders_last_assigned_tsn{"sctp.parameter_senders_last_assigned_tsn", "Senders last assigned TSN", varies, Type::Uint32};
inline constexpr Field parameter_senders_next_tsn{"sctp.parameter_senders_next_tsn", "Senders next TSN", varies, Type::Uint32};
inline constexpr Field parameter_receivers_next_tsn{"sctp.parameter_receivers_next_tsn", "Receivers next TSN", varies, Type::Uint32};
inline constexpr Field parameter_reconfig_response_result{"sctp.parameter_reconfig_response_result", "Result", varies, Type::Uint32, Show::Decimal, parameter_reconfig_response_result_labels};
inline constexpr Field parameter_reconfig_sid{"sctp.parameter_reconfig_sid", "Stream Identifier", varies, Type::Uint16};
inline constexpr Field parameter_add_outgoing_streams_number{"sctp.parameter_add_outgoing_streams_number", "Number of streams", varies, Type::Uint16};
inline constexpr Field parameter_add_outgoing_streams_reserved{"sctp.parameter_add_outgoing_streams_reserved", "Reserved", varies, Type::Uint16};
inline constexpr Field parameter_add_incoming_streams_number{"sctp.parameter_add_incoming_streams_number", "Number of streams", varies, Type::Uint16};
inline constexpr Field parameter_add_incoming_streams_reserved{"sctp.parameter_add_incoming_streams_reserved", "Reserved", varies, Type::Uint16};
inline constexpr Field asconf_seq_nr_number{"sctp.asconf_seq_nr_number", "Sequence number", varies, Type::Uint32, Show::Hex};
inline constexpr Field asconf_ack_seq_nr_number{"sctp.asconf_ack_seq_nr_number", "Sequence number", varies, Type::Uint32, Show::Hex};
inline constexpr Field correlation_id{"sctp.correlation_id", "Correlation_id", varies, Type::Uint32, Show::Hex};
inline constexpr Field adaptation_layer_indication{"sctp.adaptation_layer_indication", "Indication", varies, Type::Uint32, Show::Hex};
inline constexpr Field random_number{"sctp.random_number", "Random number", varies, Type::ByteArray};
inline constexpr Field chunk_type_to_auth{"sctp.chunk_type_to_auth", "Chunk type", varies, Type::Uint8, Show::Decimal, chunk_type_labels};
inline constexpr Field hmac_id{"sctp.hmac_id", "HMAC identifier", varies, Type::Uint16, Show::Decimal, hmac_id_labels};
inline constexpr Field hmac{"sctp.hmac", "HMAC", varies, Type::ByteArray};
inline constexpr Field shared_key_id{"sctp.shared_key_id", "Shared key identifier", varies, Type::Uint16};
inline constexpr Field supported_chunk_type{"sctp.supported_chunk_type", "Supported chunk type", varies, Type::Uint8, Show::Decimal, chunk_type_labels};
inline constexpr Field cause_code{"sctp.cause_code", "Cause code", varies, Type::Uint16, Show::Hex, cause_code_labels};
inline constexpr Field cause_length{"sctp.cause_length", "Cause length", varies, Type::Uint16};
inline constexpr Field cause_information{"sctp.cause_information", "Cause information", varies, Type::ByteArray};
inline constexpr Field cause_padding{"sctp.cause_padding", "Cause padding", varies, Type::ByteArray};
inline constexpr Field cause_stream_identifier{"sctp.cause_stream_identifier", "Stream identifier", varies, Type::Uint16};
inline constexpr Field cause_reserved{"sctp.cause_reserved", "Reserved", varies, Type::Uint16};
inline constexpr Field cause_nr_of_missing_parameters{"sctp.cause_nr_of_missing_parameters", "Number of missing parameters", varies, Type::Uint32};
inline constexpr Field cause_missing_parameter_type{"sctp.cause_missing_parameter_type", "Missing parameter type", varies, Type::Uint16, Show::Hex, parameter_type_labels};
inline constexpr Field cause_measure_of_staleness{"sctp.cause_measure_of_staleness", "Measure of staleness in usec", varies, Type::Uint32};
inline constexpr Field cause_tsn{"sctp.cause_tsn", "TSN", varies, Type::Uint32};
inline constexpr Field pckdrop_m_bit{"sctp.pckdrop_m_bit", "M-Bit", bits(7, 1).within(0, 8), Type::Boolean, Show::Decimal, pckdrop_m_bit_labels};
inline constexpr Field pckdrop_b_bit{"sctp.pckdrop_b_bit", "B-Bit", bits(6, 1).within(0, 8), Type::Boolean, Show::Decimal, pckdrop_b_bit_labels};
inline constexpr Field pckdrop_t_bit{"sctp.pckdrop_t_bit", "T-Bit", bits(5, 1).within(0, 8), Type::Boolean, Show::Decimal, pckdrop_t_bit_labels};
inline constexpr Field pktdrop_bandwidth{"sctp.pktdrop_bandwidth", "Bandwidth", varies, Type::Uint32};
inline constexpr Field pktdrop_queuesize{"sctp.pktdrop_queuesize", "Queuesize", varies, Type::Uint32};
inline constexpr Field pktdrop_truncated_length{"sctp.pktdrop_truncated_length", "Truncated length", varies, Type::Uint16};
inline constexpr Field pktdrop_reserved{"sctp.pktdrop_reserved", "Reserved", varies, Type::Uint16};
inline constexpr Field pktdrop_datafield{"sctp.pktdrop_datafield", "Data field", varies, Type::ByteArray};
inline constexpr Field padding_data{"sctp.padding_data", "Padding data", varies, Type::ByteArray};
inline constexpr Field fragment{"sctp.fragment", "SCTP Fragment", varies, Type::FrameNumber};
inline constexpr Field fragments{"sctp.fragments", "Reassembled SCTP Fragments", varies, Type::None};
inline constexpr Field reassembled_in{"sctp.reassembled_in", "Reassembled Message in frame", varies, Type::FrameNumber};
inline constexpr Field duplicate{"sctp.duplicate", "Fragment already seen in frame", varies, Type::FrameNumber};
inline constexpr Field data_rtt{"sctp.data_rtt", "The RTT to SACK was", varies, Type::RelativeTime};
inline constexpr Field sack_rtt{"sctp.sack_rtt", "The RTT since DATA was", varies, Type::RelativeTime};
inline constexpr Field retransmission_time{"sctp.retransmission_time", "Retransmitted after", varies, Type::RelativeTime};
inline constexpr Field retransmission{"sctp.retransmission", "This TSN is a retransmission of one in frame", varies, Type::FrameNumber};
inline constexpr Field retransmitted{"sctp.retransmitted", "This TSN is retransmitted in frame", varies, Type::FrameNumber};
inline constexpr Field retransmitted_count{"sctp.retransmitted_count", "TSN was retransmitted this many times", varies, Type::Uint32};
inline constexpr Field acked{"sctp.acked", "This chunk is acked in frame", varies, Type::FrameNumber};
inline constexpr Field ack{"sctp.ack", "Acknowledges TSN", varies, Type::Uint32};
inline constexpr Field ack_frame{"sctp.ack_frame", "Acknowledges TSN in frame", varies, Type::FrameNumber};
inline constexpr Field retransmitted_after_ack{"sctp.retransmitted_after_ack", "Chunk was acked prior to retransmission", varies, Type::FrameNumber};
inline constexpr Field assoc_index{"sctp.assoc_index", "Association index", varies, Type::Uint16};
inline constexpr Field retransmission_expert{"sctp.retransmission.expert", "Retransmitted TSN", varies, Type::None};
inline constexpr Field retransmitted_after_ack_expert{"sctp.retransmitted_after_ack.expert", "This TSN was acked prior to this retransmission (reneged ack?).", varies, Type::None};
inline constexpr Field retransmission_more_than_twice{"sctp.retransmission.more_than_twice", "This TSN was retransmitted more than 2 times.", varies, Type::None};
inline constexpr Field parameter_padding_expert{"sctp.parameter_padding.expert", "The padding of this final parameter should be the padding of the chunk.", varies, Type::None};
inline constexpr Field parameter_length_bad{"sctp.parameter_length.bad", "Parameter length bad", varies, Type::None};
inline constexpr Field sack_a_rwnd_expert{"sctp.sack_a_rwnd.expert", "Zero Advertised Receiver Window Credit", varies, Type::None};
inline constexpr Field sack_gap_block_malformed{"sctp.sack_gap_block_malformed", "Malformed gap block.", varies, Type::None};
inline constexpr Field sack_gap_block_out_of_order{"sctp.sack_gap_block_out_of_order", "Gap blocks not in strict order.", varies, Type::None};
inline constexpr Field sack_number_of_tsns_gap_acked_100{"sctp.sack_number_of_tsns_gap_acked.100", "More than 100 TSNs were gap-acknowledged in this SACK.", varies, Type::None};
inline constexpr Field nr_sack_number_of_tsns_gap_acked_100{"sctp.nr_sack_number_of_tsns_gap_acked.100", "More than 100 TSNs were gap-acknowledged in this NR-SACK.", varies, Type::None};
inline constexpr Field nr_sack_number_of_tsns_nr_gap_acked_100{"sctp.nr_sack_number_of_tsns_nr_gap_acked.100", "More than 100 TSNs were nr-gap-acknowledged in this NR-SACK.", varies, Type::None};
inline constexpr Field chunk_length_bad{"sctp.chunk_length.bad", "Chunk length bad", varies, Type::None};
inline constexpr Field checksum_bad_expert{"sctp.checksum_bad.expert", "Bad SCTP checksum.", varies, Type::None};
// clang-format on

inline constexpr const Field* all[] = {&srcport,
                                       &dstport,
                                       &port,
                                       &verification_tag,
                                       &checksum,
                                       &checksum_status,
                                       &chunk_type,
                                       &chunk_flags,
                                       &chunk_bit_1,
                                       &chunk_bit_2,
                                       &chunk_length,
                                       &chunk_padding,
                                       &chunk_value,
                                       &cookie,
                                       &initiate_tag,
                                       &init_initiate_tag,
                                       &init_credit,
                                       &init_nr_out_streams,
                                       &init_nr_in_streams,
                                       &init_initial_tsn,
                                       &initack_initiate_tag,
                                       &initack_credit,
                                       &initack_nr_out_streams,
                                       &initack_nr_in_streams,
                                       &initack_initial_tsn,
                                       &data_tsn,
                                       &data_tsn_raw,
                                       &data_sid,
                                       &data_ssn,
                                       &data_payload_proto_id,
                                       &data_reserved,
                                       &data_mid,
                                       &data_fsn,
                                       &data_e_bit,
                                       &data_b_bit,
                                       &data_u_bit,
                                       &data_i_bit,
                                       &sack_nounce_sum,
                                       &sack_cumulative_tsn_ack,
                                       &sack_cumulative_tsn_ack_raw,
                                       &sack_a_rwnd,
                                       &sack_number_of_gap_blocks,
                                       &sack_number_of_duplicated_tsns,
                                       &sack_gap_block_start,
                                       &sack_gap_block_start_tsn,
                                       &sack_gap_block_end,
                                       &sack_gap_block_end_tsn,
                                       &sack_number_of_tsns_gap_acked,
                                       &sack_duplicate_tsn,
                                       &nr_sack_nounce_sum,
                                       &nr_sack_cumulative_tsn_ack,
                                       &nr_sack_a_rwnd,
                                       &nr_sack_number_of_gap_blocks,
                                       &nr_sack_number_of_nr_gap_blocks,
                                       &nr_sack_number_of_duplicated_tsns,
                                       &nr_sack_reserved,
                                       &nr_sack_gap_block_start,
                                       &nr_sack_gap_block_start_tsn,
                                       &nr_sack_gap_block_end,
                                       &nr_sack_gap_block_end_tsn,
                                       &nr_sack_number_of_tsns_gap_acked,
                                       &nr_sack_nr_gap_block_start,
                                       &nr_sack_nr_gap_block_start_tsn,
                                       &nr_sack_nr_gap_block_end,
                                       &nr_sack_nr_gap_block_end_tsn,
                                       &nr_sack_number_of_tsns_nr_gap_acked,
                                       &nr_sack_duplicate_tsn,
                                       &shutdown_cumulative_tsn_ack,
                                       &ecne_lowest_tsn,
                                       &cwr_lowest_tsn,
                                       &shutdown_complete_t_bit,
                                       &abort_t_bit,
                                       &forward_tsn_tsn,
                                       &forward_tsn_sid,
                                       &forward_tsn_ssn,
                                       &i_forward_tsn_tsn,
                                       &i_forward_tsn_sid,
                                       &i_forward_tsn_flags,
                                       &i_forward_tsn_res,
                                       &i_forward_tsn_u_bit,
                                       &forward_tsn_mid,
                                       &parameter_type,
                                       &parameter_length,
                                       &parameter_value,
                                       &parameter_padding,
                                       &parameter_bit_1,
                                       &parameter_bit_2,
                                       &parameter_ipv4_address,
                                       &parameter_ipv6_address,
                                       &parameter_heartbeat_information,
                                       &parameter_state_cookie,
                                       &parameter_cookie_preservative_incr,
                                       &parameter_hostname,
                                       &parameter_supported_address_type,
                                       &parameter_reconfig_request_sequence_number,
                                       &parameter_reconfig_response_sequence_number,
                                       &parameter_senders_last_assigned_tsn,
                                       &parameter_senders_next_tsn,
                                       &parameter_receivers_next_tsn,
                                       &parameter_reconfig_response_result,
                                       &parameter_reconfig_sid,
                                       &parameter_add_outgoing_streams_number,
                                       &parameter_add_outgoing_streams_reserved,
                                       &parameter_add_incoming_streams_number,
                                       &parameter_add_incoming_streams_reserved,
                                       &asconf_seq_nr_number,
                                       &asconf_ack_seq_nr_number,
                                       &correlation_id,
                                       &adaptation_layer_indication,
                                       &random_number,
                                       &chunk_type_to_auth,
                                       &hmac_id,
                                       &hmac,
                                       &shared_key_id,
                                       &supported_chunk_type,
                                       &cause_code,
                                       &cause_length,
                                       &cause_information,
                                       &cause_padding,
                                       &cause_stream_identifier,
                                       &cause_reserved,
                                       &cause_nr_of_missing_parameters,
                                       &cause_missing_parameter_type,
                                       &cause_measure_of_staleness,
                                       &cause_tsn,
                                       &pckdrop_m_bit,
                                       &pckdrop_b_bit,
                                       &pckdrop_t_bit,
                                       &pktdrop_bandwidth,
                                       &pktdrop_queuesize,
                                       &pktdrop_truncated_length,
                                       &pktdrop_reserved,
                                       &pktdrop_datafield,
                                       &padding_data,
                                       &fragment,
                                       &fragments,
                                       &reassembled_in,
                                       &duplicate,
                                       &data_rtt,
                                       &sack_rtt,
                                       &retransmission_time,
                                       &retransmission,
                                       &retransmitted,
                                       &retransmitted_count,
                                       &acked,
                                       &ack,
                                       &ack_frame,
                                       &retransmitted_after_ack,
                                       &assoc_index,
                                       &retransmission_expert,
                                       &retransmitted_after_ack_expert,
                                       &retransmission_more_than_twice,
                                       &parameter_padding_expert,
                                       &parameter_length_bad,
                                       &sack_a_rwnd_expert,
                                       &sack_gap_block_malformed,
                                       &sack_gap_block_out_of_order,
                                       &sack_number_of_tsns_gap_acked_100,
                                       &nr_sack_number_of_tsns_gap_acked_100,
                                       &nr_sack_number_of_tsns_nr_gap_acked_100,
                                       &chunk_length_bad,
                                       &checksum_bad_expert};

}  // namespace wiretale::sctp::field
