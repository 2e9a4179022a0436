# TLS handshakes that fail. TLS 1.2 where the alert has to be readable: TLS 1.3 encrypts what the client says last.
from network import BRANCH, CLUSTER, endpoint
from recording import scenario
from services import certificate, new_authority, start_nginx, start_tls_server

NAME = "shop.example.test"


def get(lab, port, *options, name=NAME):
    """curl to the server's address under a host name, without a name server."""
    address = f"[{lab.server.address}]" if lab.version == 6 else lab.server.address
    lab.client.run("curl", "--silent", "--resolve", f"{name}:{port}:{address}", *options, f"https://{name}:{port}/")


@scenario("tls-unknown-ca", "curl does not know the private authority that signed the server's certificate",
          needs=("curl", "openssl"), version=6, vantage="client", port=443)
def unknown_ca(lab):
    signed, key, _ = certificate(lab, NAME)
    # curl trusts another authority and nobody else: without any it would not even begin on a machine without ca-certificates.
    trusted = lab.folder / "trusted.pem"
    new_authority(trusted, lab.folder / "trusted.key", "Another Authority")
    start_tls_server(lab, 443, "-tls1_2", "-cert", signed, "-key", key)
    with lab.recording():
        get(lab, 443, "--cacert", trusted)


@scenario("tls-cert-expired", "the certificate of the server, an nginx, ended on 2024-01-01",
          needs=("curl", "nginx", "openssl"), vantage="router", port=443)
def cert_expired(lab):
    signed, key, authority = certificate(lab, NAME, start="20230101000000Z", end="20240101000000Z")
    start_nginx(lab, 443, f"ssl_certificate {signed}; ssl_certificate_key {key}; ssl_protocols TLSv1.2; return 200;")
    with lab.recording():
        get(lab, 443, "--cacert", authority)


@scenario("tls-hostname-mismatch", "the server shows the certificate of another name; the client checks and ends",
          needs=("openssl",), site=BRANCH, vantage="client", port=8443)
def hostname_mismatch(lab):
    signed, key, authority = certificate(lab, "intranet.example.test")
    start_tls_server(lab, 8443, "-tls1_2", "-cert", signed, "-key", key)
    with lab.recording():
        lab.client.run("openssl", "s_client", "-connect", endpoint(lab.server.address, 8443), "-servername", NAME, "-CAfile", authority,
                       "-verify_hostname", NAME, "-verify_return_error")


@scenario("tls-protocol-version", "the server speaks TLS 1.3 only, the client at most 1.2",
          needs=("curl", "nginx", "openssl"), site=BRANCH, vantage="server", port=443)
def protocol_version(lab):
    signed, key, authority = certificate(lab, NAME)
    start_nginx(lab, 443, f"ssl_certificate {signed}; ssl_certificate_key {key}; ssl_protocols TLSv1.3; return 200;")
    with lab.recording():
        get(lab, 443, "--cacert", authority, "--tls-max", "1.2")


@scenario("tls-no-shared-cipher", "client and server allow one cipher suite each, and not the same",
          needs=("curl", "openssl"), site=CLUSTER, vantage="client", port=6443)
def no_shared_cipher(lab):
    signed, key, authority = certificate(lab, NAME)
    start_tls_server(lab, 6443, "-tls1_2", "-cipher", "ECDHE-ECDSA-AES256-GCM-SHA384", "-cert", signed, "-key", key)
    with lab.recording():
        get(lab, 6443, "--cacert", authority, "--tls-max", "1.2", "--ciphers", "ECDHE-ECDSA-AES128-GCM-SHA256")


@scenario("tls-client-cert-required", "the server demands a client certificate and the client has none",
          needs=("curl", "openssl"), site=CLUSTER, vantage="server", port=8443)
def client_cert_required(lab):
    signed, key, authority = certificate(lab, NAME)
    start_tls_server(lab, 8443, "-tls1_2", "-Verify", 1, "-CAfile", authority, "-cert", signed, "-key", key)
    with lab.recording():
        get(lab, 8443, "--cacert", authority)


@scenario("tls-unrecognized-name", "nginx has no site of the requested name and rejects the handshake",
          needs=("curl", "nginx", "openssl"), version=6, site=BRANCH, vantage="client", port=443)
def unrecognized_name(lab):
    start_nginx(lab, 443, "ssl_reject_handshake on;")
    with lab.recording():
        get(lab, 443, name="old-shop.example.test")
