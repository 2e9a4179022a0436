# Connection attempts that do not come about.
import socket
import struct
import time

import frames
from network import BRANCH, CLUSTER
from recording import scenario
from services import serve, start_nginx, watch_segments

from .speech import ask, answer_requests, connect


@scenario("syn-timeout", "the router's firewall drops every TCP packet to port 80 without a word",
          needs=("curl", "nft"), vantage="client")
def syn_timeout(lab):
    lab.router.firewall("tcp dport 80 drop")
    with lab.recording():
        lab.client.run("curl", "--silent", "--connect-timeout", 4, lab.url())


@scenario("syn-timeout-at-server", "the server's own packet filter drops IPv6 attempts; captured on all its interfaces",
          kinds=("syn-timeout",), needs=("curl", "nft"), version=6, site=CLUSTER, vantage="server-any", port=5432)
def syn_timeout_at_server(lab):
    start_nginx(lab, 80, "return 200 'fine\\n';")
    lab.server.firewall("tcp dport 5432 drop", hook="input")
    with lab.recording():
        lab.client.run("curl", "--silent", lab.url())
        lab.client.run("curl", "--silent", "--connect-timeout", 4, lab.url(port=5432))


@scenario("syn-timeout-in-vxlan", "a silent drop inside a VXLAN overlay, captured on the node's own interface",
          kinds=("syn-timeout",), needs=("curl", "nft"), overlay=(4711, 8472), vantage="client", port=8080)
def syn_timeout_in_vxlan(lab):
    lab.server.firewall("tcp dport 8080 drop", hook="input")
    with lab.recording():
        lab.client.run("curl", "--silent", "--connect-timeout", 4, lab.url(port=8080))


@scenario("syn-timeout-in-vlan", "a silent drop behind a tagged link, snap length 80",
          kinds=("syn-timeout",), needs=("curl", "nft"), vlan=42, vantage="router", port=3306, snap_length=80)
def syn_timeout_in_vlan(lab):
    lab.router.firewall("tcp dport 3306 drop")
    with lab.recording():
        lab.client.run("curl", "--silent", "--connect-timeout", 4, lab.url(port=3306))


@scenario("syn-timeout-way-back", "the SYN-ACKs are dropped on the way back: from the client's side silence",
          kinds=("syn-timeout",), needs=("curl", "nft"), site=BRANCH, vantage="client", port=8080)
def way_back(lab):
    serve(lab, 8080, answer_requests)
    lab.router.firewall("tcp sport 8080 drop")
    with lab.recording():
        lab.client.run("curl", "--silent", "--connect-timeout", 4, lab.url(port=8080))


@scenario("handshake-incomplete", "the SYN-ACKs are dropped on the way back: from the server's side nobody completes",
          needs=("curl", "nft"), site=BRANCH, vantage="server", port=8080, may=("syn-timeout",))
def handshake_incomplete(lab):
    serve(lab, 8080, answer_requests)
    lab.router.firewall("tcp sport 8080 drop")
    with lab.recording():
        lab.client.run("curl", "--silent", "--connect-timeout", 5, lab.url(port=8080))


@scenario("handshake-incomplete-one-way", "the client's ACKs are dropped: the SYN arrives, what follows does not",
          kinds=("handshake-incomplete",), needs=("nft",), version=6, vantage="server", port=9090,
          may=("listen-overflow", "data-unacked"))
def handshake_one_way(lab):
    lab.server.listen(9090)
    lab.router.firewall("tcp dport 9090 tcp flags & (syn | ack) == ack drop")
    with lab.recording():
        for _ in range(2):
            connect(lab, 9090)
        lab.pause(4)


@scenario("syn-refused", "nothing listens on port 8080 of the server; three attempts over IPv6",
          needs=("curl",), version=6, site=BRANCH, vantage="server", port=8080)
def syn_refused(lab):
    with lab.recording():
        for _ in range(3):
            lab.client.run("curl", "--silent", lab.url(port=8080))
            lab.pause(0.3)


