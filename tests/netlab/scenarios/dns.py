# Name resolution that fails. The client is the C library's own resolver (getent) or dig; a final dot keeps search lists out.
import socket

from network import BRANCH, CLUSTER
from recording import scenario
from services import dns_reply, serve_dns, serve_dns_code, start_dnsmasq

SERVFAIL, REFUSED, NXDOMAIN = 2, 5, 3
UPSTREAM = "127.0.0.1"
DIG = ("+tries=1", "+timeout=3")


@scenario("dns-timeout", "the router drops every packet to UDP port 53; the resolver asks twice and gives up",
          needs=("dnsmasq", "getent", "nft"), vantage="client", proto="udp", port=53)
def dns_timeout(lab):
    start_dnsmasq(lab, "--address=/shop.example.test/10.20.9.80")
    lab.router.firewall("udp dport 53 drop")
    lab.client.use_resolver(lab.server.address, "timeout:1 attempts:2")
    with lab.recording():
        lab.client.run("getent", "ahostsv4", "shop.example.test.")


@scenario("dns-timeout-one-of-many", "the upstream of one zone is dead and the forwarder never answers for it; other names are fine, IPv6",
          kinds=("dns-timeout",), needs=("dig",), version=6, vantage="server", proto="udp", port=53)
def dns_timeout_one_zone(lab):
    serve_dns(lab, lab.server, lambda query, name, kind: None if "dead" in name else dns_reply(query, 0, ["10.0.0.9"]))
    with lab.recording():
        for name in ("shop.example.test", "www.dead.test", "blog.example.test"):
            lab.client.run("dig", "+tries=2", "+timeout=2", f"@{lab.server.address}", name, "A")


@scenario("dns-timeout-dead-resolver", "the first resolver of the list is dead, the second answers each time: one query in two is lost",
          kinds=("dns-timeout",), needs=("getent", "nft"), site=BRANCH, vantage="client", proto="udp", port=53, server="192.168.50.77",
          may=("dns-retry", "icmp-host-unreachable", "neighbor-unanswered"))
def dead_resolver(lab):
    serve_dns(lab, lab.server, lambda query, name, kind: dns_reply(query, 0, ["10.0.0.9"] if kind == 1 else []))
    lab.router.firewall("ip daddr 192.168.50.77 drop")
    lab.client.use_resolver(f"192.168.50.77\nnameserver {lab.server.address}", "timeout:1 attempts:2")
    with lab.recording():
        for name in ("shop.example.test.", "blog.example.test."):
            lab.client.run("getent", "ahostsv4", name)
        lab.pause(1)


@scenario("dns-retry", "every first packet to port 53 is lost; the answer comes after the repeat",
          needs=("dig", "nft"), site=CLUSTER, vantage="client", proto="udp", port=53)
def dns_retry(lab):
    serve_dns(lab, lab.server, lambda query, name, kind: dns_reply(query, 0, ["10.0.0.9"]))
    lab.router.firewall("udp dport 53 numgen inc mod 2 == 0 drop")
    with lab.recording():
        for name in ("a.example.test", "b.example.test"):
            lab.client.run("dig", "+tries=2", "+timeout=2", f"@{lab.server.address}", name, "A")


@scenario("dns-retry-lost-answer", "the answers to the first queries are lost on the way back, getent repeats; IPv6, at the server",
          kinds=("dns-retry",), needs=("getent", "nft"), version=6, vantage="client", proto="udp", port=53)
def dns_retry_lost_answer(lab):
    serve_dns(lab, lab.server, lambda query, name, kind: dns_reply(query, 0, ["10.0.0.9"]))
    lab.router.firewall("udp sport 53 numgen inc mod 3 == 0 drop")
    lab.client.use_resolver(lab.server.address, "timeout:2 attempts:3")
    with lab.recording():
        for name in ("a.example.test.", "b.example.test."):
            lab.client.run("getent", "ahostsv4", name)


@scenario("dns-servfail", "the name server's upstream fails for the zone, and dnsmasq passes SERVFAIL on",
          needs=("dnsmasq", "getent"), site=CLUSTER, vantage="client", proto="udp", port=53)
def dns_servfail(lab):
    serve_dns_code(lab, UPSTREAM, 5300, SERVFAIL)
    start_dnsmasq(lab, f"--server={UPSTREAM}#5300")
    lab.client.use_resolver(lab.server.address)
    with lab.recording():
        lab.client.run("getent", "ahostsv4", "orders.example.test.")


@scenario("dns-servfail-unbound", "the authority of a zone fails, and unbound says SERVFAIL, over TCP as well",
          kinds=("dns-servfail",), needs=("dig", "unbound"), vantage="server", proto="udp", port=53,
          may=("dns-servfail", "dns-slow", "dns-retry", "dns-timeout"))
