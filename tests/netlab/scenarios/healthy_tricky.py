# Traffic without a fault that is easily taken for one.
import socket
import struct
import threading
import time

import frames
from network import BRANCH, CLUSTER, endpoint, router_address
from recording import scenario
from services import certificate, dns_reply, serve, serve_dns, start_dnsmasq, start_haproxy, start_nginx, start_tls_server, web_folder

from .speech import ANSWER, answer_requests, ask, connect

NAME = "shop.example.test"
NXDOMAIN = 3


@scenario("healthy-tcp-check", "a load balancer connects and resets each half second, as haproxy's checks do; a client is served beside",
          needs=("curl", "haproxy"), site=CLUSTER, vantage="server", port=8080)
def tcp_check(lab):
    serve(lab, 8080, answer_requests)
    (lab.folder / "haproxy.cfg").write_text("global\n maxconn 100\ndefaults\n mode tcp\n timeout connect 1s\n timeout client 9s\n"
                                            " timeout server 9s\nlisten web\n bind 127.0.0.1:8000\n"
                                            f" server one {lab.server.address}:8080 check inter 500ms\n")
    with lab.recording():
        lab.client.start("haproxy", "-db", "-f", lab.folder / "haproxy.cfg")
        for _ in range(3):
            lab.client.run("curl", "--silent", lab.url(port=8080))
            lab.pause(0.7)


@scenario("healthy-port-reuse", "the client takes its port again after a clean close, while the server's end is in TIME_WAIT or just after",
          site=BRANCH, vantage="client", port=8080)
def reuse_after_close(lab):
    lab.client.set("ipv4/tcp_tw_reuse", 1)
    serve(lab, 8080, answer_requests)
    with lab.recording():
        for _ in range(3):
            connection = connect(lab, 8080, own_port=45200)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            ask(connection)
            connection.close()
            lab.pause(0.3)


@scenario("healthy-delayed-ack", "requests with pauses, each answered; the ACKs come 40 ms late and hold nobody up", version=6,
          vantage="server", port=6379)
def delayed_ack(lab):
    serve(lab, 6379, lambda connection: [connection.sendall(b"+PONG\r\n") for _ in iter(lambda: connection.recv(100), b"")])
    with lab.recording():
        connection = connect(lab, 6379)
        for _ in range(12):
            connection.sendall(b"PING\r\n")
            connection.recv(100)
            lab.pause(0.15)


@scenario("healthy-app-limited", "a stream of events: the server has 20 kB for each second and the line is idle between", site=CLUSTER,
          vantage="client", port=8080)
def app_limited(lab):
    def events(connection):
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")
        for _ in range(5):
            connection.sendall(b"data: " + b"e" * 20_000 + b"\n\n")
            lab.pause(0.8)

    serve(lab, 8080, events)
    with lab.recording():
        connection = connect(lab, 8080)
        connection.sendall(b"GET /events HTTP/1.1\r\nHost: x\r\n\r\n")
        while connection.recv(65536):
            pass


@scenario("healthy-offload", "segmentation offload is on: the capture at the sender shows 64 kB segments and unfinished checksums",
          needs=("curl", "nginx"), vantage="server", snap_length=160)
def offload(lab):
    lab.offloads(lab.server, True)
    lab.offloads(lab.client, True)
    start_nginx(lab, 80, f"root {web_folder(lab, image=2_000_000)};")
    with lab.recording():
        lab.client.run("curl", "--silent", "--output", "/dev/null", lab.url("/image"))


@scenario("healthy-websocket", "a connection is upgraded; messages and pings go both ways, the server speaks first at times", version=6,
          vantage="router", port=8080)