@scenario("syn-refused-by-firewall", "the router rejects with a TCP reset of its own, while good connections go on; VLAN, all interfaces",
          kinds=("syn-refused",), needs=("curl", "nft", "nginx"), vlan=7, vantage="client", port=6379)
def refused_by_firewall(lab):
    start_nginx(lab, 80, "return 200 'fine\\n';")
    lab.router.firewall("tcp dport 6379 reject with tcp reset")
    with lab.recording():
        for port in (80, 6379, 80, 6379, 80):
            lab.client.run("curl", "--silent", lab.url(port=port))


@scenario("synack-then-client-rst", "the path takes 0.7 s, the client waits 0.4 s and has gone when the SYN-ACK comes",
          site=CLUSTER, wire=True, vantage="client", port=5432, may=("high-rtt",))
def gave_up(lab):
    serve(lab, 5432, answer_requests)
    lab.wire(both={"delay": 0.35})
    with lab.recording():
        for _ in range(3):
            connection = lab.client.open_socket()
            connection.settimeout(0.4)
            try:
                connection.connect((lab.server.address, 5432))
            except TimeoutError:
                pass
            connection.close()
            lab.pause(0.8)


@scenario("listen-overflow", "a service with a short backlog stopped accepting; clients come one after the other",
          vantage="server", port=8081,
          may=("data-unacked", "http-no-response", "retransmission-loss", "slow-server", "syn-timeout", "handshake-incomplete",
               "intermittent-backend", "spurious-retransmission"))
def listen_overflow(lab):
    lab.server.set("ipv4/tcp_syncookies", 0)
    lab.server.listen(8081, backlog=1)
    with lab.recording():
        for _ in range(7):
            connection = lab.client.open_socket()
            connection.setblocking(False)
            connection.connect_ex((lab.server.address, 8081))
            lab.pause(0.15)
            try:
                connection.send(b"GET / HTTP/1.1\r\nHost: shop.example.test\r\n\r\n")
            except OSError:
                pass  # not connected: its SYN was ignored
        lab.pause(5)


@scenario("syn-flood", "SYNs of 150 made-up sources to one port of the server, none completes",
          vantage="server", client="-", port=80, may=("handshake-incomplete", "syn-timeout", "listen-overflow"))
def syn_flood(lab):
    lab.server.listen(80, backlog=512)
    link = lab.router.open_link("eth1")
    near = lab.router.hardware_address("eth1")
    with lab.recording():
        for number in range(150):
            source = f"10.{lab.chance.randrange(1, 250)}.{lab.chance.randrange(256)}.{number + 1}"
            packet = frames.tcp(source, lab.server.address, lab.chance.randrange(1024, 65000), 80, frames.SYN, lab.chance.getrandbits(32), ttl=57)
            link.send(frames.ethernet(lab.server.hardware_address(), near, packet))
            time.sleep(0.004)
        lab.pause(2.5)


@scenario("port-scan", "one client connects to 120 ports of the server; three are open", version=6, vantage="router",
          port=0, server="fd00:20:9::80", may=("syn-refused", "syn-timeout", "synack-then-client-rst"))
def port_scan(lab):
    for port in (22, 80, 443):
        lab.server.listen(port)
    with lab.recording():
        for port in [22, 80, 443, *range(8000, 8117)]:
            connection = lab.client.open_socket()
            connection.settimeout(0.3)
            try:
                connection.connect((lab.server.address, port))
            except OSError:
                pass
            connection.close()


@scenario("port-scan-silent", "a half-open scan of 80 ports behind a firewall that drops all but two",
          kinds=("port-scan",), needs=("nft",), vantage="client", server="10.20.9.80", port=0, client="-",
          may=("syn-refused", "syn-timeout", "synack-then-client-rst"))
def silent_scan(lab):
    lab.server.listen(80)
    lab.router.firewall("tcp dport != { 80, 443 } drop")
    link, near = lab.client.open_link(), lab.client.hardware_address()
    router = lab.router.hardware_address()
    with lab.recording():
        for port in [80, 443, *range(1, 79)]:
            packet = frames.tcp("10.20.1.15", lab.server.address, 41000, port, frames.SYN, lab.chance.getrandbits(32))
            link.send(frames.ethernet(router, near, packet))
            time.sleep(0.005)
        lab.pause(3.5)


