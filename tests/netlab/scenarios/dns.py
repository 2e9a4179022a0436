# Name resolution that fails. The client is the C library's own resolver (getent); the final dot keeps search lists out.
from network import BRANCH, CLUSTER
from recording import scenario
from services import serve_dns_code, start_dnsmasq

SERVFAIL = 2
UPSTREAM = "127.0.0.1"


@scenario("dns-timeout", "the router drops every packet to UDP port 53; the resolver asks twice and gives up",
          needs=("dnsmasq", "getent", "nft"), vantage="client", proto="udp", port=53)
def dns_timeout(lab):
    start_dnsmasq(lab, "--address=/shop.example.test/10.20.9.80")
    lab.router.firewall("udp dport 53 drop")
    lab.client.use_resolver(lab.server.address, "timeout:1 attempts:2")
    with lab.recording():
        lab.client.run("getent", "ahostsv4", "shop.example.test.")


@scenario("dns-servfail", "the name server's upstream fails for the zone, and dnsmasq passes SERVFAIL on",
          needs=("dnsmasq", "getent"), site=CLUSTER, vantage="client", proto="udp", port=53)
def dns_servfail(lab):
    serve_dns_code(lab, UPSTREAM, 5300, SERVFAIL)
    start_dnsmasq(lab, f"--server={UPSTREAM}#5300")
    lab.client.use_resolver(lab.server.address)
    with lab.recording():
        lab.client.run("getent", "ahostsv4", "orders.example.test.")


@scenario("dns-nxdomain", "a host name with a typing error, three times; dnsmasq owns the zone and denies it",
          needs=("dnsmasq", "getent"), version=6, site=BRANCH, vantage="server", proto="udp", port=53)
def dns_nxdomain(lab):
    start_dnsmasq(lab, "--local=/example.test/", "--host-record=database.example.test,10.20.9.81")
    lab.client.use_resolver(lab.server.address)
    with lab.recording():
        for _ in range(3):
            lab.client.run("getent", "ahostsv4", "databsae.example.test.")
            lab.pause(0.2)


@scenario("dns-refused", "the name server knows one zone, has no upstream and refuses every other name",
          needs=("dnsmasq", "getent"), site=BRANCH, vantage="router", proto="udp", port=53)
def dns_refused(lab):
    start_dnsmasq(lab, "--local=/example.test/")
    lab.client.use_resolver(lab.server.address)
    with lab.recording():
        lab.client.run("getent", "ahostsv4", "www.example.org.")
