# Three network namespaces in a row: a client, a router and a server, joined by veth pairs, with IPv4 and IPv6.
# Where a scenario asks for it, a wire with faults lies between router and server, or the two hosts speak through a VXLAN overlay.
import array
import ctypes
import fcntl
import itertools
import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CLONE_NEWNET = 0x40000000
NAMESPACE_PREFIX = "netlab"
LISTENING = {socket.SOCK_STREAM: ("tcp", "0A"), socket.SOCK_DGRAM: ("udp", "07")}  # state in /proc/net/{tcp,udp}
libc = ctypes.CDLL(None, use_errno=True)


class LabError(Exception):
    """Something the lab needs does not work; the text says what, where, why and what to do."""


class Interrupted(Exception):
    """The lab is being torn down while a scenario still runs."""


@dataclass(frozen=True)
class Site:
    """Addresses of the two end hosts, per IP version. The router takes the .1 / ::1 of both subnets (/24 and /64)."""
    client: dict
    server: dict


OFFICE = Site({4: "10.20.1.15", 6: "fd00:20:1::15"}, {4: "10.20.9.80", 6: "fd00:20:9::80"})
BRANCH = Site({4: "192.168.178.23", 6: "fd00:178::23"}, {4: "192.168.50.10", 6: "fd00:50::10"})
OVERLAY = Site({4: "10.99.7.11", 6: "fd00:99:7::11"}, {4: "10.99.7.12", 6: "fd00:99:7::12"})
WIRE = Path(__file__).with_name("wire.py")
CLUSTER = Site({4: "10.244.3.17", 6: "fd00:244:3::11"}, {4: "10.244.7.42", 6: "fd00:244:7::2a"})


def router_address(address):
    return address[:address.rindex("::")] + "::1" if ":" in address else address[:address.rindex(".")] + ".1"


def endpoint(address, port):
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"


def command_text(command):
    return " ".join(str(word) for word in command)


