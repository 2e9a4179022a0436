# Recording a scenario: its declaration, the capture program beside it, and the files that come out.
import fnmatch
import json
import os
import random
import shlex
import shutil
import signal
import struct
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from network import OFFICE, OVERLAY, LabError, Network, Site, command_text, endpoint

TCPDUMP = "tcpdump -n -U -Z root --immediate-mode"
MAXIMUM_PACKETS = 20000
FULL_LENGTH = 262144
PACKAGES = {"curl": "curl", "dig": "dnsutils", "gnutls-cli": "gnutls-bin", "haproxy": "haproxy", "ping": "iputils-ping",
            "redis-server": "redis-server", "traceroute": "traceroute", "unbound": "unbound", "dnsmasq": "dnsmasq-base", "getent": "libc-bin", "ip": "iproute2", "nft": "nftables",
            "nginx": "nginx-light", "openssl": "openssl", "tcpdump": "tcpdump"}
# name -> host and interface; the router's eth0 faces the client
VANTAGES = {"client": ("client", "eth0"), "router": ("router", "eth0"), "router-out": ("router", "eth1"), "server": ("server", "eth0"),
            "client-any": ("client", "any"), "router-any": ("router", "any"), "server-any": ("server", "any"),
            "client-lo": ("client", "lo"), "server-lo": ("server", "lo")}

catalog = {}  # name -> Scenario, filled by the modules of scenarios/


@dataclass(frozen=True)
class Scenario:
    """What is done, where it is captured, and what a diagnosis has to say about it."""
    name: str
    how: str                    # what was done, in one line
    kinds: tuple                # the findings it must give; () for a healthy one
    play: Callable              # sets the scene; acts inside `with lab.recording():`
    needs: tuple = ()           # programs besides ip
    version: int = 4            # IP version
    site: Site = OFFICE
    vantage: str = "client"     # client, router (its client side), router-out, server; client-any and so on: all its interfaces
    proto: str = "tcp"
    port: int = 80
    server: str = ""            # the address the client speaks to, when it is not the server host's
    may: tuple = ()             # loud findings that are natural side effects
    snap_length: int = FULL_LENGTH
    wire: bool = False          # a wire with faults between router and server: lab.wire(...)
    overlay: tuple = ()         # VXLAN between the hosts: (VNI, UDP port)
    vlan: int = 0               # the capture is tagged afterwards, as on a trunk: few kernels here have VLAN devices
    client: str = ""            # the address that asks, when it is not the client host's; "-": the finding names none
    tcpdump: tuple = ()         # further options or a filter of the capture program

    @property
    def hosts(self):
        return OVERLAY if self.overlay else self.site

    @property
    def client_address(self):
        return self.client or self.hosts.client[self.version]

    @property
    def server_endpoint(self):
        return endpoint(self.server or self.hosts.server[self.version], self.port)

    def label(self):
        return {"name": self.name, "how": self.how, "kind": list(self.kinds), "may": list(self.may), "proto": self.proto,
                "client": self.client_address, "server": self.server_endpoint, "vantage": self.vantage,
                "snap_length": self.snap_length}


def scenario(name, how, **declared):
    """Declares the function below as the scenario of that name. `kinds` is the name itself unless it is healthy-*."""
    def declare(play):
        kinds = declared.pop("kinds", () if name.startswith("healthy-") else (name,))
        catalog[name] = Scenario(name, how, tuple(kinds), play, **declared)
        return play
    return declare


def choose(pattern):
    """The scenarios whose name matches a shell pattern, or all."""
    return [each for name, each in sorted(catalog.items()) if pattern == "all" or fnmatch.fnmatchcase(name, pattern)]


def missing_programs(chosen, capture_with):
    """Programs that the chosen scenarios need and that are not installed."""
    needed = {"ip"} | {program for each in chosen for program in each.needs}
    needed.add(shlex.split(capture_with or TCPDUMP)[0])
    return sorted(program for program in needed if not shutil.which(program))


