// The fields of OCSP responses (RFC 6960), with Wireshark's names.
#pragma once
#include "packet/field.h"

namespace wiretale::ocsp::field {

inline constexpr Name statuses[] = {{0, "successful"}, {1, "malformedRequest"}, {2, "internalError"},
                                    {3, "tryLater"},   {5, "sigRequired"},      {6, "unauthorized"}};
inline constexpr Name versions[] = {{0, "v1"}};
inline constexpr Name responder_forms[] = {{1, "byName"}, {2, "byKey"}};
inline constexpr Name certificate_states[] = {{0, "good"}, {1, "revoked"}, {2, "unknown"}};

inline constexpr Field response{"ocsp", "OCSP Response", varies, Type::Protocol};
inline constexpr Field response_status{"ocsp.responseStatus", "responseStatus", varies,
                                       Type::Uint32,          Show::Decimal,    statuses};
inline constexpr Field response_bytes{"ocsp.responseBytes_element", "responseBytes", varies, Type::None};
inline constexpr Field response_type_id{"ocsp.responseType.id", "ResponseType Id", varies, Type::String};
inline constexpr Field basic_response{"ocsp.BasicOCSPResponse_element", "BasicOCSPResponse", varies,
                                      Type::None};
inline constexpr Field response_data{"ocsp.tbsResponseData_element", "tbsResponseData", varies, Type::None};
inline constexpr Field version{"ocsp.version", "version", varies, Type::Int32, Show::Decimal, versions};
inline constexpr Field responder_id{"ocsp.responderID", "responderID", varies,
                                    Type::Uint32,       Show::Decimal, responder_forms};
inline constexpr Field by_name{"ocsp.byName", "byName", varies, Type::Uint32};
inline constexpr Field by_key{"ocsp.byKey", "byKey", varies, Type::ByteArray};
inline constexpr Field produced_at{"ocsp.producedAt", "producedAt", varies, Type::AbsoluteTime};
inline constexpr Field responses{"ocsp.responses", "responses", varies, Type::Uint32};
inline constexpr Field single_response{"ocsp.SingleResponse_element", "SingleResponse", varies, Type::None};
inline constexpr Field certificate_id{"ocsp.certID_element", "certID", varies, Type::None};
inline constexpr Field hash_algorithm{"ocsp.hashAlgorithm_element", "hashAlgorithm", varies, Type::None};
inline constexpr Field issuer_name_hash{"ocsp.issuerNameHash", "issuerNameHash", varies, Type::ByteArray};
inline constexpr Field issuer_key_hash{"ocsp.issuerKeyHash", "issuerKeyHash", varies, Type::ByteArray};
inline constexpr Field serial_number{"ocsp.serialNumber", "serialNumber", varies, Type::ByteArray};
inline constexpr Field certificate_status{"ocsp.certStatus", "certStatus",  varies,
                                          Type::Uint32,      Show::Decimal, certificate_states};
inline constexpr Field good{"ocsp.good_element", "good", varies, Type::None};
inline constexpr Field revoked{"ocsp.revoked_element", "revoked", varies, Type::None};
inline constexpr Field unknown{"ocsp.unknown_element", "unknown", varies, Type::None};
inline constexpr Field revocation_time{"ocsp.revocationTime", "revocationTime", varies, Type::AbsoluteTime};
inline constexpr Field this_update{"ocsp.thisUpdate", "thisUpdate", varies, Type::AbsoluteTime};
inline constexpr Field next_update{"ocsp.nextUpdate", "nextUpdate", varies, Type::AbsoluteTime};
inline constexpr Field response_extensions{"ocsp.responseExtensions", "responseExtensions", varies,
                                           Type::Uint32};
inline constexpr Field signature_algorithm{"ocsp.signatureAlgorithm_element", "signatureAlgorithm", varies,
                                           Type::None};
inline constexpr Field signature{"ocsp.signature", "signature", varies, Type::ByteArray};
inline constexpr Field certificates{"ocsp.certs", "certs", varies, Type::Uint32};
inline constexpr Field certificate{"ocsp.Certificate_element", "Certificate", varies, Type::None};

inline constexpr const Field* all[] = {&response,
                                       &response_status,
                                       &response_bytes,
                                       &response_type_id,
                                       &basic_response,
                                       &response_data,
                                       &version,
                                       &responder_id,
                                       &by_name,
                                       &by_key,
                                       &produced_at,
                                       &responses,
                                       &single_response,
                                       &certificate_id,
                                       &hash_algorithm,
                                       &issuer_name_hash,
                                       &issuer_key_hash,
                                       &serial_number,
                                       &certificate_status,
                                       &good,
                                       &revoked,
                                       &unknown,
                                       &revocation_time,
                                       &this_update,
                                       &next_update,
                                       &response_extensions,
                                       &signature_algorithm,
                                       &signature,
                                       &certificates,
                                       &certificate};

}  // namespace wiretale::ocsp::field
