# TLS handshakes that fail. TLS 1.2 where the alert has to be readable: TLS 1.3 encrypts what the client says last.
import socket
import struct

import frames
from network import BRANCH, CLUSTER, endpoint
from recording import scenario
from services import certificate, new_authority, serve, start_nginx, start_tls_server, watch_segments

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


@scenario("tls-unknown-ca-1.3", "TLS 1.3: OpenSSL sends its alert about the certificate before any encryption of its own",
          kinds=("tls-unknown-ca/tls-client-abort",), needs=("curl", "nginx", "openssl"), site=BRANCH, vantage="server", port=443)
def unknown_ca_1_3(lab):
    signed, key, _ = certificate(lab, NAME)
    trusted = lab.folder / "trusted.pem"
    new_authority(trusted, lab.folder / "trusted.key", "Another Authority")
    start_nginx(lab, 443, f"ssl_certificate {signed}; ssl_certificate_key {key}; ssl_protocols TLSv1.3; return 200;")
    with lab.recording():
        for _ in range(2):
            get(lab, 443, "--cacert", trusted)


@scenario("tls-client-abort", "a GnuTLS client over TLS 1.3 finds the certificate expired after the handshake and leaves",
          kinds=("tls-client-abort/tls-cert-expired",), needs=("gnutls-cli", "nginx", "openssl"), vantage="client", port=443,
          may=("rst-mid-connection",))
def client_abort(lab):
    signed, key, authority = certificate(lab, NAME, start="20230101000000Z", end="20240101000000Z")
    start_nginx(lab, 443, f"ssl_certificate {signed}; ssl_certificate_key {key}; ssl_protocols TLSv1.3; return 200;")
    with lab.recording():
        for _ in range(2):
            lab.client.run("gnutls-cli", "--x509cafile", authority, "--sni-hostname", NAME, "--verify-hostname", NAME, "--port", 443,
                           lab.server.address)


@scenario("tls-client-cert-required-1.3", "TLS 1.3: the server demands a client certificate and ends with an encrypted alert",
          kinds=("tls-client-cert-required",), needs=("curl", "openssl"), version=6, vantage="client", port=8443,
          may=("rst-mid-connection",))
def client_cert_required_1_3(lab):
    signed, key, authority = certificate(lab, NAME)
    start_tls_server(lab, 8443, "-tls1_3", "-Verify", 1, "-verify_return_error", "-CAfile", authority, "-cert", signed, "-key", key)
    with lab.recording():
        for _ in range(2):
            get(lab, 8443, "--cacert", authority)


@scenario("tls-hostname-mismatch-curl", "nginx shows the certificate of its default site; curl checks the name and leaves (TLS 1.2, IPv6)",
          kinds=("tls-hostname-mismatch",), needs=("curl", "nginx", "openssl"), version=6, vantage="router", port=443)
def hostname_mismatch_curl(lab):
    signed, key, authority = certificate(lab, "default.example.test")
    start_nginx(lab, 443, f"ssl_certificate {signed}; ssl_certificate_key {key}; ssl_protocols TLSv1.2; return 200;")
    with lab.recording():
        get(lab, 443, "--cacert", authority)


@scenario("tls-protocol-version-old-server", "the server speaks TLS 1.2 only, the client wants 1.3",
          kinds=("tls-protocol-version",), needs=("curl", "nginx", "openssl"), vantage="client", port=8443, overlay=(5, 4789))
def old_server(lab):
    signed, key, authority = certificate(lab, NAME)
    start_nginx(lab, 8443, f"ssl_certificate {signed}; ssl_certificate_key {key}; ssl_protocols TLSv1.2; return 200;")
    with lab.recording():
        get(lab, 8443, "--cacert", authority, "--tlsv1.3")


@scenario("tls-clienthello-rst", "the server's application dies when the ClientHello comes", site=BRANCH, vantage="client", port=443,
          needs=("curl",), may=("rst-mid-connection",))
def clienthello_rst(lab):
    def die(connection):
        connection.recv(4096)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    serve(lab, 443, die)
    with lab.recording():
        for _ in range(2):
            get(lab, 443, "--insecure")