@scenario("port-reuse", "the client lost its connection without a word and takes the same port again; the server still has the old one",
          needs=("nft",), site=BRANCH, vantage="client", port=8080)
def port_reuse(lab):
    serve(lab, 8080, answer_requests)
    with lab.recording():
        connection = connect(lab, 8080, own_port=45000)
        ask(connection)
        lab.client.firewall("tcp sport 45000 drop", hook="output")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
        lab.client.open_firewall()
        lab.pause(0.5)
        ask(connect(lab, 8080, own_port=45000))


@scenario("selective-drop", "a policy lets one client pass and silently drops another; both ask in the same minute",
          kinds=("syn-timeout", "selective-drop"), needs=("curl", "nft"), site=CLUSTER, vantage="server", port=5432, client="10.244.3.18")
def selective_drop(lab):
    serve(lab, 5432, answer_requests)
    lab.client.add_address("10.244.3.18")
    lab.server.firewall("ip saddr 10.244.3.18 tcp dport 5432 drop", hook="input")
    with lab.recording():
        for _ in range(3):
            lab.client.run("curl", "--silent", "--interface", "10.244.3.17", lab.url(port=5432))
        lab.client.run("curl", "--silent", "--interface", "10.244.3.18", "--connect-timeout", 4, lab.url(port=5432))
        lab.client.run("curl", "--silent", "--interface", "10.244.3.17", lab.url(port=5432))


def balance(lab, *ports):
    """The router is the load balancer of 10.96.0.10:80 in front of ports of the server, one after the other."""
    targets = ", ".join(f"{number} : {port}" for number, port in enumerate(ports))
    lab.router.firewall(f"ip daddr 10.96.0.10 tcp dport 80 dnat to {lab.server.address} : numgen inc mod {len(ports)} map {{ {targets} }}",
                        hook="prerouting", kind="nat", priority="-100")


@scenario("intermittent-backend", "one of three backends behind a service address is down and refuses",
          needs=("curl", "nft"), site=CLUSTER, vantage="client", server="10.96.0.10", port=80, may=("syn-refused",))
def intermittent_backend(lab):
    serve(lab, 8080, answer_requests)
    serve(lab, 8081, answer_requests)
    balance(lab, 8080, 8081, 8082)
    with lab.recording():
        for _ in range(9):
            lab.client.run("curl", "--silent", "--max-time", 2, "http://10.96.0.10/")
            lab.pause(0.1)


@scenario("intermittent-backend-silent", "one of two backends behind a service address is gone: every second connection hangs",
          kinds=("intermittent-backend/syn-timeout",), needs=("curl", "nft"), site=CLUSTER, vantage="client", server="10.96.0.10", port=80)
def silent_backend(lab):
    serve(lab, 8080, answer_requests)
    balance(lab, 8080, 8081)
    lab.server.firewall("tcp dport 8081 drop", hook="input")
    with lab.recording():
        for _ in range(6):
            lab.client.run("curl", "--silent", "--max-time", 2.5, "http://10.96.0.10/")


@scenario("conntrack-exhaustion", "a batch job fills the table of the firewall; for a while nobody new gets through",
          kinds=("conntrack-exhaustion/syn-timeout",), needs=("curl", "nft"), site=CLUSTER, vantage="client", client="-", server="-",
          port=9200, may=("syn-timeout", "intermittent-backend", "selective-drop"))
