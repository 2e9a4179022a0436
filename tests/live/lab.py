# Two network namespaces joined by a veth pair, traffic between them, and programs that capture it.
import ctypes
import itertools
import json
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

CLONE_NEWNET = 0x40000000
PREFIX = "livelab"
libc = ctypes.CDLL(None, use_errno=True)
CASES = []


class Failed(Exception):
    """A case did not see what it expects; the text says what."""


class Skipped(Exception):
    """This machine lacks what a case needs."""


def case(function):
    """Declares a case: a function of a Lab. It fails by raising."""
    CASES.append(function)
    return function


def expect(found, wanted, what):
    if found != wanted:
        raise Failed(f"{what}: wanted {wanted!r}, found {found!r}")


def run(*command, seconds=20, **more):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=seconds,
                          stdin=subprocess.DEVNULL, **more)
    return done


def must(*command, **more):
    done = run(*command, **more)
    if done.returncode:
        raise Failed(f"'{' '.join(map(str, command))}' failed: {done.stderr.strip()}")
    return done.stdout


class Program:
    """A program in a namespace, with its outputs in files."""

    def __init__(self, lab, namespace, command, environment=None, preexec=None):
        self.out_path, self.err_path = (lab.folder / f"{next(lab.numbers)}.{kind}" for kind in ("out", "err"))
        inside = ["nsenter", f"--net=/run/netns/{namespace}"] if namespace else []
        with open(self.out_path, "wb") as out, open(self.err_path, "wb") as err:
            self.process = subprocess.Popen([*inside, *map(str, command)], stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                                            env=environment, preexec_fn=preexec, cwd=lab.folder)
        lab.programs.append(self)

    @property
    def out(self):
        return self.out_path.read_text(errors="replace")

    @property
    def err(self):
        return self.err_path.read_text(errors="replace")

    def wait_for(self, words, seconds=20):
        """Until its standard error holds these words."""
        end = time.monotonic() + seconds
        while words not in self.err:
            if self.process.poll() is not None or time.monotonic() > end:
                raise Failed(f"{' '.join(self.process.args)}: did not say {words!r} but {self.err!r}")
            time.sleep(0.01)
        return self

    def tell(self, number):
        self.process.send_signal(number)
        return self

    def end(self, number=signal.SIGINT, seconds=20):
        """Sends a signal (0 for none) and waits; the exit status."""
        if number:
            self.process.send_signal(number)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Failed(f"{' '.join(self.process.args)}: still runs after {seconds} s; it said {self.err!r}") from None


