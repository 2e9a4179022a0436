# Connections that are torn down with a reset, and peers that fall silent.
import socket
import struct

from network import BRANCH, CLUSTER
from recording import scenario
from services import serve, start_haproxy, start_nginx

from .speech import ANSWER, answer_requests, ask, connect


def reset(connection):
    """close() with SO_LINGER 0 sends RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def forget_all(lab, held, port):
    """The server loses its connections without a packet, as by a reboot."""
    lab.server.firewall(f"tcp sport {port} drop", hook="output")
    for connection in held:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.shutdown(socket.SHUT_RD)
        connection.close()
    lab.pause(0.3)
    lab.server.open_firewall()


@scenario("rst-mid-connection", "the server promises 40,000 bytes, sends about a quarter and resets the connection",
          needs=("curl",), site=CLUSTER, vantage="client", port=8000)
def rst_mid_connection(lab):
    def break_off(connection):
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: 40000\r\n\r\n" + b"id,price\r\n" * 1000)
        lab.pause(0.5)
        reset(connection)

    serve(lab, 8000, break_off)
    with lab.recording():
        lab.client.run("curl", "--silent", lab.url("/export.csv", port=8000))


@scenario("rst-mid-request", "a worker crashes over the second request of a connection, over IPv6; captured on all interfaces",
          kinds=("rst-mid-connection",), version=6, vantage="client-any", port=3000)
def rst_mid_request(lab):
    def crash(connection):
        connection.recv(4096)
        connection.sendall(ANSWER)
        connection.recv(4096)
        lab.pause(0.2)
        reset(connection)

    serve(lab, 3000, crash)
    with lab.recording():
        connection = connect(lab, 3000)
        ask(connection)
        lab.pause(0.3)
        ask(connection, "/crash")


@scenario("rst-unread-data", "the server closes with unread data of a database-like protocol: its kernel answers with a reset",
          kinds=("rst-mid-connection",), site=BRANCH, vantage="server", port=5432, overlay=(99, 4789))
def rst_unread_data(lab):
    def close_early(connection):
        connection.recv(16)
        lab.pause(0.3)

    serve(lab, 5432, close_early)
    with lab.recording():
        connection = connect(lab, 5432)
        connection.sendall(b"Q\0\0\1\0select * from orders where id in (" + b"1, " * 600 + b"0);\0")
        lab.pause(0.8)


@scenario("rst-after-handshake", "the mail server accepts each connection and resets it before it greets",
          needs=("curl",), site=BRANCH, vantage="router", port=25)
def rst_after_handshake(lab):
    def turn_away(connection):
        lab.pause(0.05)
        reset(connection)

    serve(lab, 25, turn_away)
    with lab.recording():
        for _ in range(2):
            lab.client.run("curl", "--silent", lab.url(port=25, scheme="smtp"))
            lab.pause(0.3)


@scenario("rst-after-handshake-proxy", "haproxy in TCP mode has no backend: it accepts, and closes each connection at once",
          kinds=("rst-after-handshake/http-no-response/rst-mid-connection",), needs=("curl", "haproxy"), vantage="client", port=5000)
def rst_after_handshake_proxy(lab):
    start_haproxy(lab, "listen db\n mode tcp\n bind :5000\n tcp-request connection reject\n", 5000)
    with lab.recording():
        for _ in range(3):
            lab.client.run("curl", "--silent", "--max-time", 3, lab.url(port=5000))
            lab.pause(0.2)


@scenario("rst-idle-timeout", "the server closes an idle connection, the client never reads that and asks again: a reset",
          site=CLUSTER, vantage="client", port=8080, may=("http-no-response",))
def rst_idle_timeout(lab):
    def close_when_idle(connection):
        connection.settimeout(5.5)
        answer_requests(connection)

    serve(lab, 8080, close_when_idle)
    with lab.recording():
        connection = connect(lab, 8080)
        for _ in range(3):
            ask(connection)
            lab.pause(0.2)
        lab.pause(6)
        ask(connection)


@scenario("rst-idle-timeout-firewall", "a stateful firewall has forgotten the idle connection and rejects what comes next",
          kinds=("rst-idle-timeout/half-open",), needs=("nft",), version=6, vantage="client", port=5432,
          may=("half-open", "rst-injected", "rst-mid-connection"))
def rst_idle_firewall(lab):
    serve(lab, 5432, answer_requests)
    with lab.recording():
        connection = connect(lab, 5432)
        ask(connection)
        lab.pause(6)
        lab.router.firewall("tcp dport 5432 reject with tcp reset")
        ask(connection)
        lab.pause(0.3)


@scenario("half-open", "the server lost its state (as by a reboot); the client's next request draws a bare reset",
          needs=("nft",), site=BRANCH, vantage="router", port=1883, may=("rst-mid-connection", "http-no-response"))
def half_open(lab):
    held = []
    serve(lab, 1883, lambda connection: (held.append(connection), answer_requests(connection)))
    with lab.recording():
        connection = connect(lab, 1883)
        ask(connection)
        lab.pause(3)
        forget_all(lab, held, 1883)
        lab.pause(3.5)
        ask(connection)
        lab.pause(0.2)


@scenario("half-open-keepalive", "the same, and a keepalive probe of the client finds out; IPv6",
          kinds=("half-open",), needs=("nft",), version=6, vantage="server", port=6379, may=("rst-idle-timeout",))
def half_open_keepalive(lab):
    held = []
    serve(lab, 6379, lambda connection: (held.append(connection), answer_requests(connection)))
    with lab.recording():
        connection = connect(lab, 6379, keep_alive=1, keep_idle=6, keep_interval=2)
        ask(connection)
        lab.pause(1)
        forget_all(lab, held, 6379)
        lab.pause(6.5)


@scenario("keepalive-timeout", "the path dies while a connection rests; the client's probes get no answer",
          site=CLUSTER, wire=True, vantage="client", port=5432)
def keepalive_timeout(lab):
    serve(lab, 5432, answer_requests)
    with lab.recording():
        connection = connect(lab, 5432, keep_alive=1, keep_idle=2, keep_interval=1, keep_count=4)
        ask(connection)
        lab.wire(both={"cut": True})
        lab.pause(8)


@scenario("keepalive-timeout-server", "the client is gone; the server's probes of an idle connection get no answer, IPv6, from mid-connection",
          kinds=("keepalive-timeout",), version=6, wire=True, vantage="server", port=1883,
          may=("neighbor-unanswered",))
def keepalive_timeout_server(lab):
    def probing(connection):
        for option, value in ((socket.TCP_KEEPIDLE, 2), (socket.TCP_KEEPINTVL, 1), (socket.TCP_KEEPCNT, 5)):
            connection.setsockopt(socket.IPPROTO_TCP, option, value)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        answer_requests(connection)

    serve(lab, 1883, probing)
    connection = connect(lab, 1883)
    ask(connection)
    with lab.recording():
        ask(connection)
        lab.pause(0.5)
        lab.wire(both={"cut": True})
        lab.pause(9)


@scenario("data-unacked", "the path dies in the middle of a download: the server repeats its data and hears nothing",
          site=BRANCH, wire=True, vantage="server", port=8080, may=("retransmission-loss", "neighbor-unanswered"))
def data_unacked(lab):
    def stream(connection):
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4000000\r\n\r\n")
        for _ in range(200):
            connection.sendall(b"x" * 20000)
            lab.pause(0.05)

    serve(lab, 8080, stream)
    with lab.recording():
        connection = connect(lab, 8080)
        connection.sendall(b"GET /big HTTP/1.1\r\nHost: shop.example.test\r\n\r\n")
        for _ in range(10):
            connection.recv(65536)
        lab.wire(both={"cut": True})
        lab.pause(5)


@scenario("data-unacked-request", "a NAT entry expired: the next small request of an idle connection is repeated in vain, IPv6",
          kinds=("data-unacked",), needs=("nft",), version=6, vantage="client", port=5432, may=("http-no-response",))
def data_unacked_request(lab):
    serve(lab, 5432, answer_requests)
    with lab.recording():
        connection = connect(lab, 5432)
        ask(connection)
        lab.pause(2)
        lab.router.firewall("tcp dport 5432 drop")
        connection.settimeout(6)
        ask(connection)


@scenario("mtu-blackhole", "large packets of a download vanish on the path and no ICMP says so",
          needs=("nginx", "curl"), site=BRANCH, wire=True, vantage="server", port=80,
          may=("data-unacked", "http-no-response", "retransmission-loss", "spurious-retransmission"))
def mtu_blackhole(lab):
    start_nginx(lab, 80, f"root {lab.folder};")
    (lab.folder / "page").write_bytes(b"x" * 60000)
    lab.wire(both={"longest": 1400})
    with lab.recording():
        lab.client.run("curl", "--silent", "--max-time", 5, "--output", "/dev/null", lab.url("/page"))


@scenario("mtu-blackhole-upload", "large packets of an upload vanish, inside VXLAN, IPv6 addresses; captured at the client",
          kinds=("mtu-blackhole",), needs=("curl",), overlay=(77, 4789), version=6, wire=True, vantage="client", port=8080,
          may=("data-unacked", "http-no-response", "retransmission-loss", "spurious-retransmission"))
def mtu_blackhole_upload(lab):
    serve(lab, 8080, answer_requests)
    lab.wire(both={"longest": 1200})
    (lab.folder / "upload").write_bytes(b"y" * 30000)
    with lab.recording():
        lab.client.run("curl", "--silent", "--max-time", 6, "--data-binary", f"@{lab.folder}/upload", lab.url("/upload", port=8080))
