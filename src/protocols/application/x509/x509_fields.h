// The fields of X.509 certificates (RFC 5280), with Wireshark's names.
#pragma once
#include "packet/field.h"

namespace wiretale::x509::field {

inline constexpr Name versions[] = {{0, "v1"}, {1, "v2"}, {2, "v3"}};
inline constexpr Name name_forms[] = {{0, "rdnSequence"}};
inline constexpr Name time_forms[] = {{0, "utcTime"}, {1, "generalizedTime"}};
inline constexpr Name string_forms[] = {{0, "teletexString"},
                                        {1, "printableString"},
                                        {2, "universalString"},
                                        {3, "bmpString"},
                                        {4, "uTF8String"}};
inline constexpr Name curve_forms[] = {{0, "specifiedCurve"}, {1, "namedCurve"}, {2, "implicitCurve"}};
inline constexpr Name curve_versions[] = {{1, "ecpVer1"}};
inline constexpr Name general_name_forms[] = {{0, "otherName"},
                                              {1, "rfc822Name"},
                                              {2, "dNSName"},
                                              {3, "x400Address"},
                                              {4, "directoryName"},
                                              {5, "ediPartyName"},
                                              {6, "uniformResourceIdentifier"},
                                              {7, "iPAddress"},
                                              {8, "registeredID"}};
inline constexpr Name point_forms[] = {{0, "fullName"}, {1, "nameRelativeToCRLIssuer"}};
inline constexpr Name display_forms[] = {
    {0, "ia5String"}, {1, "visibleString"}, {2, "bmpString"}, {3, "utf8String"}};
inline constexpr Name tls_features[] = {{5, "status_request"}, {17, "status_request_v2"}};

inline constexpr Field signed_certificate{"x509af.signedCertificate_element", "signedCertificate", varies,
                                          Type::None};
inline constexpr Field version{"x509af.version", "version", varies, Type::Int32, Show::Decimal, versions};
inline constexpr Field serial_number{"x509af.serialNumber", "serialNumber", varies, Type::ByteArray};
inline constexpr Field signature{"x509af.signature_element", "signature", varies, Type::None};
inline constexpr Field algorithm_id{"x509af.algorithm.id", "Algorithm Id", varies, Type::Oid};
inline constexpr Field issuer{"x509af.issuer", "issuer", varies, Type::Uint32, Show::Decimal, name_forms};
inline constexpr Field rdn_sequence{"x509if.rdnSequence", "rdnSequence", varies, Type::Uint32};
inline constexpr Field subject_rdn_sequence{"x509af.rdnSequence", "rdnSequence", varies, Type::Uint32};
inline constexpr Field rdn_sequence_item{"x509if.RDNSequence_item", "RDNSequence item", varies, Type::Uint32};
inline constexpr Field relative_distinguished_name_item{"x509if.RelativeDistinguishedName_item_element",
                                                        "RelativeDistinguishedName item", varies, Type::None};
inline constexpr Field oid{"x509if.oid", "Object Id", varies, Type::Oid};
inline constexpr Field string_directory_string{
    "x509sat.DirectoryString", "DirectoryString", varies, Type::Uint32, Show::Decimal, string_forms};
inline constexpr Field string_choice_teletex{"x509sat.teletexString", "teletexString", varies, Type::String};
inline constexpr Field string_choice_printable{"x509sat.printableString", "printableString", varies,
                                               Type::String};
inline constexpr Field string_choice_universal{"x509sat.universalString", "universalString", varies,
                                               Type::String};
inline constexpr Field string_choice_bmp{"x509sat.bmpString", "bmpString", varies, Type::String};
inline constexpr Field string_choice_utf8{"x509sat.uTF8String", "uTF8String", varies, Type::String};
inline constexpr Field string_country_name{"x509sat.CountryName", "CountryName", varies, Type::String};
inline constexpr Field string_printable_string{"x509sat.PrintableString", "PrintableString", varies,
                                               Type::String};
inline constexpr Field string_ia5_string{"x509sat.IA5String", "IA5String", varies, Type::String};
inline constexpr Field string_utf8_string{"x509sat.UTF8String", "UTF8String", varies, Type::String};
inline constexpr Field string_telephone_number{"x509sat.TelephoneNumber", "TelephoneNumber", varies,
                                               Type::String};
inline constexpr Field userid{"x509af.Userid", "Userid", varies, Type::String};
inline constexpr Field validity{"x509af.validity_element", "validity", varies, Type::None};
inline constexpr Field not_before{"x509af.notBefore", "notBefore",   varies,
                                  Type::Uint32,       Show::Decimal, time_forms};
inline constexpr Field not_after{"x509af.notAfter", "notAfter",    varies,
                                 Type::Uint32,      Show::Decimal, time_forms};
inline constexpr Field utc_time{"x509af.utcTime", "utcTime", varies, Type::String};
inline constexpr Field generalized_time{"x509af.generalizedTime", "generalizedTime", varies,
                                        Type::AbsoluteTime};
inline constexpr Field subject{"x509af.subject", "subject", varies, Type::Uint32, Show::Decimal, name_forms};
inline constexpr Field subject_public_key_info{"x509af.subjectPublicKeyInfo_element", "subjectPublicKeyInfo",
                                               varies, Type::None};
inline constexpr Field key_algorithm{"x509af.algorithm_element", "algorithm", varies, Type::None};
inline constexpr Field subject_public_key{"x509af.subjectPublicKey", "subjectPublicKey", varies,
                                          Type::ByteArray};
inline constexpr Field issuer_unique_identifier{"x509af.issuerUniqueIdentifier", "issuerUniqueIdentifier",
                                                varies, Type::ByteArray};
inline constexpr Field subject_unique_identifier{"x509af.subjectUniqueIdentifier", "subjectUniqueIdentifier",
                                                 varies, Type::ByteArray};
inline constexpr Field extensions{"x509af.extensions", "extensions", varies, Type::Uint32};
inline constexpr Field extension{"x509af.Extension_element", "Extension", varies, Type::None};
inline constexpr Field extension_id{"x509af.extension.id", "Extension Id", varies, Type::Oid};
inline constexpr Field critical{"x509af.critical", "critical", varies, Type::Boolean};
inline constexpr Field algorithm_identifier{"x509af.algorithmIdentifier_element", "algorithmIdentifier",
                                            varies, Type::None};
inline constexpr Field encrypted{"x509af.encrypted", "encrypted", varies, Type::ByteArray};
inline constexpr Field pkcs1_modulus{"pkcs1.modulus", "modulus", varies, Type::ByteArray};
inline constexpr Field pkcs1_public_exponent{"pkcs1.publicExponent", "publicExponent", varies, Type::Int32};
inline constexpr Field pkcs1_ec_parameters{"pkcs1.ECParameters", "ECParameters", varies,
                                           Type::Uint32,         Show::Decimal,  curve_forms};
inline constexpr Field pkcs1_named_curve{"pkcs1.namedCurve", "namedCurve", varies, Type::Oid};
inline constexpr Field pkcs1_specified_curve{"pkcs1.specifiedCurve_element", "specifiedCurve", varies,
                                             Type::None};
inline constexpr Field pkcs1_version{"pkcs1.version", "version",     varies,
                                     Type::Int32,     Show::Decimal, curve_versions};
inline constexpr Field pkcs1_field_id{"pkcs1.fieldID_element", "fieldID", varies, Type::None};
inline constexpr Field pkcs1_field_type{"pkcs1.fieldType", "fieldType", varies, Type::Oid};
inline constexpr Field pkcs1_curve{"pkcs1.curve_element", "curve", varies, Type::None};
inline constexpr Field pkcs1_a{"pkcs1.a", "a", varies, Type::ByteArray};
inline constexpr Field pkcs1_b{"pkcs1.b", "b", varies, Type::ByteArray};
inline constexpr Field pkcs1_seed{"pkcs1.seed", "seed", varies, Type::ByteArray};
inline constexpr Field pkcs1_base{"pkcs1.base", "base", varies, Type::ByteArray};
inline constexpr Field pkcs1_cofactor{"pkcs1.cofactor", "cofactor", varies, Type::Int32};
inline constexpr Field pkcs1_rsassa_pss_params{"pkcs1.RSASSA_PSS_params_element", "RSASSA-PSS-params", varies,
                                               Type::None};
inline constexpr Field pkcs1_hash_algorithm{"pkcs1.hashAlgorithm_element", "hashAlgorithm", varies,
                                            Type::None};
inline constexpr Field pkcs1_mask_gen_algorithm{"pkcs1.maskGenAlgorithm_element", "maskGenAlgorithm", varies,
                                                Type::None};
inline constexpr Field pkcs1_mask_hash_algorithm{"pkcs1.HashAlgorithm_element", "HashAlgorithm", varies,
                                                 Type::None};
inline constexpr Field pkcs1_salt_length{"pkcs1.saltLength", "saltLength", varies, Type::Int32};
inline constexpr Field pkcs1_trailer_field{"pkcs1.trailerField", "trailerField", varies, Type::Int32};
inline constexpr Field ber_bitstring_padding{"ber.bitstring.padding", "Padding", varies, Type::Uint8};
inline constexpr Field ber_64bit_uint_as_bytes{"ber.64bit_uint_as_bytes", "64bits unsigned integer", varies,
                                               Type::ByteArray};
inline constexpr Field ber_error_oid_not_implemented{
    "ber.error.oid_not_implemented",
    "BER: Dissector for OID not implemented. Contact Wireshark developers if you want this supported", varies,
    Type::None};
inline constexpr Field ocsp_null{"ocsp.NULL_element", "NULL", varies, Type::None};
inline constexpr Field subject_key_identifier{"x509ce.SubjectKeyIdentifier", "SubjectKeyIdentifier", varies,
                                              Type::ByteArray};
inline constexpr Field key_usage{"x509ce.KeyUsage", "KeyUsage", varies, Type::ByteArray};
inline constexpr Field key_usage_digital_signature{"x509ce.KeyUsage.digitalSignature", "digitalSignature",
                                                   bits(0, 1), Type::Boolean};
inline constexpr Field key_usage_content_commitment{"x509ce.KeyUsage.contentCommitment", "contentCommitment",
                                                    bits(1, 1), Type::Boolean};
inline constexpr Field key_usage_key_encipherment{"x509ce.KeyUsage.keyEncipherment", "keyEncipherment",
                                                  bits(2, 1), Type::Boolean};
inline constexpr Field key_usage_data_encipherment{"x509ce.KeyUsage.dataEncipherment", "dataEncipherment",
                                                   bits(3, 1), Type::Boolean};
inline constexpr Field key_usage_key_agreement{"x509ce.KeyUsage.keyAgreement", "keyAgreement", bits(4, 1),
                                               Type::Boolean};
inline constexpr Field key_usage_key_cert_sign{"x509ce.KeyUsage.keyCertSign", "keyCertSign", bits(5, 1),
                                               Type::Boolean};
inline constexpr Field key_usage_crl_sign{"x509ce.KeyUsage.cRLSign", "cRLSign", bits(6, 1), Type::Boolean};
inline constexpr Field key_usage_encipher_only{"x509ce.KeyUsage.encipherOnly", "encipherOnly", bits(7, 1),
                                               Type::Boolean};
inline constexpr Field key_usage_decipher_only{"x509ce.KeyUsage.decipherOnly", "decipherOnly", bits(0, 1),
                                               Type::Boolean};
inline constexpr Field basic_constraints_syntax{"x509ce.BasicConstraintsSyntax_element",
                                                "BasicConstraintsSyntax", varies, Type::None};
inline constexpr Field ca{"x509ce.cA", "cA", varies, Type::Boolean};
inline constexpr Field path_len_constraint{"x509ce.pathLenConstraint", "pathLenConstraint", varies,
                                           Type::Uint64};
inline constexpr Field authority_key_identifier{"x509ce.AuthorityKeyIdentifier_element",
                                                "AuthorityKeyIdentifier", varies, Type::None};
inline constexpr Field key_identifier{"x509ce.keyIdentifier", "keyIdentifier", varies, Type::ByteArray};
inline constexpr Field authority_cert_issuer{"x509ce.authorityCertIssuer", "authorityCertIssuer", varies,
                                             Type::Uint32};
inline constexpr Field authority_cert_serial_number{"x509ce.authorityCertSerialNumber",
                                                    "authorityCertSerialNumber", varies, Type::ByteArray};
inline constexpr Field key_purpose_ids{"x509ce.KeyPurposeIDs", "KeyPurposeIDs", varies, Type::Uint32};
inline constexpr Field key_purpose_id{"x509ce.KeyPurposeId", "KeyPurposeId", varies, Type::Oid};
inline constexpr Field general_names{"x509ce.GeneralNames", "GeneralNames", varies, Type::Uint32};
inline constexpr Field general_name{"x509ce.GeneralName", "GeneralName", varies,
                                    Type::Uint32,         Show::Decimal, general_name_forms};
inline constexpr Field other_name{"x509ce.otherName_element", "otherName", varies, Type::None};
inline constexpr Field type_id{"x509ce.type_id", "type-id", varies, Type::Oid};
inline constexpr Field rfc822_name{"x509ce.rfc822Name", "rfc822Name", varies, Type::String};
inline constexpr Field dns_name{"x509ce.dNSName", "dNSName", varies, Type::String};
inline constexpr Field directory_name{"x509ce.directoryName", "directoryName", varies,
                                      Type::Uint32,           Show::Decimal,   name_forms};
inline constexpr Field uniform_resource_identifier{"x509ce.uniformResourceIdentifier",
                                                   "uniformResourceIdentifier", varies, Type::String};
inline constexpr Field ip_address_bytes{"x509ce.iPAddress", "iPAddress", varies, Type::ByteArray};
inline constexpr Field ip_address_ipv4{"x509ce.IPAddress.ipv4", "iPAddress", varies, Type::Ipv4};
inline constexpr Field ip_address_ipv6{"x509ce.IPAddress.ipv6", "iPAddress", varies, Type::Ipv6};
inline constexpr Field registered_id{"x509ce.registeredID", "registeredID", varies, Type::Oid};
inline constexpr Field crl_dist_points_syntax{"x509ce.CRLDistPointsSyntax", "CRLDistPointsSyntax", varies,
                                              Type::Uint32};
inline constexpr Field distribution_point{"x509ce.DistributionPoint_element", "DistributionPoint", varies,
                                          Type::None};
inline constexpr Field distribution_point_name{
    "x509ce.distributionPoint", "distributionPoint", varies, Type::Uint32, Show::Decimal, point_forms};
inline constexpr Field full_name{"x509ce.fullName", "fullName", varies, Type::Uint32};
inline constexpr Field reasons{"x509ce.reasons", "reasons", varies, Type::ByteArray};
inline constexpr Field reason_flags_unused{"x509ce.ReasonFlags.unused", "unused", bits(0, 1), Type::Boolean};
inline constexpr Field reason_flags_key_compromise{"x509ce.ReasonFlags.keyCompromise", "keyCompromise",
                                                   bits(1, 1), Type::Boolean};
inline constexpr Field reason_flags_ca_compromise{"x509ce.ReasonFlags.cACompromise", "cACompromise",
                                                  bits(2, 1), Type::Boolean};
inline constexpr Field reason_flags_affiliation_changed{"x509ce.ReasonFlags.affiliationChanged",
                                                        "affiliationChanged", bits(3, 1), Type::Boolean};
inline constexpr Field reason_flags_superseded{"x509ce.ReasonFlags.superseded", "superseded", bits(4, 1),
                                               Type::Boolean};
inline constexpr Field reason_flags_cessation_of_operation{"x509ce.ReasonFlags.cessationOfOperation",
                                                           "cessationOfOperation", bits(5, 1), Type::Boolean};
inline constexpr Field reason_flags_certificate_hold{"x509ce.ReasonFlags.certificateHold", "certificateHold",
                                                     bits(6, 1), Type::Boolean};
inline constexpr Field reason_flags_privilege_withdrawn{"x509ce.ReasonFlags.privilegeWithdrawn",
                                                        "privilegeWithdrawn", bits(7, 1), Type::Boolean};
inline constexpr Field reason_flags_aa_compromise{"x509ce.ReasonFlags.aACompromise", "aACompromise",
                                                  bits(0, 1), Type::Boolean};
inline constexpr Field crl_issuer{"x509ce.cRLIssuer", "cRLIssuer", varies, Type::Uint32};
inline constexpr Field certificate_policies_syntax{"x509ce.CertificatePoliciesSyntax",
                                                   "CertificatePoliciesSyntax", varies, Type::Uint32};
inline constexpr Field policy_information{"x509ce.PolicyInformation_element", "PolicyInformation", varies,
                                          Type::None};
inline constexpr Field policy_identifier{"x509ce.policyIdentifier", "policyIdentifier", varies, Type::Oid};
inline constexpr Field policy_qualifiers{"x509ce.policyQualifiers", "policyQualifiers", varies, Type::Uint32};
inline constexpr Field policy_qualifier_info{"x509ce.PolicyQualifierInfo_element", "PolicyQualifierInfo",
                                             varies, Type::None};
inline constexpr Field qualifier_id{"x509ce.id", "Id", varies, Type::Oid};
inline constexpr Field pkix_directory_string{"pkix1explicit.DirectoryString", "DirectoryString", varies,
                                             Type::String};
inline constexpr Field pkix_user_notice{"pkix1implicit.UserNotice_element", "UserNotice", varies, Type::None};
inline constexpr Field pkix_notice_ref{"pkix1implicit.noticeRef_element", "noticeRef", varies, Type::None};
inline constexpr Field pkix_organization{
    "pkix1implicit.organization", "organization", varies, Type::Uint32, Show::Decimal, display_forms};
inline constexpr Field pkix_notice_numbers{"pkix1implicit.noticeNumbers", "noticeNumbers", varies,
                                           Type::Uint32};
inline constexpr Field pkix_notice_numbers_item{"pkix1implicit.noticeNumbers_item", "noticeNumbers item",
                                                varies, Type::Int32};
inline constexpr Field pkix_explicit_text{
    "pkix1implicit.explicitText", "explicitText", varies, Type::Uint32, Show::Decimal, display_forms};
inline constexpr Field pkix_ia5_string{"pkix1implicit.ia5String", "ia5String", varies, Type::String};
inline constexpr Field pkix_visible_string{"pkix1implicit.visibleString", "visibleString", varies,
                                           Type::String};
inline constexpr Field pkix_choice_bmp{"pkix1implicit.bmpString", "bmpString", varies, Type::String};
inline constexpr Field pkix_utf8_string{"pkix1implicit.utf8String", "utf8String", varies, Type::String};
inline constexpr Field pkix_authority_info_access_syntax{"pkix1implicit.AuthorityInfoAccessSyntax",
                                                         "AuthorityInfoAccessSyntax", varies, Type::Uint32};
inline constexpr Field pkix_access_description{"pkix1implicit.AccessDescription_element", "AccessDescription",
                                               varies, Type::None};
inline constexpr Field pkix_access_method{"pkix1implicit.accessMethod", "accessMethod", varies, Type::Oid};
inline constexpr Field pkix_access_location{"pkix1implicit.accessLocation", "accessLocation", varies,
                                            Type::Uint32};
inline constexpr Field name_constraints_syntax{"x509ce.NameConstraintsSyntax_element",
                                               "NameConstraintsSyntax", varies, Type::None};
inline constexpr Field permitted_subtrees{"x509ce.permittedSubtrees", "permittedSubtrees", varies,
                                          Type::Uint32};
inline constexpr Field excluded_subtrees{"x509ce.excludedSubtrees", "excludedSubtrees", varies, Type::Uint32};
inline constexpr Field general_subtree{"x509ce.GeneralSubtree_element", "GeneralSubtree", varies, Type::None};
inline constexpr Field base{"x509ce.base", "base", varies, Type::Uint32, Show::Decimal, general_name_forms};
inline constexpr Field policy_constraints_syntax{"x509ce.PolicyConstraintsSyntax_element",
                                                 "PolicyConstraintsSyntax", varies, Type::None};
inline constexpr Field require_explicit_policy{"x509ce.requireExplicitPolicy", "requireExplicitPolicy",
                                               varies, Type::Uint64};
inline constexpr Field inhibit_policy_mapping{"x509ce.inhibitPolicyMapping", "inhibitPolicyMapping", varies,
                                              Type::Uint64};
inline constexpr Field skip_certs{"x509ce.SkipCerts", "SkipCerts", varies, Type::Uint64};
inline constexpr Field pkix_features{"pkix1explicit.Features", "Features", varies, Type::Uint32};
inline constexpr Field pkix_features_item{
    "pkix1explicit.Features_item", "Features item", varies, Type::Uint16, Show::Decimal, tls_features};
inline constexpr Field netscape_cert_type{"ns_cert_exts.CertType", "CertType", varies, Type::ByteArray};
inline constexpr Field netscape_comment{"ns_cert_exts.Comment", "Comment", varies, Type::String};
inline constexpr Field netscape_base_url{"ns_cert_exts.BaseUrl", "BaseUrl", varies, Type::String};
inline constexpr Field netscape_revocation_url{"ns_cert_exts.RevocationUrl", "RevocationUrl", varies,
                                               Type::String};
inline constexpr Field netscape_ca_revocation_url{"ns_cert_exts.CaRevocationUrl", "CaRevocationUrl", varies,
                                                  Type::String};
inline constexpr Field netscape_cert_renewal_url{"ns_cert_exts.CertRenewalUrl", "CertRenewalUrl", varies,
                                                 Type::String};
inline constexpr Field netscape_ca_policy_url{"ns_cert_exts.CaPolicyUrl", "CaPolicyUrl", varies,
                                              Type::String};
inline constexpr Field netscape_ssl_server_name{"ns_cert_exts.SslServerName", "SslServerName", varies,
                                                Type::String};
inline constexpr Field netscape_cert_type_ssl_client{"ns.cert.exts.CertType.ssl.client", "ssl-client",
                                                     bits(0, 1), Type::Boolean};
inline constexpr Field netscape_cert_type_ssl_server{"ns.cert.exts.CertType.ssl.server", "ssl-server",
                                                     bits(1, 1), Type::Boolean};
inline constexpr Field netscape_cert_type_smime{"ns.cert.exts.CertType.smime", "smime", bits(2, 1),
                                                Type::Boolean};
inline constexpr Field netscape_cert_type_object_signing{"ns.cert.exts.CertType.object.signing",
                                                         "object-signing", bits(3, 1), Type::Boolean};
inline constexpr Field netscape_cert_type_reserved_for_future_use{
    "ns.cert.exts.CertType.reserved.for.future.use", "reserved-for-future-use", bits(4, 1), Type::Boolean};
inline constexpr Field netscape_cert_type_ssl_ca{"ns.cert.exts.CertType.ssl.ca", "ssl-ca", bits(5, 1),
                                                 Type::Boolean};
inline constexpr Field netscape_cert_type_smime_ca{"ns.cert.exts.CertType.smime.ca", "smime-ca", bits(6, 1),
                                                   Type::Boolean};
inline constexpr Field netscape_cert_type_object_signing_ca{"ns.cert.exts.CertType.object.signing.ca",
                                                            "object-signing-ca", bits(7, 1), Type::Boolean};

inline constexpr const Field* all[] = {&signed_certificate,
                                       &version,
                                       &serial_number,
                                       &signature,
                                       &algorithm_id,
                                       &issuer,
                                       &rdn_sequence,
                                       &subject_rdn_sequence,
                                       &rdn_sequence_item,
                                       &relative_distinguished_name_item,
                                       &oid,
                                       &string_directory_string,
                                       &string_choice_teletex,
                                       &string_choice_printable,
                                       &string_choice_universal,
                                       &string_choice_bmp,
                                       &string_choice_utf8,
                                       &string_country_name,
                                       &string_printable_string,
                                       &string_ia5_string,
                                       &string_utf8_string,
                                       &string_telephone_number,
                                       &userid,
                                       &validity,
                                       &not_before,
                                       &not_after,
                                       &utc_time,
                                       &generalized_time,
                                       &subject,
                                       &subject_public_key_info,
                                       &key_algorithm,
                                       &subject_public_key,
                                       &issuer_unique_identifier,
                                       &subject_unique_identifier,
                                       &extensions,
                                       &extension,
                                       &extension_id,
                                       &critical,
                                       &algorithm_identifier,
                                       &encrypted,
                                       &pkcs1_modulus,
                                       &pkcs1_public_exponent,
                                       &pkcs1_ec_parameters,
                                       &pkcs1_named_curve,
                                       &pkcs1_specified_curve,
                                       &pkcs1_version,
                                       &pkcs1_field_id,
                                       &pkcs1_field_type,
                                       &pkcs1_curve,
                                       &pkcs1_a,
                                       &pkcs1_b,
                                       &pkcs1_seed,
                                       &pkcs1_base,
                                       &pkcs1_cofactor,
                                       &pkcs1_rsassa_pss_params,
                                       &pkcs1_hash_algorithm,
                                       &pkcs1_mask_gen_algorithm,
                                       &pkcs1_mask_hash_algorithm,
                                       &pkcs1_salt_length,
                                       &pkcs1_trailer_field,
                                       &ber_bitstring_padding,
                                       &ber_64bit_uint_as_bytes,
                                       &ber_error_oid_not_implemented,
                                       &ocsp_null,
                                       &subject_key_identifier,
                                       &key_usage,
                                       &key_usage_digital_signature,
                                       &key_usage_content_commitment,
                                       &key_usage_key_encipherment,
                                       &key_usage_data_encipherment,
                                       &key_usage_key_agreement,
                                       &key_usage_key_cert_sign,
                                       &key_usage_crl_sign,
                                       &key_usage_encipher_only,
                                       &key_usage_decipher_only,
                                       &basic_constraints_syntax,
                                       &ca,
                                       &path_len_constraint,
                                       &authority_key_identifier,
                                       &key_identifier,
                                       &authority_cert_issuer,
                                       &authority_cert_serial_number,
                                       &key_purpose_ids,
                                       &key_purpose_id,
                                       &general_names,
                                       &general_name,
                                       &other_name,
                                       &type_id,
                                       &rfc822_name,
                                       &dns_name,
                                       &directory_name,
                                       &uniform_resource_identifier,
                                       &ip_address_bytes,
                                       &ip_address_ipv4,
                                       &ip_address_ipv6,
                                       &registered_id,
                                       &crl_dist_points_syntax,
                                       &distribution_point,
                                       &distribution_point_name,
                                       &full_name,
                                       &reasons,
                                       &reason_flags_unused,
                                       &reason_flags_key_compromise,
                                       &reason_flags_ca_compromise,
                                       &reason_flags_affiliation_changed,
                                       &reason_flags_superseded,
                                       &reason_flags_cessation_of_operation,
                                       &reason_flags_certificate_hold,
                                       &reason_flags_privilege_withdrawn,
                                       &reason_flags_aa_compromise,
                                       &crl_issuer,
                                       &certificate_policies_syntax,
                                       &policy_information,
                                       &policy_identifier,
                                       &policy_qualifiers,
                                       &policy_qualifier_info,
                                       &qualifier_id,
                                       &pkix_directory_string,
                                       &pkix_user_notice,
                                       &pkix_notice_ref,
                                       &pkix_organization,
                                       &pkix_notice_numbers,
                                       &pkix_notice_numbers_item,
                                       &pkix_explicit_text,
                                       &pkix_ia5_string,
                                       &pkix_visible_string,
                                       &pkix_choice_bmp,
                                       &pkix_utf8_string,
                                       &pkix_authority_info_access_syntax,
                                       &pkix_access_description,
                                       &pkix_access_method,
                                       &pkix_access_location,
                                       &name_constraints_syntax,
                                       &permitted_subtrees,
                                       &excluded_subtrees,
                                       &general_subtree,
                                       &base,
                                       &policy_constraints_syntax,
                                       &require_explicit_policy,
                                       &inhibit_policy_mapping,
                                       &skip_certs,
                                       &pkix_features,
                                       &pkix_features_item,
                                       &netscape_cert_type,
                                       &netscape_comment,
                                       &netscape_base_url,
                                       &netscape_revocation_url,
                                       &netscape_ca_revocation_url,
                                       &netscape_cert_renewal_url,
                                       &netscape_ca_policy_url,
                                       &netscape_ssl_server_name,
                                       &netscape_cert_type_ssl_client,
                                       &netscape_cert_type_ssl_server,
                                       &netscape_cert_type_smime,
                                       &netscape_cert_type_object_signing,
                                       &netscape_cert_type_reserved_for_future_use,
                                       &netscape_cert_type_ssl_ca,
                                       &netscape_cert_type_smime_ca,
                                       &netscape_cert_type_object_signing_ca};

}  // namespace wiretale::x509::field