def conntrack_exhaustion(lab):
    serve(lab, 9200, answer_requests)
    serve(lab, 9300, answer_requests)
    lab.client.add_address("10.244.3.99")
    lab.router.firewall("ct state established accept")
    with lab.recording():
        live = connect(lab, 9200)
        for _ in range(3):
            lab.client.run("curl", "--silent", lab.url(port=9200))
        crowd = [connect(lab, 9300, source="10.244.3.99") for _ in range(30)]
        lab.router.firewall("ct state new drop")
        for number in range(4):
            late = lab.client.open_socket()
            late.setblocking(False)
            late.connect_ex((lab.server.address, 9200))
            if number % 2:
                other = lab.client.open_socket()
                other.bind(("10.244.3.99", 0))
                other.setblocking(False)
                other.connect_ex((lab.server.address, 9300))
            ask(live)
            lab.pause(0.6)
        lab.pause(1.5)
        lab.router.open_firewall()
        for connection in crowd:
            connection.close()
        lab.pause(1)
        lab.client.run("curl", "--silent", lab.url(port=9200))


@scenario("needle-in-haystack", "forty good connections to three services, and one that is refused",
          kinds=("syn-refused",), needs=("curl", "nginx"), vantage="server", port=8443)
def needle(lab):
    start_nginx(lab, 80, "return 200 'fine\\n';")
    serve(lab, 8080, answer_requests)
    with lab.recording():
        for number in range(40):
            lab.client.run("curl", "--silent", lab.url(port=(80, 8080)[number % 2]))
            if number == 23:
                lab.client.run("curl", "--silent", lab.url(port=8443))


@scenario("rst-injected", "a device on the path forges resets in both directions when it sees a forbidden word",
          site=BRANCH, vantage="client", port=8080, may=("rst-mid-connection", "http-no-response", "data-unacked"))
def rst_injected(lab):
    serve(lab, 8080, lambda connection: (lab.pause(0.4), answer_requests(connection)))

    def forge(segment, frame, send):
        if b"forbidden" not in segment.payload or segment.destination_port != 8080:
            return
        packet = frames.tcp(segment.destination, segment.source, 8080, segment.source_port, frames.RST | frames.ACK, segment.acknowledgment,
                            segment.end, ttl=118, identification=0x5a5a)
        send(frames.ethernet(frame[6:12], frame[:6], packet))

    watch_segments(lab, lab.router, forge)
    with lab.recording():
        for path in ("/fine", "/forbidden", "/forbidden/again"):
            connection = connect(lab, 8080)
            ask(connection, path)
            connection.close()
            lab.pause(0.2)


@scenario("rst-injected-server-side", "the same over IPv6, both ends are reset, captured at the server",
          kinds=("rst-injected",), version=6, vantage="server", port=8080, may=("rst-mid-connection", "http-no-response"))
def rst_injected_server_side(lab):
    serve(lab, 8080, answer_requests)

    def forge(segment, frame, send):
        if segment.source_port != 8080 or b"hello" not in segment.payload:
            return
        for source, destination, ports, sequence in ((segment.source, segment.destination, (8080, segment.destination_port), segment.end),
                                                     (segment.destination, segment.source, (segment.destination_port, 8080),
                                                      segment.acknowledgment)):
            to_server = ports[1] == 8080
            packet = frames.tcp(source, destination, *ports, frames.RST, sequence, ttl=200)
            if to_server:
                send(frames.ethernet(frame[6:12], frame[:6], packet))

    watch_segments(lab, lab.router, forge, "eth1")
    with lab.recording():
        for _ in range(2):
            connection = connect(lab, 8080)
            for _ in range(3):
                ask(connection)
                lab.pause(0.2)
            connection.close()


@scenario("rst-out-of-window", "resets with a made-up sequence number; nobody believes them and the connection goes on",
          site=CLUSTER, vantage="client", port=8080)
def rst_out_of_window(lab):
    serve(lab, 8080, answer_requests)
    link, near, far = lab.router.open_link(), lab.router.hardware_address(), lab.client.hardware_address()
    with lab.recording():
        connection = connect(lab, 8080, own_port=45100)
        for number in range(8):
            ask(connection)
            if number == 3:
                for _ in range(2):
                    packet = frames.tcp(lab.server.address, lab.client.address, 8080, 45100, frames.RST, lab.chance.getrandbits(32), ttl=63)
                    link.send(frames.ethernet(far, near, packet))
            lab.pause(0.1)
        connection.close()