def websocket(lab):
    def speak(connection):
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
        for number in range(6):
            connection.sendall(b"\x81\x05hello" if number % 2 else b"\x89\0")
            lab.pause(0.4)
        connection.sendall(b"\x88\2\x03\xe8")
        connection.recv(100)

    serve(lab, 8080, speak)
    with lab.recording():
        connection = connect(lab, 8080)
        connection.sendall(b"GET /chat HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
        heard = b""
        while b"\x88\2\x03\xe8" not in heard:
            heard = connection.recv(4096)
            connection.sendall(b"\x8a\x80abcd")
        connection.close()


@scenario("healthy-server-first", "a server that greets first and is quit politely, as SMTP; then one with a banner and a quiet client",
          site=BRANCH, vantage="client-any", port=25)
def server_first(lab):
    def greet(connection):
        connection.sendall(b"220 mail.example.test ESMTP\r\n")
        while True:
            line = connection.recv(500)
            if not line or line.startswith(b"QUIT"):
                connection.sendall(b"221 bye\r\n")
                return
            connection.sendall(b"250 ok\r\n")

    serve(lab, 25, greet)
    with lab.recording():
        for words in ((b"EHLO me\r\n", b"NOOP\r\n", b"QUIT\r\n"), (b"QUIT\r\n",)):
            connection = connect(lab, 25)
            connection.recv(500)
            for word in words:
                connection.sendall(word)
                connection.recv(500)
                lab.pause(0.3)
            connection.close()


@scenario("healthy-discovery", "mDNS, LLMNR, SSDP and NetBIOS ask everybody, and nobody has to answer", vantage="client", proto="udp", port=5353)
def discovery(lab):
    sender = lab.client.open_socket(socket.SOCK_DGRAM)
    sender.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(lab.client.address))
    query = b"\0\1\0\0\0\1\0\0\0\0\0\0\x07printer\5local\0\0\1\0\1"
    with lab.recording():
        for _ in range(4):
            sender.sendto(query, ("224.0.0.251", 5353))
            sender.sendto(query, ("224.0.0.252", 5355))
            sender.sendto(b"M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\n\r\n", ("239.255.255.250", 1900))
            sender.sendto(b"\0\1\1\x10\0\1\0\0\0\0\0\0\x20" + b"CA" * 16 + b"\0\0\x20\0\1", ("10.20.1.255", 137))
            lab.pause(1)


@scenario("healthy-search-list", "a short name is found with the second suffix of the search list", needs=("dnsmasq", "getent"), site=CLUSTER,
          vantage="client", proto="udp", port=53)
def search_list(lab):
    start_dnsmasq(lab, "--local=/cluster.local/", "--host-record=orders.shop.svc.cluster.local,10.244.7.50",
                  "--host-record=kubernetes.default.svc.cluster.local,10.96.0.1")
    lab.client.use_resolver(lab.server.address, "ndots:5", "shop.svc.cluster.local svc.cluster.local cluster.local")
    with lab.recording():
        for name in ("orders", "kubernetes.default"):
            lab.client.run("getent", "ahostsv4", name)


@scenario("healthy-happy-eyeballs", "the path of IPv6 is slow today; after 250 ms the client tries IPv4 too, which wins", wire=True, vantage="client",
          port=8080, may=("high-rtt", "synack-then-client-rst"))
def happy_eyeballs(lab):
    serve(lab, 8080, answer_requests)
    with lab.recording():
        six = lab.client.open_socket(family=socket.AF_INET6)
        six.setblocking(False)
        six.connect_ex(("fd00:20:9::81", 8080))
        lab.pause(0.25)
        four = connect(lab, 8080)
        six.close()
        ask(four)
        lab.pause(0.3)
        four.close()


@scenario("healthy-fast-open", "TCP Fast Open: from the second connection on the request travels in the SYN", site=CLUSTER, vantage="client",
          port=8080)