class Lab:
    """Namespaces `near` and `far`, interface eth0 in both; a context manager that takes all of it down."""

    counter = itertools.count(1)

    def __init__(self, wiretale):
        self.wiretale = wiretale
        self.name = f"{PREFIX}-{os.getpid()}-{next(Lab.counter)}"
        self.near, self.far = f"{self.name}-n", f"{self.name}-f"
        self.numbers, self.programs = itertools.count(1), []
        self.folder = Path(tempfile.mkdtemp(prefix=f"{self.name}-"))
        self.folder.chmod(0o755)
        self.mounts = []

    def __enter__(self):
        try:
            for namespace in (self.near, self.far):
                must("ip", "netns", "add", namespace)
                for kind in ("all", "default"):
                    must("ip", "netns", "exec", namespace, "sysctl", "-qw", f"net.ipv6.conf.{kind}.disable_ipv6=1")
                must("ip", "-n", namespace, "link", "set", "lo", "up")
            self.join()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def join(self):
        """Makes the veth pair; again after a case has deleted it."""
        must("ip", "link", "add", "eth0", "netns", self.near, "address", "02:00:00:00:00:01", "type", "veth",
             "peer", "name", "eth0", "netns", self.far, "address", "02:00:00:00:00:02")
        for number, namespace in ((1, self.near), (2, self.far)):
            must("ip", "-n", namespace, "addr", "add", f"10.77.0.{number}/24", "dev", "eth0")
            must("ip", "-n", namespace, "link", "set", "eth0", "up")
            must("ip", "-n", namespace, "neigh", "add", f"10.77.0.{3 - number}", "lladdr", f"02:00:00:00:00:0{3 - number}",
                 "dev", "eth0", "nud", "permanent")
        end = time.monotonic() + 5
        while "LOWER_UP" not in must("ip", "-n", self.near, "link", "show", "eth0") and time.monotonic() < end:
            time.sleep(0.02)

    @contextmanager
    def inside(self, namespace):
        """The calling thread enters a namespace."""
        with open("/proc/thread-self/ns/net") as home, open(f"/run/netns/{namespace}") as target:
            if libc.setns(target.fileno(), CLONE_NEWNET):
                raise Failed(os.strerror(ctypes.get_errno()))
            try:
                yield
            finally:
                libc.setns(home.fileno(), CLONE_NEWNET)

    def packet_socket(self, namespace, interface="eth0"):
        with self.inside(namespace):
            sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
            sock.bind((interface, 0))
        return sock

    def send(self, frames, namespace=None, interface="eth0", pause=0):
        """Sends frames from `far`, so that they arrive at `near`."""
        with self.packet_socket(namespace or self.far, interface) as sock:
            for frame in frames:
                sock.send(frame)
                if pause:
                    time.sleep(pause)

    def start(self, *command, namespace=None, **more):
        return Program(self, namespace or self.near, command, **more)

    def wire(self, *arguments, **more):
        """The program under test."""
        return self.start(self.wiretale, *arguments, **more)

    def small_disk(self, megabytes=2):
        """A folder on a file system of its own."""
        folder = self.folder / f"disk{next(self.numbers)}"
        folder.mkdir()
        must("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder)
        self.mounts.append(folder)
        return folder

    def close(self):
        for program in self.programs:
            if program.process.poll() is None:
                program.process.kill()
            program.process.wait()
        for folder in self.mounts:
            run("umount", "-l", folder)
        for namespace in (self.near, self.far):
            pids = run("ip", "netns", "pids", namespace).stdout.split()
            for pid in map(int, pids):
                if pid != os.getpid():
                    try:
                        os.kill(pid, signal.SIGKILL)
                    except ProcessLookupError:
                        continue
            run("ip", "netns", "delete", namespace)
        shutil.rmtree(self.folder, ignore_errors=True)


def checksum(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return 0xffff - total


def datagram(number, size=60, tags=b"", port=9):
    """A UDP frame for `near` with its number in the payload."""
    payload = struct.pack("!I", number).ljust(size - 42, b".")
    udp = struct.pack("!4H", 40000, port, 8 + len(payload), 0) + payload
    ip = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(udp), number & 0xffff, 0, 64, 17, 0,
                     bytes((10, 77, 0, 2)), bytes((10, 77, 0, 1)))
    ip = ip[:10] + struct.pack("!H", checksum(ip)) + ip[12:]
    return bytes.fromhex("020000000001020000000002") + tags + b"\x08\x00" + ip + udp


def datagrams(count, **more):
    return [datagram(number, **more) for number in range(count)]


def numbers_in(path, offset=42):
    """The numbers of the datagrams in a capture, read by tshark's own library."""
    text = must("tshark", "-r", path, "-T", "fields", "-e", "data.data", "udp.port == 9")
    return [int(line[:8], 16) for line in text.split() if line]


def without_clock(text):
    return re.sub(r"^\d\d:\d\d:\d\d\.\d+ ", "", text, flags=re.M)


def namespaces_work():
    """None when the lab can be built here, else the reason why not."""
    if os.geteuid() != 0:
        return "network namespaces need root; run it with sudo"
    missing = [program for program in ("ip", "nsenter", "tcpdump", "tshark", "dumpcap") if not shutil.which(program)]
    if missing:
        return f"missing: {' '.join(missing)}"
    probe = f"{PREFIX}-{os.getpid()}-probe"
    done = run("ip", "netns", "add", probe)
    run("ip", "netns", "delete", probe)
    return done.stderr.strip() if done.returncode else None
