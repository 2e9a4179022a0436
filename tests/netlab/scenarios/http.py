# Web servers that answer, with errors.
from network import CLUSTER
from recording import scenario
from services import start_nginx


@scenario("http-5xx", "the application answers half of the requests with status 500, over IPv6",
          needs=("curl", "nginx"), version=6, site=CLUSTER, vantage="server", port=8080)
def internal_error(lab):
    start_nginx(lab, 8080, "location / { return 200 'fine\\n'; } location /orders { return 500 'NullPointerException\\n'; }")
    with lab.recording():
        for _ in range(4):
            lab.client.run("curl", "--silent", lab.url("/", port=8080), lab.url("/orders/17", port=8080))


@scenario("http-gateway-error", "nginx is a proxy for an application that does not run: status 502",
          needs=("curl", "nginx"), vantage="client", port=80)
def gateway_error(lab):
    start_nginx(lab, 80, "location / { proxy_pass http://127.0.0.1:9; }")
    with lab.recording():
        for _ in range(3):
            lab.client.run("curl", "--silent", lab.url("/basket"))
            lab.pause(0.2)