def fast_open(lab):
    for host in (lab.client, lab.server):
        host.set("ipv4/tcp_fastopen", 1027)
    serve(lab, 8080, answer_requests)
    with lab.recording():
        for _ in range(3):
            connection = lab.client.open_socket()
            connection.settimeout(None)
            connection.sendto(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", 0x20000000, (lab.server.address, 8080))
            connection.recv(4096)
            connection.close()
            lab.pause(0.2)


@scenario("healthy-traceroute", "traceroute with UDP, ICMP and TCP: low TTLs and unreachable ports are its way to ask", needs=("traceroute",),
          vantage="client", proto="udp", port=33434)
def traceroute(lab):
    serve(lab, 80, answer_requests)
    with lab.recording():
        for how in ("-U", "-I", "-T"):
            lab.client.run("traceroute", how, "-n", "-w", 1, "-q", 2, lab.server.address)


@scenario("healthy-announcements", "gratuitous ARP, an address that moves to a standby with VRRP, duplicate address detection of IPv6",
          site=BRANCH, vantage="client", proto="arp", port=0)
def announcements(lab):
    link, near, other = lab.router.open_link(), lab.router.hardware_address(), bytes.fromhex("00005e000107")
    shared = "192.168.178.200"
    advertisement = struct.pack("!BBBBHH", 0x31, 7, 100, 1, 100, 0) + socket.inet_aton(shared)
    advertisement = advertisement[:6] + struct.pack("!H", frames.checksum(advertisement)) + advertisement[8:]
    with lab.recording():
        for _ in range(2):
            link.send(frames.arp(1, near, "192.168.178.1", bytes(6), "192.168.178.1"))
            link.send(frames.ethernet(b"\x01\0\x5e\0\0\x12", other, frames.ip("192.168.178.1", "224.0.0.18", 112, advertisement, ttl=255)))
            lab.pause(0.5)
        link.send(frames.arp(2, other, shared, other, shared))
        lab.client.set("ipv6/conf/eth0/accept_dad", 1)
        lab.client.ip("address", "add", "fd00:178::77/64", "dev", "eth0")
        lab.pause(2)


@scenario("healthy-session-resumption", "TLS 1.2 and 1.3 sessions are resumed: no certificate is shown the second time", needs=("openssl",),
          version=6, vantage="server", port=443)
def session_resumption(lab):
    signed, key, authority = certificate(lab, NAME)
    start_tls_server(lab, 443, "-cert", signed, "-key", key)
    with lab.recording():
        for version in ("-tls1_2", "-tls1_3"):
            for option in ("-sess_out", "-sess_in"):
                self_ended = ("sh", "-c", f"(printf 'GET / HTTP/1.0\\r\\n\\r\\n'; sleep 0.5) | openssl s_client -quiet -no_ign_eof {version} -CAfile "
                              f"{authority} -servername {NAME} -connect {endpoint(lab.server.address, 443)} {option} {lab.folder}/session")
                lab.client.run(*self_ended)


@scenario("healthy-mutual-tls", "the server asks for a client certificate and gets a good one, TLS 1.2 and 1.3", needs=("curl", "nginx", "openssl"),
          vantage="client", port=8443)
def mutual_tls(lab):
    signed, key, authority = certificate(lab, NAME)
    start_nginx(lab, 8443, f"ssl_certificate {signed}; ssl_certificate_key {key}; ssl_client_certificate {authority}; ssl_verify_client on; "
                           "ssl_verify_depth 2; return 200 'hello\\n';")
    with lab.recording():
        for version in ("1.2", "1.3"):
            lab.client.run("curl", "--silent", "--cacert", authority, "--cert", signed, "--key", key, "--tls-max", version, "--resolve",
                           f"{NAME}:8443:{lab.server.address}", f"https://{NAME}:8443/")


@scenario("healthy-half-close", "the client says all it has to say and closes its half; the answer comes behind its FIN", site=CLUSTER,
          vantage="router", port=9000)
def half_close(lab):
    def after_all(connection):
        while connection.recv(4096):
            pass
        lab.pause(0.3)
        connection.sendall(b"received\n" * 3000)

    serve(lab, 9000, after_all)
    with lab.recording():
        for _ in range(2):
            connection = connect(lab, 9000)
            connection.sendall(b"a report\n" * 500)
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(65536):
                pass
            connection.close()


@scenario("healthy-single-404", "a visit with one 404 for the icon, a 304, a redirect and a cancelled download of which enough was seen",
          needs=("curl", "nginx"), version=6, site=BRANCH, vantage="client")
def single_404(lab):
    start_nginx(lab, 80, "location / { return 200 'welcome\\n'; } location /old { return 301 /; } location /same { return 304; } "
                         "location /favicon.ico { return 404; }")
    with lab.recording():
        lab.client.run("curl", "--silent", *map(lab.url, ("/", "/old", "/same", "/favicon.ico", "/news", "/contact")))


@scenario("healthy-ipv6-first", "AAAA is empty, A is there; dual stack names are asked for both at once; one name is asked over TCP",
          needs=("dig", "dnsmasq", "getent"), vantage="server-any", proto="udp", port=53)
def both_families(lab):
    start_dnsmasq(lab, "--local=/example.test/", "--bogus-priv", f"--host-record={NAME},10.20.9.80", "--host-record=two.example.test,10.20.9.81,fd00:20:9::81")
    lab.client.use_resolver(lab.server.address)
    with lab.recording():
        for name in (f"{NAME}.", "two.example.test."):
            lab.client.run("getent", "ahosts", name)
        lab.client.run("dig", "+tcp", f"@{lab.server.address}", NAME, "A")
        lab.client.run("dig", f"@{lab.server.address}", "-x", "10.20.9.250")


@scenario("healthy-one-way", "statistics and log lines over UDP that nobody answers by design, and RTP-like media", site=CLUSTER,
          vantage="client", proto="udp", port=8125)
def one_way(lab):
    for port in (8125, 514, 17000, 2055):
        lab.server.open_socket(socket.SOCK_DGRAM).bind((lab.server.address, port))
    sender = lab.client.open_socket(socket.SOCK_DGRAM)
    with lab.recording():
        for number in range(40):
            sender.sendto(b"checkout.requests:1|c", (lab.server.address, 8125))
            sender.sendto(b"\x80\x60" + struct.pack("!HI", number, number * 160) + bytes(168), (lab.server.address, 17000))
            if number % 10 == 0:
                sender.sendto(b"<13>cron: job done", (lab.server.address, 514))
                sender.sendto(b"\0\5\0\1" + bytes(68), (lab.server.address, 2055))
            lab.pause(0.05)


@scenario("healthy-midstream", "the capture begins in running connections: a download, a conversation, an idle one that is closed",
          wire=True, vantage="client", port=8080)
def midstream(lab):
    def stream(connection):
        connection.recv(4096)
        for _ in range(30):
            connection.sendall(b"x" * 10_000)
            lab.pause(0.05)

    serve(lab, 8080, answer_requests)
    serve(lab, 8081, stream)
    lab.wire(both={"delay": 0.01})
    talk, idle, load = connect(lab, 8080), connect(lab, 8080), connect(lab, 8081)
    ask(talk), ask(idle)
    load.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    lab.pause(0.4)
    reader = threading.Thread(target=lambda: [None for _ in iter(lambda: load.recv(65536), b"")], daemon=True)
    reader.start()
    with lab.recording():
        for _ in range(5):
            ask(talk)
        idle.close()
        reader.join(15)
        lab.pause(0.2)


@scenario("healthy-syn-cookies", "more clients at once than the backlog holds: SYN cookies serve them all", vantage="server", port=8080)
def syn_cookies(lab):
    lab.server.set("ipv4/tcp_syncookies", 2)
    serve(lab, 8080, answer_requests)
    with lab.recording():
        crowd = [connect(lab, 8080) for _ in range(20)]
        for connection in crowd:
            ask(connection)
            connection.close()


@scenario("healthy-lossy-second", "two of five hundred segments are lost on a fast path and repaired within a round trip", needs=("curl", "nginx"),
          kinds=(), wire=True, version=6, vantage="client", may=("retransmission-loss",))
def small_loss(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=600_000)};")
    lab.wire(both={"delay": 0.005}, left={"loss": 0.003, "least": 1000})
    with lab.recording():
        lab.client.run("curl", "--silent", "--output", "/dev/null", lab.url("/image"))