def missing_text(missing):
    packages = sorted({PACKAGES[program] for program in missing if program in PACKAGES})
    install = f"; install: sudo apt-get install {' '.join(packages)}" if packages else ""
    return f"missing programs: {', '.join(missing)}{install}"


class RecordedNetwork(Network):
    """A network whose `recording()` captures on the vantage point of a scenario."""

    def __init__(self, declared, file, capture_with=None, seed=1):
        super().__init__(declared.site, declared.version, declared.wire, declared.overlay, seed)
        self.chance = random.Random(f"{seed} {declared.name}")
        self.declared, self.file, self.capture_with = declared, Path(file), capture_with

    @contextmanager
    def recording(self):
        role, interface = VANTAGES[self.declared.vantage]
        host = getattr(self, role)
        command = shlex.split(self.capture_with or TCPDUMP)
        part = self.folder / "capture.pcap"
        capture = host.start(*command, "-i", interface, "-s", self.declared.snap_length,
                             "-c", MAXIMUM_PACKETS, "-w", part, *self.declared.tcpdump, log="capture.log")
        self.wait_capturing(capture, part)
        yield
        self.pause(0.3)
        capture.send_signal(signal.SIGINT)
        try:
            capture.wait(timeout=20)
        except subprocess.TimeoutExpired:
            raise LabError(f"'{command[0]}' did not end within 20 s after SIGINT") from None
        if self.declared.vlan:
            tag_frames(part, self.declared.vlan)
        shutil.move(part, self.file)

    def wait_capturing(self, capture, part, seconds=20):
        """A capture program is ready when it has written the file header (tcpdump -U does so at once) or says 'listening'."""
        log = self.folder / "capture.log"
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if capture.poll() is not None:
                break
            if (part.exists() and part.stat().st_size >= 24) or b"listening on" in log.read_bytes().lower():
                return
            self.pause(0.02)
        said = log.read_text(errors="replace").strip()[:300]
        raise LabError(f"'{command_text(capture.args[4:])}' did not start to capture; it said: {said or 'nothing'}")


def tag_frames(file, vlan):
    """Puts an 802.1Q header into each frame of a little-endian pcap file of Ethernet."""
    data, at = file.read_bytes(), 24
    parts = [data[:24]]
    while at + 16 <= len(data):
        seconds, fraction, captured, length = struct.unpack("<IIII", data[at:at + 16])
        frame = data[at + 16:at + 16 + captured]
        parts += [struct.pack("<IIII", seconds, fraction, captured + 4, length + 4), frame[:12], struct.pack("!HH", 0x8100, vlan), frame[12:]]
        at += 16 + captured
    file.write_bytes(b"".join(parts))


class Recorder:
    """Records scenarios into a folder; knows the running networks so that an interrupt can take them down."""

    def __init__(self, folder, capture_with=None, seed=1):
        self.folder, self.capture_with, self.seed, self.running = Path(folder), capture_with, seed, set()

    def record(self, declared):
        """Writes NAME.pcap and NAME.json; returns the path of the capture."""
        file = self.folder / f"{declared.name}.pcap"
        network = RecordedNetwork(declared, file, self.capture_with, self.seed)
        self.running.add(network)
        try:
            with network:
                declared.play(network)
        except (OSError, subprocess.SubprocessError) as error:
            raise LabError(str(error)) from error
        finally:
            self.running.discard(network)
        (self.folder / f"{declared.name}.json").write_text(json.dumps(declared.label(), indent=1) + "\n")
        return file

    def tear_down(self):
        with Network.lock:
            Network.interrupted.set()
        for network in list(self.running):
            network.close()


def take_down_on_signal(recorder, *temporary_folders):
    """SIGINT, SIGTERM and SIGHUP end the program with the status a shell expects, nothing left behind."""
    def exit_now(number, _frame):
        recorder.tear_down()
        for folder in temporary_folders:
            shutil.rmtree(folder, ignore_errors=True)
        os._exit(128 + number)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, exit_now)
