# Neighbours, routes, fragments, and datagrams that nobody answers.
import socket
import struct
import time

import frames
from network import BRANCH, CLUSTER, router_address
from recording import scenario
from services import start_dnsmasq

DHCP_DISCOVER, DHCP_REQUEST = 1, 3


@scenario("neighbor-unanswered", "a host of the own subnet is down: ARP requests and no reply", needs=("ping",), vantage="router", proto="arp",
          server="10.20.1.99", port=0, may=("icmp-echo-loss",))
def neighbor_unanswered(lab):
    with lab.recording():
        lab.client.run("ping", "-c", 4, "-W", 1, "10.20.1.99")


@scenario("neighbor-unanswered-v6", "the same with neighbour solicitations, for a TCP connection", kinds=("neighbor-unanswered",),
          needs=("curl",), version=6, site=BRANCH, vantage="client", proto="icmp6", server="fd00:178::99", port=0)
def neighbor_unanswered_v6(lab):
    with lab.recording():
        lab.client.run("curl", "--silent", "--max-time", 4, "http://[fd00:178::99]/")


@scenario("neighbor-duplicate-ip", "a second device answers for the router's address", needs=("ping",), site=CLUSTER, vantage="client",
          proto="arp", client="-", server="10.244.3.1", port=0)
def duplicate_ip(lab):
    link, stranger = lab.router.open_link(), bytes.fromhex("02005e0000fe")
    with lab.recording():
        for _ in range(3):
            lab.client.ip("neighbour", "flush", "dev", "eth0")
            lab.client.run("ping", "-c", 1, "-W", 1, router_address(lab.client.address))
            link.send(frames.arp(2, stranger, router_address(lab.client.address), lab.client.hardware_address(), lab.client.address,
                                 lab.client.hardware_address()))
            lab.pause(0.4)


@scenario("neighbor-duplicate-ip-v6", "two devices send advertisements for one IPv6 address", kinds=("neighbor-duplicate-ip",), version=6,
          vantage="client", proto="icmp6", client="-", server="fd00:20:1::1", port=0)
def duplicate_ip_v6(lab):
    link, near = lab.router.open_link(), lab.client.hardware_address()
    with lab.recording():
        for _ in range(3):
            for hardware in (bytes.fromhex("02005e0000fe"), bytes.fromhex("02005e0000aa")):
                source = "fd00:20:1::1"
                body = struct.pack("!BBHI", 136, 0, 0, 0x60000000) + frames.pack_address(source) + b"\2\1" + hardware
                packet = frames.ip(source, lab.client.address, 58,
                                   frames.with_checksum(source, lab.client.address, 58, body, 2), ttl=255)
                link.send(frames.ethernet(near, hardware, packet))
                lab.pause(0.2)


@scenario("routing-loop", "router and client point at each other for one prefix: pings go round until their TTL is gone",
          needs=("ping",), site=CLUSTER, vantage="server", proto="ip", client="10.244.7.42", server="10.66.0.7", port=0,
          may=("icmp-echo-loss", "syn-timeout"))
def routing_loop(lab):
    loop(lab)
    with lab.recording():
        lab.server.run("ping", "-c", 3, "-i", 0.4, "-W", 1, "10.66.0.7")


@scenario("routing-loop-on-the-link", "the same, captured between the two: each packet passes again and again",
          kinds=("routing-loop",), needs=("curl",), site=CLUSTER, vantage="router", proto="ip", client="10.244.7.42", server="10.66.0.7", port=0,
          may=("icmp-echo-loss", "syn-timeout", "icmp-host-unreachable"))
def routing_loop_on_link(lab):
    loop(lab)
    with lab.recording():
        lab.server.run("curl", "--silent", "--max-time", 3, "http://10.66.0.7/")