@scenario("healthy-redis", "a redis server: pipelined commands, a blocking read that waits for its message, subscribers", needs=("redis-server",),
          site=BRANCH, vantage="client", port=6379)
def redis(lab):
    lab.server.start("redis-server", "--bind", lab.server.address, "--protected-mode", "no", "--save", "", "--dir", lab.folder)
    lab.server.wait_listening(6379)
    with lab.recording():
        connection, subscriber = connect(lab, 6379), connect(lab, 6379)
        subscriber.sendall(b"SUBSCRIBE news\r\n")
        subscriber.recv(1000)
        for number in range(5):
            connection.sendall(b"SET a %d\r\nGET a\r\nPUBLISH news hello\r\n" % number)
            lab.pause(0.3)
            connection.recv(4096)
        subscriber.recv(4096)
        for each in (subscriber, connection):
            each.close()


@scenario("healthy-dhcp", "a client gets its lease: discover, offer, request, ack, and renews it", needs=("dnsmasq",), vantage="client",
          proto="udp", port=67)
def dhcp(lab):
    from .link import DHCP_DISCOVER, DHCP_REQUEST, dhcp_message
    lab.router.start("dnsmasq", "--keep-in-foreground", "--conf-file=/dev/null", "--port=0", "--user=root", f"--pid-file={lab.folder}/d.pid",
                     "--dhcp-range=10.20.1.100,10.20.1.100", "--dhcp-authoritative", "--no-ping", f"--dhcp-leasefile={lab.folder}/leases",
                     "--interface=eth0")
    lab.router.wait_listening(67, socket.SOCK_DGRAM)
    link, hardware = lab.client.open_link(), lab.client.hardware_address()
    with lab.recording():
        for kind, options in ((DHCP_DISCOVER, b""), (DHCP_REQUEST, b"\x32\4\x0a\x14\x01\x64\x36\4\x0a\x14\x01\x01"),
                              (DHCP_REQUEST, b"\x32\4\x0a\x14\x01\x64")):
            link.send(dhcp_message(kind, hardware, 0x4242, options))
            lab.pause(0.5)


