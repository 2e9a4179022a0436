# Established transfers that suffer.
import socket

from network import BRANCH, CLUSTER
from recording import scenario
from services import serve, start_nginx, web_folder


@scenario("retransmission-loss", "the router drops 3 % of the full-size packets of a 700 kB download, at random",
          needs=("curl", "nft", "nginx"), site=BRANCH, vantage="server", snap_length=96)
def retransmission_loss(lab):
    root = web_folder(lab, image=700_000)
    start_nginx(lab, 80, f"root {root};")
    lab.router.firewall("tcp sport 80 meta length > 1000 numgen random mod 100 < 3 drop")
    with lab.recording():
        lab.client.run("curl", "--silent", "--output", "/dev/null", lab.url("/image"))


@scenario("zero-window", "the client asks for 150,000 bytes, then does not read for 3 seconds",
          site=CLUSTER, vantage="router", port=9000, snap_length=128)
def zero_window(lab):
    def send_all(connection):
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 150000\r\nConnection: close\r\n\r\n" + b"x" * 150_000)

    serve(lab, 9000, send_all)
    with lab.recording():
        connection = lab.client.open_socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16384)
        connection.connect((lab.server.address, 9000))
        connection.sendall(b"GET /events HTTP/1.1\r\nHost: events.example.test\r\n\r\n")
        lab.pause(3)
        while connection.recv(65536):
            pass
        connection.close()
