# Established transfers that suffer: loss, order, windows, rates, and what the capture itself does to them.
import socket

from network import BRANCH, CLUSTER
from recording import scenario
from services import serve, start_nginx, web_folder

from .speech import ANSWER, answer_requests, ask, connect

GET = b"GET /events HTTP/1.1\r\nHost: events.example.test\r\n\r\n"


def stream(size):
    def send_all(connection):
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % size + b"x" * size)
    return send_all


def download(lab, port=80, seconds=20):
    lab.client.run("curl", "--silent", "--output", "/dev/null", "--max-time", seconds, lab.url("/image", port=port), seconds=seconds + 5)


def upload(lab, size, port=8080, seconds=20):
    (lab.folder / "upload").write_bytes(b"u" * size)
    lab.client.run("curl", "--silent", "--output", "/dev/null", "--max-time", seconds, "--header", "Expect:", "--data-binary",
                   f"@{lab.folder}/upload", lab.url("/upload", port=port), seconds=seconds + 5)


def swallow(connection):
    """Reads an upload of which the length is told, and answers."""
    data = connection.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    left = int(head.lower().split(b"content-length:")[1].split()[0]) - len(body)
    while left > 0:
        left -= len(connection.recv(65536)) or left
    connection.sendall(ANSWER)


@scenario("retransmission-loss", "the router drops 3 % of the full-size packets of a 700 kB download, at random",
          needs=("curl", "nft", "nginx"), site=BRANCH, vantage="server", snap_length=96)
def retransmission_loss(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=700_000)};")
    lab.router.firewall("tcp sport 80 meta length > 1000 numgen random mod 100 < 3 drop")
    with lab.recording():
        download(lab)


@scenario("retransmission-loss-upload", "2 % of an upload is lost on a path with 30 ms round trip; captured behind the loss, IPv6",
          kinds=("retransmission-loss",), needs=("curl",), version=6, wire=True, vantage="server", port=8080,
          may=("out-of-order", "spurious-retransmission", "bandwidth-limited"))
def loss_upload(lab):
    serve(lab, 8080, swallow)
    lab.wire(both={"delay": 0.015}, right={"loss": 0.025, "least": 1000})
    with lab.recording():
        upload(lab, 600_000)


@scenario("retransmission-loss-in-vxlan", "2 % of a download inside VXLAN is lost; captured at the client's node",
          kinds=("retransmission-loss",), needs=("curl", "nginx"), overlay=(12, 4789), wire=True, vantage="client",
          may=("out-of-order", "spurious-retransmission", "bandwidth-limited"))
def loss_in_vxlan(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=600_000)};")
    lab.wire(both={"delay": 0.01}, left={"loss": 0.025, "least": 1000})
    with lab.recording():
        download(lab)


@scenario("out-of-order", "4 % of the segments of a download are overtaken on the path; nothing is lost",
          needs=("curl", "nginx"), site=CLUSTER, wire=True, vantage="client", may=("spurious-retransmission",))
def out_of_order(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=500_000)};")
    lab.wire(both={"delay": 0.012}, left={"reorder": 0.05, "late": 0.002, "least": 1000})
    with lab.recording():
        download(lab)


@scenario("spurious-retransmission", "the path stalls for half a second now and then: the sender repeats what is on its way",
          needs=("curl", "nginx"), site=BRANCH, wire=True, vantage="server", may=("out-of-order", "bandwidth-limited", "high-rtt"))
def spurious(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=900_000)}; limit_rate 250k;")
    lab.wire(both={"delay": 0.01})
    with lab.recording():
        done = lab.client.start("curl", "--silent", "--output", "/dev/null", lab.url("/image"))
        for _ in range(4):
            lab.pause(0.5)
            lab.wire(right={"delay": 0.9}, left={"delay": 0.01})
            lab.pause(0.4)
            lab.wire(both={"delay": 0.01})
        done.wait(timeout=15)


@scenario("duplicate-packets", "a loop in the network doubles every tenth frame; captured at the client",
          needs=("curl", "nginx"), wire=True, vantage="client", may=("spurious-retransmission", "out-of-order"))
def duplicate_packets(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=300_000)};")
    lab.wire(left={"duplicate": 0.1})
    with lab.recording():
        for _ in range(3):
            download(lab)