@scenario("healthy-vxlan", "an overlay: requests, pings and a download inside VXLAN, captured outside", needs=("curl", "nginx", "ping"),
          overlay=(1234, 4789), version=6, vantage="router")
def vxlan(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=200_000)};")
    with lab.recording():
        for _ in range(2):
            lab.client.run("curl", "--silent", "--output", "/dev/null", lab.url("/image"))
        lab.client.run("ping", "-c", 3, "-i", 0.2, lab.server.address)


@scenario("healthy-pings", "a monitor pings; one reply is lost, and the capture ends with a request in flight", needs=("ping",), site=CLUSTER,
          vantage="client", proto="icmp", port=0)
def pings(lab):
    with lab.recording():
        lab.client.start("ping", "-i", 0.5, lab.server.address)
        lab.pause(3.2)


@scenario("healthy-tail-probe", "a lossless path whose delay varies: probes of the sender repeat the last segment now and then",
          needs=("curl", "nginx"), site=BRANCH, wire=True, vantage="server")
def tail_probe(lab):
    start_nginx(lab, 80, f"root {web_folder(lab, image=30_000)};")
    lab.wire(both={"delay": 0.02, "jitter": 0.02})
    with lab.recording():
        for _ in range(4):
            lab.client.run("curl", "--silent", "--output", "/dev/null", lab.url("/image"))
