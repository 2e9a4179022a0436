# Traffic without a fault, some of it with things that look like one.
import socket
import struct

from network import BRANCH, CLUSTER
from recording import scenario
from services import certificate, serve, start_dnsmasq, start_nginx, web_folder

NAME = "shop.example.test"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nhello\n"


def answer_requests(connection):
    while connection.recv(4096):
        connection.sendall(ANSWER)


@scenario("healthy-http", "three requests on three connections, all answered", needs=("curl", "nginx"), vantage="client")
def healthy_http(lab):
    start_nginx(lab, 80, "return 200 'welcome\\n';")
    with lab.recording():
        for page in ("/", "/news", "/contact"):
            lab.client.run("curl", "--silent", lab.url(page))
            lab.pause(0.1)


@scenario("healthy-https", "two requests over TLS 1.3 and IPv6, the authority is known",
          needs=("curl", "nginx", "openssl"), version=6, vantage="router", port=443)
def healthy_https(lab):
    signed, key, authority = certificate(lab, NAME)
    start_nginx(lab, 443, f"ssl_certificate {signed}; ssl_certificate_key {key}; ssl_protocols TLSv1.2 TLSv1.3; return 200 'welcome\\n';")
    with lab.recording():
        for page in ("/", "/basket"):
            lab.client.run("curl", "--silent", "--cacert", authority, "--resolve", f"{NAME}:443:[{lab.server.address}]",
                           f"https://{NAME}{page}")


@scenario("healthy-dns", "names with IPv4 and IPv6 addresses, and one that has none of the latter: an empty answer is no error",
          needs=("dnsmasq", "getent"), site=CLUSTER, vantage="client", proto="udp", port=53)
def healthy_dns(lab):
    start_dnsmasq(lab, "--local=/example.test/", f"--host-record={NAME},10.244.7.42,fd00:244:7::2a",
                  "--host-record=old.example.test,10.244.7.43")
    lab.client.use_resolver(lab.server.address)
    with lab.recording():
        for name in (NAME, "old.example.test"):
            lab.client.run("getent", "ahosts", f"{name}.")


@scenario("healthy-http-keepalive", "six requests on one connection", needs=("curl", "nginx"), site=BRANCH, vantage="server")
def healthy_http_keepalive(lab):
    start_nginx(lab, 80, "return 200 'welcome\\n';")
    with lab.recording():
        lab.client.run("curl", "--silent", *(lab.url(f"/page/{number}") for number in range(6)))


@scenario("healthy-rst-after-response", "the client has its whole answer and closes with a reset, as some browsers and pools do",
          site=CLUSTER, vantage="client", port=8080)
def healthy_rst_after_response(lab):
    serve(lab, 8080, answer_requests)
    with lab.recording():
        for _ in range(3):
            connection = lab.client.open_socket()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.connect((lab.server.address, 8080))
            connection.sendall(b"GET / HTTP/1.1\r\nHost: shop.example.test\r\n\r\n")
            while not connection.recv(4096).endswith(b"hello\n"):
                pass
            lab.pause(0.2)
            connection.close()


@scenario("healthy-large-download", "2 MB without any loss, over IPv6",
          needs=("curl", "nginx"), version=6, site=BRANCH, vantage="client", snap_length=128)
def healthy_large_download(lab):
    root = web_folder(lab, image=2_000_000)
    start_nginx(lab, 80, f"root {root};")
    with lab.recording():
        lab.client.run("curl", "--silent", "--output", "/dev/null", lab.url("/image"))


@scenario("healthy-idle-keepalive", "a connection rests for 4 seconds, kept alive by answered probes, and then goes on",
          site=BRANCH, vantage="router", port=8080)
def healthy_idle_keepalive(lab):
    serve(lab, 8080, answer_requests)
    with lab.recording():
        connection = lab.client.open_socket()
        for option in (socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL):
            connection.setsockopt(socket.IPPROTO_TCP, option, 1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        connection.connect((lab.server.address, 8080))
        for rest in (4, 0):
            connection.sendall(b"GET / HTTP/1.1\r\nHost: shop.example.test\r\n\r\n")
            connection.recv(4096)
            lab.pause(rest)
        connection.close()
