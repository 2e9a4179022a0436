# The servers that scenarios talk to: nginx, dnsmasq and openssl s_server as they are, and small ones that misbehave.
import socket
import threading

import frames
from network import Interrupted, run_outside

NGINX = """
user root; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
events {{ worker_connections 64; }}
http {{
  access_log off; default_type text/plain; server_tokens off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  {servers}
}}
"""
AUTHORITY = """
[ca]
default_ca = lab
[lab]
database = {folder}/index
serial = {folder}/serial
new_certs_dir = {folder}
default_md = sha256
policy = any
[any]
commonName = supplied
"""


def start_nginx(lab, port, server):
    """nginx with one server block that listens on both IP versions; `server` is the rest of the block."""
    listen = f"{port} ssl" if "ssl_" in server else port
    block = f"server {{ listen {listen}; listen [::]:{listen}; {server} }}"
    (lab.folder / "nginx.conf").write_text(NGINX.format(folder=lab.folder, servers=block))
    lab.server.start("nginx", "-p", lab.folder, "-e", lab.folder / "nginx.log", "-c", lab.folder / "nginx.conf", "-g", "daemon off;")
    lab.server.wait_listening(port)


def web_folder(lab, **sizes):
    """A document root with one file per name, of that many bytes."""
    root = lab.folder / "www"
    root.mkdir()
    line = b"All work and no play makes a dull download.\n"
    for name, size in sizes.items():
        (root / name).write_bytes((line * (size // len(line) + 1))[:size])
    return root


def start_dnsmasq(lab, *options):
    """dnsmasq that answers from its options alone; without a `--server` option it has no upstream."""
    lab.server.start("dnsmasq", "--keep-in-foreground", "--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--user=root",
                     f"--pid-file={lab.folder}/dnsmasq.pid", "--log-facility=-", *options)
    lab.server.wait_listening(53, socket.SOCK_DGRAM)


NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]


def new_authority(certificate, key, name):
    """A self-signed certificate that may sign others, and its key, in these files."""
    run_outside(["openssl", "req", "-x509", *NEW_KEY, "-subj", f"/CN={name}", "-days", "3650", "-keyout", key, "-out", certificate])


def certificate(lab, name, start="20240101000000Z", end="20491231235959Z"):
    """A certificate for `name` from the lab's own authority. Returns the paths of (certificate, key, authority)."""
    folder = lab.folder
    (folder / "index").touch()
    (folder / "serial").write_text("1001\n")
    (folder / "ca.conf").write_text(AUTHORITY.format(folder=folder))
    (folder / "names").write_text(f"subjectAltName = DNS:{name}\n")
    ca, ca_key, key, request, signed = (folder / file for file in ("ca.pem", "ca.key", "server.key", "server.csr", "server.pem"))
    new_authority(ca, ca_key, "Lab Private CA")
    run_outside(["openssl", "req", *NEW_KEY, "-subj", f"/CN={name}", "-keyout", key, "-out", request])
    run_outside(["openssl", "ca", "-batch", "-notext", "-config", folder / "ca.conf", "-cert", ca, "-keyfile", ca_key, "-in", request,
                 "-out", signed, "-startdate", start, "-enddate", end, "-extfile", folder / "names"])
    return signed, key, ca


def start_tls_server(lab, port, *options):
    """openssl s_server that answers each request with a status page."""
    lab.server.start("openssl", "s_server", "-www", "-accept", port, *options)
    lab.server.wait_listening(port)


def serve(lab, port, answer):
    """Calls `answer(connection)` in its own thread for each accepted TCP connection, until the lab is taken down."""
    listener = lab.server.listen(port)
    listener.settimeout(0.2)

    def answer_one(connection):
        with connection:
            connection.settimeout(10)
            try:
                answer(connection)
            except (OSError, Interrupted):
                return  # the client went away, or the lab did

    def accept():
        while not lab.stopping.is_set():
            try:
                connection, _ = listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            threading.Thread(target=answer_one, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


def serve_dns_code(lab, address, port, code):
    """A name server that answers each query with nothing but a response code."""
    with lab.server.inside():
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind((address, port))
    lab.sockets.append(sock)
    sock.settimeout(0.2)

    def answer():
        while not lab.stopping.is_set():
            try:
                query, peer = sock.recvfrom(1500)
                flags = bytes([query[2] | 0x80, 0x80 | code])  # QR, RA and the code
                end = query.index(0, 12) + 5                   # the question: name, type, class
                sock.sendto(query[:2] + flags + query[4:6] + bytes(6) + query[12:end], peer)
            except TimeoutError:
                continue
            except OSError:
                return

    threading.Thread(target=answer, daemon=True).start()


def start_haproxy(lab, configuration, port):
    """haproxy on the server with these sections; its timeouts are long unless they say otherwise."""
    file = lab.folder / "haproxy.cfg"
    file.write_text("global\n maxconn 200\ndefaults\n mode http\n timeout connect 1s\n timeout client 30s\n timeout server 30s\n" + configuration)
    lab.server.start("haproxy", "-db", "-f", file)
    lab.server.wait_listening(port)


def watch_segments(lab, host, react, interface="eth0"):
    """Calls `react(segment, frame, send)` for each TCP segment that passes an interface of a host, as a device in the path would."""
    link = host.open_link(interface)
    link.settimeout(0.2)

    def watch():
        while not lab.stopping.is_set():
            try:
                frame = link.recv(70000)
            except TimeoutError:
                continue
            except OSError:
                return
            segment = frames.Segment.read(frame)
            if segment:
                react(segment, frame, link.send)

    threading.Thread(target=watch, daemon=True).start()


def serve_dns(lab, host, answer, address=None, port=53):
    """A name server in a thread: `answer(query, name, kind)` gives the bytes of the reply, or None for silence."""
    sock = host.open_socket(socket.SOCK_DGRAM)
    sock.bind((address or host.address, port))
    sock.settimeout(0.2)

    def loop():
        while not lab.stopping.is_set():
            try:
                query, peer = sock.recvfrom(1500)
                name, kind = question_of(query)
                threading.Thread(target=reply, args=(query, name, kind, peer), daemon=True).start()
            except TimeoutError:
                continue
            except OSError:
                return

    def reply(query, name, kind, peer):
        message = answer(query, name, kind)
        if message:
            try:
                sock.sendto(message, peer)
            except OSError:
                return  # the lab went down

    threading.Thread(target=loop, daemon=True).start()


def question_of(query):
    labels, at = [], 12
    while query[at]:
        labels.append(query[at + 1:at + 1 + query[at]].decode())
        at += 1 + query[at]
    return ".".join(labels), int.from_bytes(query[at + 1:at + 3], "big")


def dns_reply(query, code=0, addresses=(), truncated=False):
    """An answer with A records (RFC 1035), or a bare code."""
    end = query.index(0, 12) + 5
    flags = bytes([query[2] | 0x80 | (2 if truncated else 0), 0x80 | code])
    records = b"".join(b"\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4" + socket.inet_aton(address) for address in addresses)
    return query[:2] + flags + query[4:6] + len(addresses).to_bytes(2, "big") + bytes(4) + query[12:end] + records
