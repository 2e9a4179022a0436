# Web servers and proxies that answer with errors, or not at all.
from network import BRANCH, CLUSTER
from recording import scenario
from services import serve, start_haproxy, start_nginx

from .speech import ask, connect


@scenario("http-5xx", "the application answers half of the requests with status 500, over IPv6",
          needs=("curl", "nginx"), version=6, site=CLUSTER, vantage="server", port=8080)
def internal_error(lab):
    start_nginx(lab, 8080, "location / { return 200 'fine\\n'; } location /orders { return 500 'NullPointerException\\n'; }")
    with lab.recording():
        for _ in range(4):
            lab.client.run("curl", "--silent", lab.url("/", port=8080), lab.url("/orders/17", port=8080))


@scenario("http-4xx", "a client with an expired token gets 401 for most of what it asks", needs=("curl", "nginx"), site=BRANCH,
          vantage="client", port=8080)
def unauthorized(lab):
    start_nginx(lab, 8080, "location / { return 200 'fine\\n'; } location /api { return 401 'token expired\\n'; }")
    with lab.recording():
        for _ in range(6):
            lab.client.run("curl", "--silent", lab.url("/api/orders", port=8080), lab.url("/api/basket", port=8080))
        lab.client.run("curl", "--silent", lab.url("/", port=8080))


@scenario("http-4xx-keepalive", "a rate limit: 429 for each second request of one connection, IPv6, in VXLAN",
          kinds=("http-4xx",), needs=("curl", "nginx"), version=6, overlay=(88, 8472), vantage="server", port=80)
def rate_limited(lab):
    start_nginx(lab, 80, "location / { return 200 'fine\\n'; } location /limited { return 429; }")
    with lab.recording():
        lab.client.run("curl", "--silent", *[lab.url(("/", "/limited")[number % 2]) for number in range(14)])


@scenario("http-gateway-error", "nginx is a proxy for an application that does not run: status 502",
          needs=("curl", "nginx"), vantage="client", port=80)
def gateway_error(lab):
    start_nginx(lab, 80, "location / { proxy_pass http://127.0.0.1:9; }")
    with lab.recording():
        for _ in range(3):
            lab.client.run("curl", "--silent", lab.url("/basket"))
            lab.pause(0.2)


@scenario("http-503-haproxy", "haproxy knows that its only backend is down and answers 503", kinds=("http-gateway-error",),
          needs=("curl", "haproxy"), version=6, vantage="client", port=8000, may=("http-5xx",))
def service_unavailable(lab):
    start_haproxy(lab, "listen web\n bind :::8000 v4v6\n server one 127.0.0.1:9 check inter 200ms\n", 8000)
    lab.pause(1)
    with lab.recording():
        for _ in range(3):
            lab.client.run("curl", "--silent", lab.url(port=8000))


@scenario("http-504-haproxy", "haproxy waits a second for its backend and gives up: 504; seen on the client and on the backend's leg",
          kinds=("http-gateway-error",), needs=("curl", "haproxy"), vantage="server-any", port=8000,
          may=("http-5xx", "slow-server", "http-no-response", "rst-mid-connection", "duplicate-capture"))
def gateway_timeout(lab):
    start_haproxy(lab, f"listen web\n bind :8000\n timeout server 1s\n server one {lab.server.address}:8001\n", 8000)
    serve(lab, 8001, lambda connection: (connection.recv(4096), lab.pause(4)))
    with lab.recording():
        for _ in range(2):
            lab.client.run("curl", "--silent", lab.url(port=8000))


@scenario("lb-health-check-failing", "haproxy probes a backend every half second on which nothing listens; captured on its own interfaces",
          kinds=("syn-refused",), needs=("haproxy",), site=CLUSTER, vantage="server", port=8080, client="10.244.7.42", server="10.244.3.17")
def health_check_failing(lab):
    start_haproxy(lab, "listen web\n bind :8000\n server one 10.244.3.17:8080 check inter 500ms\n", 8000)
    with lab.recording():
        lab.pause(4)


@scenario("http-no-response", "the worker closes each connection without an answer", needs=("curl",), site=CLUSTER, vantage="client", port=8080)
def no_response(lab):
    serve(lab, 8080, lambda connection: connection.recv(4096))
    with lab.recording():
        for _ in range(2):
            lab.client.run("curl", "--silent", lab.url(port=8080))


@scenario("http-no-response-hung", "the worker hangs; the client gives up after 3 s, IPv6, captured at the server from snap length 120",
          kinds=("http-no-response",), needs=("curl",), version=6, vantage="server", port=8080, snap_length=120, may=("slow-server",))
def hung(lab):
    serve(lab, 8080, lambda connection: (connection.recv(4096), lab.pause(6)))
    with lab.recording():
        lab.client.run("curl", "--silent", "--max-time", 3, lab.url(port=8080))


@scenario("http-no-response-kept-alive", "the second request of a kept connection is swallowed, the server then closes",
          kinds=("http-no-response",), site=BRANCH, vantage="router", port=8080)
def swallowed(lab):
    def swallow_second(connection):
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        connection.recv(4096)
        lab.pause(0.3)

    serve(lab, 8080, swallow_second)
    with lab.recording():
        connection = connect(lab, 8080)
        ask(connection)
        lab.pause(0.2)
        ask(connection)