def loop(lab):
    lab.client.set("ipv4/ip_forward", 1)
    lab.client.set("ipv4/conf/all/send_redirects", 0)
    lab.client.set("ipv4/conf/eth0/send_redirects", 0)
    lab.router.set("ipv4/conf/all/send_redirects", 0)
    lab.router.set("ipv4/conf/eth0/send_redirects", 0)
    lab.router.ip("route", "add", "10.66.0.0/24", "via", lab.client.address)


@scenario("ip-fragment-loss", "a firewall lets the first fragment pass and drops the rest of large datagrams", needs=("nft",), site=BRANCH,
          vantage="server", proto="ip", port=0, server="192.168.50.10", may=("udp-no-response",))
def fragment_loss(lab):
    receiver = lab.server.open_socket(socket.SOCK_DGRAM)
    receiver.bind((lab.server.address, 9999))
    lab.router.firewall("ip frag-off & 0x1fff != 0 drop", hook="prerouting", priority="-450")
    sender = lab.client.open_socket(socket.SOCK_DGRAM)
    with lab.recording():
        for number in range(3):
            sender.sendto(b"%d" % number * 4000, (lab.server.address, 9999))
            lab.pause(0.4)


@scenario("ip-fragment-loss-v6", "first fragments are dropped, the rest arrives, IPv6", kinds=("ip-fragment-loss",), needs=("nft",), version=6,
          vantage="server", proto="ip", port=0, server="fd00:20:9::80", may=("udp-no-response",))
def fragment_loss_v6(lab):
    receiver = lab.server.open_socket(socket.SOCK_DGRAM)
    receiver.bind((lab.server.address, 9999))
    lab.router.firewall("frag frag-off 0 drop", hook="prerouting", priority="-450")
    sender = lab.client.open_socket(socket.SOCK_DGRAM)
    with lab.recording():
        for number in range(3):
            sender.sendto(b"%d" % number * 4000, (lab.server.address, 9999))
            lab.pause(0.4)


@scenario("icmp-echo-loss", "a third of the pings gets lost", needs=("ping", "nft"), vantage="client", proto="icmp", port=0, server="10.20.9.80")
def echo_loss(lab):
    lab.router.firewall("icmp type echo-request numgen inc mod 3 == 0 drop")
    with lab.recording():
        lab.client.run("ping", "-c", 9, "-i", 0.3, "-W", 1, lab.server.address)
        lab.pause(1)


@scenario("icmp-echo-loss-v6", "all replies to pings are dropped on the way back", kinds=("icmp-echo-loss",), needs=("ping", "nft"), version=6,
          vantage="server", proto="icmp6", port=0, server="fd00:20:9::80")
def echo_loss_v6(lab):
    lab.server.firewall("icmpv6 type echo-request drop", hook="input")
    with lab.recording():
        lab.client.run("ping", "-c", 4, "-i", 0.4, "-W", 1, lab.server.address)
        lab.pause(1)


def dhcp_message(kind, hardware, number, options=b""):
    """A client's broadcast (RFC 2131 2)."""
    body = struct.pack("!BBBBIHH", 1, 1, 6, 0, number, 0, 0x8000) + bytes(16) + hardware + bytes(10 + 192)
    body += b"\x63\x82\x53\x63" + bytes((53, 1, kind)) + options + b"\xff"
    return frames.ethernet(frames.BROADCAST, hardware, frames.udp("0.0.0.0", "255.255.255.255", 68, 67, body, ttl=128))


@scenario("dhcp-no-offer", "a client without address asks four times, no server is there", vantage="router", proto="udp", client="-",
          server="255.255.255.255", port=67)
def dhcp_no_offer(lab):
    link = lab.client.open_link()
    with lab.recording():
        for wait in (0.6, 1.2, 1.8, 0.3):
            link.send(dhcp_message(DHCP_DISCOVER, lab.client.hardware_address(), 0x1234))
            lab.pause(wait)


@scenario("dhcp-nak", "a notebook asks for its address of another network and the server refuses", needs=("dnsmasq",), vantage="client",
          proto="udp", client="-", server="10.20.1.1", port=67)
