# Connections that a server tears down with a reset.
import socket
import struct

from network import BRANCH, CLUSTER
from recording import scenario
from services import serve


def reset(connection):
    """close() with SO_LINGER 0 sends RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


@scenario("rst-mid-connection", "the server promises 40,000 bytes, sends about a quarter and resets the connection",
          needs=("curl",), site=CLUSTER, vantage="client", port=8000)
def rst_mid_connection(lab):
    def break_off(connection):
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: 40000\r\n\r\n" + b"id,price\r\n" * 1000)
        lab.pause(0.5)
        reset(connection)

    serve(lab, 8000, break_off)
    with lab.recording():
        lab.client.run("curl", "--silent", lab.url("/export.csv", port=8000))


@scenario("rst-after-handshake", "the mail server accepts each connection and resets it before it greets",
          needs=("curl",), site=BRANCH, vantage="router", port=25)
def rst_after_handshake(lab):
    def turn_away(connection):
        lab.pause(0.05)
        reset(connection)

    serve(lab, 25, turn_away)
    with lab.recording():
        for _ in range(2):
            lab.client.run("curl", "--silent", lab.url(port=25, scheme="smtp"))
            lab.pause(0.3)