@scenario("tls-clienthello-rst-forged", "a filter on the path answers a forbidden server name with a reset of its own, IPv6",
          kinds=("tls-clienthello-rst/rst-injected",), needs=("curl", "nginx", "openssl"), version=6, vantage="client", port=443,
          may=("rst-injected", "rst-mid-connection"))
def clienthello_rst_forged(lab):
    signed, key, authority = certificate(lab, NAME)
    start_nginx(lab, 443, f"ssl_certificate {signed}; ssl_certificate_key {key}; return 200;")
    lab.router.firewall('ip6 daddr ' + lab.server.address + ' tcp dport 443 meta length > 300 drop')

    def forge(segment, frame, send):
        if NAME.encode() in segment.payload and segment.destination_port == 443:
            packet = frames.tcp(segment.destination, segment.source, 443, segment.source_port, frames.RST | frames.ACK,
                                segment.acknowledgment, segment.end, ttl=255)
            send(frames.ethernet(frame[6:12], frame[:6], packet))

    watch_segments(lab, lab.router, forge)
    with lab.recording():
        get(lab, 443, "--cacert", authority)


@scenario("tls-no-serverhello", "a hung service: its kernel acknowledges the ClientHello, nobody reads it", needs=("curl",), vantage="server",
          port=8443, may=("http-no-response", "slow-server"))
def no_serverhello(lab):
    lab.server.listen(8443)
    with lab.recording():
        get(lab, 8443, "--insecure", "--max-time", 4)


@scenario("tls-no-serverhello-dropped", "a firewall drops each ClientHello; it is repeated and never acknowledged",
          kinds=("tls-no-serverhello",), needs=("curl", "nft"), site=CLUSTER, vantage="client", port=443,
          may=("data-unacked", "http-no-response", "retransmission-loss"))
def clienthello_dropped(lab):
    serve(lab, 443, lambda connection: connection.recv(4096))
    lab.router.firewall("tcp dport 443 meta length > 300 drop")
    with lab.recording():
        get(lab, 443, "--insecure", "--max-time", 5)


@scenario("plaintext-to-tls", "http:// is spoken to nginx's TLS port: 400 The plain HTTP request was sent to HTTPS port",
          needs=("curl", "nginx", "openssl"), vantage="client", port=443, may=("http-4xx", "http-no-response"))
def plaintext_to_tls(lab):
    signed, key, _ = certificate(lab, NAME)
    start_nginx(lab, 443, f"ssl_certificate {signed}; ssl_certificate_key {key}; return 200;")
    with lab.recording():
        for _ in range(2):
            lab.client.run("curl", "--silent", lab.url(port=443))


@scenario("plaintext-to-tls-alert", "http:// to an OpenSSL server on an unusual port: an alert or a bare close, IPv6",
          kinds=("plaintext-to-tls",), needs=("curl", "openssl"), version=6, vantage="server", port=9993,
          may=("http-no-response", "rst-mid-connection"))
def plaintext_to_tls_alert(lab):
    signed, key, authority = certificate(lab, NAME)
    start_tls_server(lab, 9993, "-cert", signed, "-key", key)
    with lab.recording():
        get(lab, 9993, "--cacert", authority)
        for _ in range(2):
            lab.client.run("curl", "--silent", "--max-time", 3, lab.url(port=9993))


@scenario("tls-to-plaintext", "https:// is spoken to the plain port of nginx: HTTP 400 comes back", needs=("curl", "nginx"), site=BRANCH,
          vantage="client", port=8080, may=("http-4xx",))
def tls_to_plaintext(lab):
    start_nginx(lab, 8080, "return 200;")
    with lab.recording():
        for _ in range(2):
            get(lab, 8080, "--insecure")


@scenario("tls-to-plaintext-banner", "https:// is spoken to a server that greets first, as SSH and SMTP servers do; IPv6",
          kinds=("tls-to-plaintext",), needs=("curl",), version=6, vantage="server", port=2222, may=("rst-mid-connection",))
def tls_to_banner(lab):
    serve(lab, 2222, lambda connection: (connection.sendall(b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"), connection.recv(4096),
                                         connection.sendall(b"Invalid SSH identification string.\r\n")))
    with lab.recording():
        get(lab, 2222, "--insecure", "--max-time", 3)