@scenario("duplicate-capture", "captured on all interfaces of the router: every packet is seen twice, once on each side",
          kinds=("duplicate-capture/duplicate-packets",), needs=("curl", "nginx"), site=BRANCH, vantage="router-any", may=("capture-drops",))
def duplicate_capture(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=20_000)};")
    with lab.recording():
        for _ in range(3):
            download(lab)


@scenario("asymmetric-capture", "the capture has only what the server sends; the connections are fine, IPv6",
          needs=("curl", "nginx"), version=6, vantage="router", tcpdump=("src", "port", "80"))
def asymmetric_capture(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=20_000)};")
    with lab.recording():
        for _ in range(3):
            download(lab)


@scenario("capture-drops", "the capture missed every thirteenth full-size packet; the receiver has them all",
          needs=("curl", "nginx"), vantage="client", tcpdump=("ip[2:2] < 1000 or ip[4:2] % 13 != 0",))
def capture_drops(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=600_000)};")
    with lab.recording():
        download(lab)


@scenario("zero-window", "the client asks for 150,000 bytes, then does not read for 3 seconds",
          site=CLUSTER, vantage="router", port=9000, snap_length=128)
def zero_window(lab):
    serve(lab, 9000, stream(150_000))
    with lab.recording():
        connection = connect(lab, 9000, receive_buffer=16384)
        connection.sendall(GET)
        lab.pause(3)
        while connection.recv(65536):
            pass
        connection.close()


@scenario("zero-window-upload", "the server stops reading an upload for 3 seconds, IPv6; the capture begins in the middle",
          kinds=("zero-window",), version=6, vantage="client", port=9000, may=("slow-client", "slow-server"))
def zero_window_upload(lab):
    def pause_reading(connection):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16384)
        connection.recv(4096)
        lab.pause(3.2)
        while connection.recv(65536):
            pass

    serve(lab, 9000, pause_reading)
    connection = connect(lab, 9000)
    connection.sendall(b"PUT /log HTTP/1.1\r\nHost: x\r\nContent-Length: 400000\r\n\r\n")
    with lab.recording():
        connection.sendall(b"u" * 400_000)
        connection.close()
        lab.pause(0.3)


@scenario("window-full", "a receive buffer of 10 kB on a path of 60 ms: the sender waits each round trip",
          site=BRANCH, wire=True, vantage="server", port=9000, may=("zero-window",))
def window_full(lab):
    serve(lab, 9000, stream(220_000))
    lab.wire(both={"delay": 0.03})
    with lab.recording():
        connection = connect(lab, 9000, receive_buffer=5000)
        connection.sendall(GET)
        while connection.recv(65536):
            pass


@scenario("bandwidth-limited", "a shaper lets 500 kbit/s through and queues up to a second",
          needs=("curl", "nginx"), site=CLUSTER, wire=True, vantage="server",
          may=("high-rtt", "out-of-order", "retransmission-loss", "spurious-retransmission"))
def bandwidth_limited(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=350_000)};")
    lab.wire(left={"rate": 62_500, "queue": 50_000})
    with lab.recording():
        download(lab)


@scenario("bandwidth-limited-receiver", "the same, captured at the receiver of an upload, IPv6",
          kinds=("bandwidth-limited",), needs=("curl",), version=6, wire=True, vantage="server", port=8080,
          may=("high-rtt", "out-of-order", "retransmission-loss", "spurious-retransmission"))
def bandwidth_limited_receiver(lab):
    serve(lab, 8080, swallow)
    lab.wire(right={"rate": 80_000, "queue": 60_000}, left={"delay": 0.005})
    with lab.recording():
        upload(lab, 400_000)


@scenario("high-rtt", "a path of 320 ms round trip; the server answers at once", needs=("curl", "nginx"), wire=True, vantage="client")
def high_rtt(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=30_000)};")
    lab.wire(both={"delay": 0.16, "jitter": 0.01})
    with lab.recording():
        for _ in range(2):
            download(lab)


@scenario("high-rtt-midstream", "a path of 260 ms; the capture begins in mid-connection, IPv6",
          kinds=("high-rtt",), version=6, wire=True, vantage="client", port=8080)
