# Attempts that a router or a host answers with an ICMP error.
import socket

from network import BRANCH, CLUSTER
from recording import scenario
from services import start_nginx

DEAD_HOST = "10.244.7.99"


@scenario("icmp-admin-prohibited", "the router's firewall rejects TCP port 443 openly, over IPv6",
          needs=("curl", "nft"), version=6, vantage="client", port=443)
def admin_prohibited(lab):
    lab.router.firewall("tcp dport 443 reject with icmpx admin-prohibited")
    with lab.recording():
        for _ in range(2):
            lab.client.run("curl", "--silent", "--connect-timeout", 4, lab.url(port=443, scheme="https"))
            lab.pause(1.1)


@scenario("icmp-admin-prohibited-udp", "the server's own packet filter rejects syslog openly", kinds=("icmp-admin-prohibited",),
          needs=("nft",), site=BRANCH, vantage="server", proto="udp", port=514)
def admin_prohibited_udp(lab):
    lab.server.firewall("udp dport 514 reject with icmp admin-prohibited", hook="input")
    sender = lab.client.open_socket(socket.SOCK_DGRAM)
    with lab.recording():
        for number in range(3):
            sender.sendto(b"<13>login failed %d" % number, (lab.server.address, 514))
            lab.pause(1.1)


@scenario("icmp-port-unreachable", "an application sends its metrics to UDP port 8125, where nothing listens",
          site=BRANCH, vantage="client", proto="udp", port=8125)
def port_unreachable(lab):
    sender = lab.client.open_socket(socket.SOCK_DGRAM)
    with lab.recording():
        for number in range(3):
            sender.sendto(b"checkout.requests:%d|c" % number, (lab.server.address, 8125))
            lab.pause(1.1)  # above the kernel's rate limit for ICMP errors


@scenario("icmp-port-unreachable-tcp", "a packet filter rejects TCP with port unreachable, its default; IPv6",
          kinds=("icmp-port-unreachable",), needs=("curl", "nft"), version=6, vantage="server", port=3306, may=("syn-timeout",))
def port_unreachable_tcp(lab):
    lab.server.firewall("tcp dport 3306 reject", hook="input")
    with lab.recording():
        for _ in range(2):
            lab.client.run("curl", "--silent", "--connect-timeout", 3, lab.url(port=3306))
            lab.pause(1.1)


@scenario("icmp-host-unreachable", "the address belongs to no host any more: the last router gets no ARP answer and says so",
          needs=("curl", "nginx"), site=CLUSTER, vantage="client", port=80, server=DEAD_HOST, may=("syn-timeout",))
def host_unreachable(lab):
    start_nginx(lab, 80, "return 200 'alive\\n';")
    with lab.recording():
        lab.client.run("curl", "--silent", "--connect-timeout", 6, f"http://{DEAD_HOST}/")


@scenario("icmp-net-unreachable", "the router has no route to a network, IPv6", kinds=("icmp-host-unreachable",), needs=("curl",), version=6,
          vantage="router", port=80, server="2001:db8:77::1", may=("syn-timeout",))
def net_unreachable(lab):
    with lab.recording():
        for _ in range(2):
            lab.client.run("curl", "--silent", "--connect-timeout", 3, "http://[2001:db8:77::1]/")
            lab.pause(1.1)