def run_outside(command, text=None):
    """Runs a set-up command; it has to succeed."""
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=60)
    if done.returncode:
        raise LabError(f"'{command_text(command)}' failed: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def set_offload(sock, interface, command, value):
    """One `ethtool -K` switch (linux/ethtool.h), so that frames on the veth look like frames on a wire."""
    SIOCETHTOOL = 0x8946
    setting = array.array("I", [command, value])
    request = struct.pack("16sP", interface.encode(), setting.buffer_info()[0])
    fcntl.ioctl(sock, SIOCETHTOOL, request + bytes(16))


class Host:
    """One namespace: runs programs and opens sockets inside it."""

    def __init__(self, network, role, address=""):
        self.network, self.role, self.address = network, role, address
        self.namespace = f"{network.name}-{role}"

    @contextmanager
    def inside(self):
        """The calling thread (only it) enters the namespace; sockets opened there stay there."""
        def enter(file):
            if libc.setns(file.fileno(), CLONE_NEWNET):
                raise LabError(f"cannot enter namespace {self.namespace}: {os.strerror(ctypes.get_errno())}")
        with open("/proc/thread-self/ns/net") as home, open(f"/run/netns/{self.namespace}") as target:
            enter(target)
            try:
                yield
            finally:
                enter(home)

    def open_socket(self, kind=socket.SOCK_STREAM, family=None):
        with self.inside():
            sock = socket.socket(family or self.network.family, kind)
        sock.settimeout(10)
        self.network.sockets.append(sock)
        return sock

    def open_link(self, interface="eth0"):
        """A socket for whole Ethernet frames on an interface."""
        with self.inside():
            sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
            sock.bind((interface, 3))
        self.network.sockets.append(sock)
        return sock

    def hardware_address(self, interface="eth0"):
        return self.open_link(interface).getsockname()[4]

    def ip(self, *words):
        """`ip` in this namespace."""
        run_outside(["ip", "-n", self.namespace, *words])

    def set(self, name, value):
        """A kernel parameter below /proc/sys/net."""
        with self.inside():
            Path("/proc/sys/net", name).write_text(str(value))

    def listen(self, port, backlog=16):
        sock = self.open_socket()
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((self.address, port))
        sock.listen(backlog)
        return sock

    def add_address(self, address, interface="eth0"):
        """A further address, for a further client or server on this host."""
        options = ["nodad"] if ":" in address else []
        self.ip("address", "add", f"{address}/{64 if ':' in address else 24}", "dev", interface, *options)

    def start(self, *command, log="program.log", stdin=subprocess.DEVNULL):
        """Starts a program that lives until the network is torn down; its output goes to a file of the lab's folder."""
        with Network.lock, open(self.network.folder / log, "ab") as output:
            self.network.check_running()
            process = subprocess.Popen(["ip", "netns", "exec", self.namespace, *map(str, command)], stdin=stdin,
                                       stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
            self.network.processes.append(process)
        return process

    def run(self, *command, seconds=10, stdin=subprocess.DEVNULL):
        """Runs a program to its end, whatever its exit status; returns that status. It is killed after `seconds`."""
        process = self.start(*command, stdin=stdin)
        try:
            status = process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            status = process.wait()
        self.network.check_running()
        return status

    def firewall(self, *rules, hook="forward", kind="filter", priority="0"):
        """Adds nft rules to a chain of this namespace."""
        lines = "\n".join(rules)
        self.nft(f"table inet netlab {{\nchain {kind}_{hook} {{\ntype {kind} hook {hook} priority {priority}; policy accept;\n{lines}\n}}\n}}\n")

    def nft(self, text):
        run_outside(["ip", "netns", "exec", self.namespace, "nft", "-f", "-"], text)

    def open_firewall(self):
        """Takes all rules away."""
        self.nft("flush ruleset\n")

    def wait_listening(self, port, kind=socket.SOCK_STREAM, seconds=20):
        """Waits until some program of this namespace listens on the port."""
        table, state = LISTENING[kind]
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with self.inside():
                lines = [line for version in ("", "6")
                         for line in Path(f"/proc/thread-self/net/{table}{version}").read_text().splitlines()[1:]]
            if any(line.split()[1].endswith(f":{port:04X}") and line.split()[3] == state for line in lines):
                return
            self.network.pause(0.05)
        raise LabError(f"nothing listens on {table} port {port} in namespace {self.namespace} after {seconds} s; its programs said: "
                       f"{self.network.program_output()}")

    def use_resolver(self, address, options="timeout:1 attempts:2", search=""):
        """Programs of this host then ask this name server (`ip netns exec` puts the file in place of /etc/resolv.conf)."""
        folder = Path("/etc/netns") / self.namespace
        folder.mkdir(parents=True, exist_ok=True)
        suffixes = f"search {search}\n" if search else ""
        (folder / "resolv.conf").write_text(f"nameserver {address}\noptions {options}\n{suffixes}")


class Network:
    """client --eth0-- --eth0-- router --eth1-- --eth0-- server; a context manager that takes everything down again."""

    numbers = itertools.count(1)
    lock = threading.Lock()            # held while anything that outlives its maker is made (namespace, process)
    interrupted = threading.Event()    # the whole lab is being taken down: make nothing new

    def __init__(self, site, version, with_wire=False, overlay=None, seed=1):
        self.name = f"{NAMESPACE_PREFIX}-{os.getpid()}-{next(self.numbers)}"
        self.site, self.version = site, version
        self.family = socket.AF_INET6 if version == 6 else socket.AF_INET
        self.folder = None    # for configuration, logs and keys; made by build()
        self.client = Host(self, "client", site.client[version])
        self.router = Host(self, "router")
        self.server = Host(self, "server", site.server[version])
        self.with_wire, self.overlay, self.seed = with_wire, overlay, seed
        self.line = Host(self, "wire")
        self.hosts = (self.client, self.router, self.server) + ((self.line,) if with_wire else ())
        self.processes, self.sockets = [], []
        self.stopping = threading.Event()

    def __enter__(self):
        try:
            self.build()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def build(self):
        with Network.lock:
            self.check_running()
            self.folder = Path(tempfile.mkdtemp(prefix=f"{self.name}-"))
        for host in self.hosts:
            with Network.lock:
                self.check_running()
                run_outside(["ip", "netns", "add", host.namespace])
            with host.inside():
                self.set_kernel_parameters(forward=host is self.router)
        self.join()
        if self.overlay:
            self.build_overlay(*self.overlay)

    def join(self):
        """Makes the links, and the wire when there is one."""
        client, router, server, line = (host.namespace for host in (self.client, self.router, self.server, self.line))
        right = (f"link add eth0 netns {line} type veth peer name eth1 netns {router}\n"
                 f"link add eth1 netns {line} type veth peer name eth0 netns {server}\n" if self.with_wire else
                 f"link add eth0 netns {server} type veth peer name eth1 netns {router}\n")
        run_outside(["ip", "-batch", "-"], f"link add eth0 netns {client} type veth peer name eth0 netns {router}\n" + right)
        if self.with_wire:
            self.start_wire()
        for host, interface, addresses in ((self.client, "eth0", self.site.client), (self.server, "eth0", self.site.server)):
            gateways = {version: router_address(address) for version, address in addresses.items()}
            self.bring_up(host, interface, addresses, gateways)
            self.bring_up(self.router, "eth0" if host is self.client else "eth1", gateways, {})

    def start_wire(self):
        for interface in ("eth0", "eth1"):
            self.line.ip("link", "set", interface, "up")
            self.offloads_off(self.line, interface)
        with Network.lock:
            self.check_running()
            self.wire_process = subprocess.Popen(
                ["ip", "netns", "exec", self.line.namespace, sys.executable, WIRE, "eth0", "eth1", str(self.seed)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True)
            self.processes.append(self.wire_process)
        if self.wire_process.stdout.readline() != "ready\n":
            raise LabError("the wire did not start")

    def wire(self, right=None, left=None, both=None):
        """Settings of the wire (see wire.py): towards the server (`right`), towards the client (`left`), or both ways."""
        settings = {"right": {**(both or {}), **(right or {})}, "left": {**(both or {}), **(left or {})}}
        self.wire_process.stdin.write(json.dumps(settings) + "\n")
        self.wire_process.stdin.flush()
        self.pause(0.05)

    def build_overlay(self, vni, port):
        """VXLAN between the two hosts; what they are called is then their overlay address."""
        ends = ((self.client, self.server, OVERLAY.client), (self.server, self.client, OVERLAY.server))
        for host, peer, addresses in ends:
            near, far = self.site_address(host), self.site_address(peer)
            host.ip("link", "add", "vxlan0", "mtu", "1450", "type", "vxlan", "id", str(vni), "dstport", str(port), "local", near,
                    "remote", far)
            host.ip("link", "set", "vxlan0", "up")
            host.ip("address", "add", f"{addresses[4]}/24", "dev", "vxlan0")
            host.ip("address", "add", f"{addresses[6]}/64", "dev", "vxlan0", "nodad")
            self.offloads_off(host, "vxlan0")
        for host, addresses in ((self.client, OVERLAY.client), (self.server, OVERLAY.server)):
            host.address = addresses[self.version]

    def site_address(self, host):
        return (self.site.client if host is self.client else self.site.server)[4]

    @staticmethod
    def set_kernel_parameters(forward):
        settings = {"ipv4/ip_forward": forward, "ipv6/conf/all/forwarding": forward, "ipv6/conf/all/accept_dad": 0,
                    "ipv6/conf/default/accept_dad": 0, "ipv6/conf/default/router_solicitations": 0}
        for name, value in settings.items():
            Path("/proc/sys/net", name).write_text(str(int(value)))

    @staticmethod
    def bring_up(host, interface, addresses, gateways):
        lines = ["link set lo up", f"link set {interface} up",
                 f"address add {addresses[4]}/24 dev {interface}", f"address add {addresses[6]}/64 dev {interface} nodad"]
        lines += [f"route add default via {gateway}" for gateway in gateways.values()]
        run_outside(["ip", "-n", host.namespace, "-batch", "-"], "\n".join(lines) + "\n")
        Network.offloads_off(host, interface)

    @staticmethod
    def offloads_off(host, interface):
        Network.offloads(host, False, interface)

    @staticmethod
    def offloads(host, wanted, interface="eth0"):
        ETHTOOL_STXCSUM, ETHTOOL_STSO, ETHTOOL_SGSO, ETHTOOL_SGRO = 0x17, 0x1f, 0x24, 0x2c
        with host.inside(), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            for switch in (ETHTOOL_STSO, ETHTOOL_SGSO, ETHTOOL_SGRO, ETHTOOL_STXCSUM):
                try:
                    set_offload(sock, interface, switch, int(wanted))
                except OSError:
                    if not interface.startswith("vxlan"):
                        raise  # VXLAN devices do not have all of them

    def url(self, path="/", port=80, scheme="http"):
        return f"{scheme}://{endpoint(self.server.address, port)}{path}"

    def check_running(self):
        if self.stopping.is_set() or Network.interrupted.is_set():
            raise Interrupted

    def pause(self, seconds):
        self.stopping.wait(seconds)
        self.check_running()

    def program_output(self):
        text = "".join(path.read_text(errors="replace") for path in self.folder.glob("*.log")).strip()
        return text[-600:] or "nothing"

    def close(self):
        """Ends all programs, closes sockets, removes namespaces and files. Safe to call twice and from another thread."""
        with Network.lock:
            self.stopping.set()
        for sock in self.sockets:
            sock.close()
        for process in self.processes:
            if process.poll() is None:
                process.kill()
                process.wait()
        for host in self.hosts:
            remove_namespace(host.namespace)
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)


def remove_namespace(namespace):
    """Kills what still runs in a namespace of the lab, then deletes it and its resolver file."""
    listed = subprocess.run(["ip", "netns", "pids", namespace], capture_output=True, text=True)
    for pid in map(int, listed.stdout.split()):
        if pid != os.getpid():
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
    subprocess.run(["ip", "netns", "delete", namespace], capture_output=True)
    shutil.rmtree(Path("/etc/netns") / namespace, ignore_errors=True)


def clean_up_after_killed_labs():
    """Removes namespaces and temporary folders (netlab-PID-...) whose program no longer runs; returns their names."""
    def abandoned(folder):
        owners = {path: path.name.split("-")[1] for path in sorted(Path(folder).glob(f"{NAMESPACE_PREFIX}-*-*"))}
        return [path for path, owner in owners.items() if owner.isdigit() and not Path("/proc", owner).exists()]
    namespaces = abandoned("/run/netns")
    folders = abandoned(tempfile.gettempdir())
    for path in namespaces:
        remove_namespace(path.name)
    for path in folders:
        shutil.rmtree(path, ignore_errors=True)
    return [path.name for path in namespaces + folders]


def namespaces_work():
    """None when network namespaces can be made here, else the reason why not."""
    probe = f"{NAMESPACE_PREFIX}-{os.getpid()}-probe"
    try:
        run_outside(["ip", "netns", "add", probe])
    except LabError as error:
        return str(error)
    finally:
        remove_namespace(probe)
    return None