def dns_servfail_unbound(lab):
    (lab.folder / "unbound.conf").write_text(
        "server:\n interface: 0.0.0.0\n do-ip6: no\n access-control: 0.0.0.0/0 allow\n do-daemonize: no\n chroot: ''\n username: ''\n use-syslog: no\n"
        f" pidfile: {lab.folder}/unbound.pid\n do-not-query-localhost: no\n module-config: iterator\n"
        " local-data: 'www.good.example A 10.0.0.8'\n"
        "forward-zone:\n name: broken.example\n forward-addr: 127.0.0.1@5399\n")
    serve_dns_code(lab, UPSTREAM, 5399, SERVFAIL)
    lab.server.start("unbound", "-d", "-c", lab.folder / "unbound.conf")
    lab.server.wait_listening(53, socket.SOCK_DGRAM)
    with lab.recording():
        for options in ((), ("+tcp",)):
            lab.client.run("dig", *DIG, *options, f"@{lab.server.address}", "www.good.example", "A")
            lab.client.run("dig", "+tries=1", "+timeout=8", *options, f"@{lab.server.address}", "orders.broken.example", "A", seconds=12)


@scenario("dns-nxdomain", "a host name with a typing error, three times; dnsmasq owns the zone and denies it",
          needs=("dnsmasq", "getent"), version=6, site=BRANCH, vantage="server", proto="udp", port=53)
def dns_nxdomain(lab):
    start_dnsmasq(lab, "--local=/example.test/", "--host-record=database.example.test,10.20.9.81")
    lab.client.use_resolver(lab.server.address)
    with lab.recording():
        for _ in range(3):
            lab.client.run("getent", "ahostsv4", "databsae.example.test.")
            lab.pause(0.2)


@scenario("dns-nxdomain-search-list", "a misspelt name fails with every suffix of the search list and alone",
          kinds=("dns-nxdomain",), needs=("dnsmasq", "getent"), site=CLUSTER, vantage="client", proto="udp", port=53,
          may=("dns-search-explosion",))
def nxdomain_search(lab):
    start_dnsmasq(lab, "--local=/cluster.local/", "--local=/test/", "--host-record=orders.shop.svc.cluster.local,10.244.7.50")
    lab.client.use_resolver(lab.server.address, "ndots:5", "shop.svc.cluster.local svc.cluster.local cluster.local")
    with lab.recording():
        lab.client.run("getent", "ahostsv4", "orders")
        lab.client.run("getent", "ahostsv4", "ordrs.example.test")


@scenario("dns-refused", "the name server knows one zone, has no upstream and refuses every other name",
          needs=("dnsmasq", "getent"), site=BRANCH, vantage="router", proto="udp", port=53)
def dns_refused(lab):
    start_dnsmasq(lab, "--local=/example.test/")
    lab.client.use_resolver(lab.server.address)
    with lab.recording():
        lab.client.run("getent", "ahostsv4", "www.example.org.")


@scenario("dns-refused-tcp", "queries over TCP are refused too, IPv6", kinds=("dns-refused",), needs=("dig", "dnsmasq"), version=6,
          vantage="server", proto="tcp", port=53)
def dns_refused_tcp(lab):
    start_dnsmasq(lab, "--local=/example.test/")
    with lab.recording():
        for _ in range(2):
            lab.client.run("dig", "+tcp", *DIG, f"@{lab.server.address}", "www.example.org", "A")


@scenario("dns-slow", "a resolver with a far upstream answers after 1.7 s; the client waits", needs=("dig",), site=BRANCH, vantage="client",
          proto="udp", port=53)
def dns_slow(lab):
    def late(query, name, kind):
        lab.pause(1.7 if "far" in name else 0)
        return dns_reply(query, 0, ["10.0.0.9"])

    serve_dns(lab, lab.server, late)
    with lab.recording():
        for name in ("near.example.test", "far.example.test", "near2.example.test"):
            lab.client.run("dig", *DIG, f"@{lab.server.address}", name, "A")


@scenario("dns-truncated", "an answer of 60 addresses does not fit, the client asks again over TCP", needs=("dig", "dnsmasq"), version=6,
          vantage="client", proto="udp", port=53)
def dns_truncated(lab):
    records = [f"--host-record=many.example.test,10.1.{number // 200}.{number % 200 + 1}" for number in range(60)]
    start_dnsmasq(lab, "--local=/example.test/", "--edns-packet-max=512", *records)
    with lab.recording():
        lab.client.run("dig", *DIG, "+noedns", f"@{lab.server.address}", "many.example.test", "A")


@scenario("dns-search-explosion", "ndots:5: each outside name is asked with three cluster suffixes first", needs=("dnsmasq", "getent"),
          site=CLUSTER, vantage="client", proto="udp", port=53, may=("dns-nxdomain",))
def search_explosion(lab):
    start_dnsmasq(lab, "--local=/cluster.local/", "--local=/test/", "--host-record=api.partner.test,198.51.100.7", "--host-record=www.example.test,198.51.100.8")
    lab.client.use_resolver(lab.server.address, "ndots:5", "shop.svc.cluster.local svc.cluster.local cluster.local")
    with lab.recording():
        for name in ("api.partner.test", "www.example.test"):
            lab.client.run("getent", "ahostsv4", name)
            lab.client.run("getent", "ahosts", name)
