# Connection attempts that do not come about.
from network import BRANCH
from recording import scenario


@scenario("syn-timeout", "the router's firewall drops every TCP packet to port 80 without a word",
          needs=("curl", "nft"), vantage="client")
def syn_timeout(lab):
    lab.router.firewall("tcp dport 80 drop")
    with lab.recording():
        lab.client.run("curl", "--silent", "--connect-timeout", 4, lab.url())


@scenario("syn-refused", "nothing listens on port 8080 of the server; three attempts over IPv6",
          needs=("curl",), version=6, site=BRANCH, vantage="server", port=8080)
def syn_refused(lab):
    with lab.recording():
        for _ in range(3):
            lab.client.run("curl", "--silent", lab.url(port=8080))
            lab.pause(0.3)