def dhcp_nak(lab):
    lab.router.start("dnsmasq", "--keep-in-foreground", "--conf-file=/dev/null", "--port=0", "--user=root", f"--pid-file={lab.folder}/d.pid",
                     "--dhcp-range=10.20.1.100,10.20.1.150", "--dhcp-authoritative", f"--dhcp-leasefile={lab.folder}/leases", "--interface=eth0")
    lab.router.wait_listening(67, socket.SOCK_DGRAM)
    link = lab.client.open_link()
    with lab.recording():
        for _ in range(2):
            link.send(dhcp_message(DHCP_REQUEST, lab.client.hardware_address(), 0x777, b"\x32\4" + socket.inet_aton("192.168.77.5")))
            lab.pause(1)


def send_requests(lab, port, payload, times, wait):
    sender = lab.client.open_socket(socket.SOCK_DGRAM)
    for _ in range(times):
        try:
            sender.sendto(payload, (lab.server.address, port))
        except OSError:
            pass  # an ICMP error for the datagram before
        lab.pause(wait)


@scenario("udp-no-response", "a time client asks an NTP server behind a firewall that drops", needs=("nft",), vantage="client", proto="udp", port=123)
def udp_no_response(lab):
    lab.router.firewall("udp dport 123 drop")
    with lab.recording():
        send_requests(lab, 123, b"\x23" + bytes(47), 4, 1)


@scenario("udp-no-response-own-protocol", "an own protocol repeats its request with the same bytes, IPv6; no answer ever",
          kinds=("udp-no-response",), needs=("nft",), version=6, vantage="server", proto="udp", port=7777)
def udp_no_response_own(lab):
    lab.server.firewall("udp dport 7777 drop", hook="input")
    with lab.recording():
        send_requests(lab, 7777, b"LOOKUP item 4711\n", 4, 1.1)


@scenario("udp-no-response-after-answers", "a RADIUS-like server that answered dies: requests go on unanswered",
          kinds=("udp-no-response",), needs=("nft",), site=BRANCH, vantage="router", proto="udp", port=1812)
def udp_dies(lab):
    server = lab.server.open_socket(socket.SOCK_DGRAM)
    server.bind((lab.server.address, 1812))
    with lab.recording():
        sender = lab.client.open_socket(socket.SOCK_DGRAM)
        for number in range(7):
            sender.sendto(b"\1%c\0\x14" % number + bytes(16), (lab.server.address, 1812))
            if number < 3:
                _, peer = server.recvfrom(100)
                server.sendto(b"\2%c\0\x14" % number + bytes(16), peer)
            lab.pause(0.1 if number < 3 else 1)


@scenario("quic-blocked", "UDP 443 is dropped: the Initials of QUIC are repeated, then TCP is used", needs=("curl", "nft", "nginx"), site=BRANCH,
          vantage="client", proto="udp", port=443, may=("plaintext-to-tls", "http-4xx"))
def quic_blocked(lab):
    lab.router.firewall("udp dport 443 drop")
    initial = b"\xc3\0\0\0\1\x08" + lab.chance.randbytes(8) + b"\0\0" + b"\x44\xa0" + lab.chance.randbytes(1184)
    with lab.recording():
        sender = lab.client.open_socket(socket.SOCK_DGRAM)
        for wait in (0.3, 0.6, 1.2):
            sender.sendto(initial[:30] + lab.chance.randbytes(1170), (lab.server.address, 443))
            lab.pause(wait)


@scenario("traffic-to-dead-dns-port", "nothing listens on port 53: each query draws port unreachable", kinds=("icmp-port-unreachable/dns-timeout",),
          needs=("getent",), version=6, vantage="client", proto="udp", port=53, may=("dns-timeout", "icmp-port-unreachable"))
def dead_dns_port(lab):
    lab.client.use_resolver(lab.server.address, "timeout:1 attempts:2")
    with lab.recording():
        lab.client.run("getent", "ahostsv4", "shop.example.test.")
        lab.pause(1)
