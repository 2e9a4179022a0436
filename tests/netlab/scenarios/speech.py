# What the small clients and servers of several families say.
import socket

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nhello\n"


def answer_requests(connection):
    """A server: one short answer for each piece that arrives."""
    while connection.recv(4096):
        connection.sendall(ANSWER)


def connect(lab, port, source="", **options):
    """A connection of the client to the server; `port=` in options binds its own port."""
    connection = lab.client.open_socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    own_port = options.pop("own_port", 0)
    if source or own_port:
        connection.bind((source or lab.client.address, own_port))
    for name, value in options.items():
        level, option = LEVELS[name]
        connection.setsockopt(level, option, value)
    connection.connect((lab.server.address, port))
    return connection


LEVELS = {"receive_buffer": (socket.SOL_SOCKET, socket.SO_RCVBUF), "keep_alive": (socket.SOL_SOCKET, socket.SO_KEEPALIVE),
          "keep_idle": (socket.IPPROTO_TCP, socket.TCP_KEEPIDLE), "keep_interval": (socket.IPPROTO_TCP, socket.TCP_KEEPINTVL),
          "keep_count": (socket.IPPROTO_TCP, socket.TCP_KEEPCNT), "no_delay": (socket.IPPROTO_TCP, socket.TCP_NODELAY),
          "user_timeout": (socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT), "segment_limit": (socket.IPPROTO_TCP, socket.TCP_MAXSEG)}


def ask(connection, path="/", name="shop.example.test"):
    """One request; returns the first piece of the answer, or nothing when the connection broke."""
    try:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {name}\r\n\r\n".encode())
        return connection.recv(65536)
    except OSError:
        return b""