def high_rtt_midstream(lab):
    serve(lab, 8080, answer_requests)
    lab.wire(both={"delay": 0.13})
    connection = connect(lab, 8080)
    ask(connection)
    with lab.recording():
        for _ in range(6):
            ask(connection)
        lab.pause(0.5)


@scenario("slow-server", "the application thinks for 2 s before it answers", needs=("curl",), site=BRANCH, vantage="client", port=8080)
def slow_server(lab):
    serve(lab, 8080, lambda connection: (connection.recv(4096), lab.pause(2), connection.sendall(ANSWER)))
    with lab.recording():
        for _ in range(2):
            lab.client.run("curl", "--silent", lab.url(port=8080))


@scenario("slow-server-long-poll", "each third answer of one connection takes 1.6 s, inside VXLAN, IPv6, from mid-connection",
          kinds=("slow-server",), overlay=(300, 8472), version=6, vantage="server", port=9200)
def slow_server_sometimes(lab):
    def slow_thirds(connection):
        number = 0
        while connection.recv(4096):
            number += 1
            lab.pause(1.6 if number % 3 == 0 else 0.01)
            connection.sendall(ANSWER)

    serve(lab, 9200, slow_thirds)
    connection = connect(lab, 9200)
    ask(connection)
    with lab.recording():
        for _ in range(8):
            ask(connection)


@scenario("slow-client", "a client sends the headers of its request in pieces, 0.7 s apart", site=CLUSTER, vantage="server", port=8080)
def slow_client(lab):
    def patient(connection):
        data = b""
        while b"\r\n\r\n" not in data:
            data += connection.recv(4096)
        connection.sendall(ANSWER)

    serve(lab, 8080, patient)
    with lab.recording():
        connection = connect(lab, 8080)
        for piece in (b"GET /slow HTTP/1.1\r\n", b"Host: shop.example.test\r\n", b"X-A: b\r\n", b"X-B: c\r\n", b"X-C: d\r\n", b"\r\n"):
            connection.sendall(piece)
            lab.pause(0.7)
        connection.recv(4096)


@scenario("slow-client-upload", "an upload trickles in: 300 bytes every 0.6 s; IPv6, snap length 100",
          kinds=("slow-client",), version=6, vantage="client", port=8080, snap_length=100)
def slow_upload(lab):
    serve(lab, 8080, swallow)
    with lab.recording():
        connection = connect(lab, 8080)
        connection.sendall(b"POST /form HTTP/1.1\r\nHost: shop.example.test\r\nContent-Length: 1800\r\n\r\n")
        for _ in range(6):
            lab.pause(0.6)
            connection.sendall(b"f" * 300)
        connection.recv(4096)


@scenario("delayed-ack-stall", "a client writes each request in two small pieces with Nagle's algorithm on",
          site=BRANCH, vantage="server", port=6379)
def delayed_ack_stall(lab):
    def two_pieces(connection):
        while True:
            data = b""
            while len(data) < 30:
                piece = connection.recv(100)
                if not piece:
                    return
                data += piece
            connection.sendall(b"+OK\r\n")

    serve(lab, 6379, two_pieces)
    with lab.recording():
        connection = connect(lab, 6379)
        for _ in range(25):
            connection.sendall(b"SET key:1 ")
            connection.sendall(b"v" * 20)
            connection.recv(100)


@scenario("icmp-frag-needed", "a tunnel on the path has an MTU of 1200 and the router says so", needs=("curl", "nginx"),
          site=BRANCH, vantage="server", may=("retransmission-loss", "out-of-order", "spurious-retransmission"))
def frag_needed(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=60_000)};")
    lab.router.ip("link", "set", "eth0", "mtu", "1280")
    with lab.recording():
        download(lab)


@scenario("icmp-frag-needed-upload", "packet too big for an upload over IPv6", kinds=("icmp-frag-needed",), needs=("curl",), version=6,
          vantage="client", port=8080,
          # IPv6 has no identification: two repeats within a tick of the time stamps' clock are the same frame.
          may=("retransmission-loss", "out-of-order", "spurious-retransmission", "duplicate-packets"))
def packet_too_big(lab):
    serve(lab, 8080, swallow)
    lab.router.ip("link", "set", "eth1", "mtu", "1300")
    with lab.recording():
        upload(lab, 60_000)
