"""Makes the captures to measure with, runs commands and says what they cost."""

import dataclasses
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

BENCH = pathlib.Path(__file__).resolve().parent


def talk(text: str):
    print(text, file=sys.stderr, flush=True)


@dataclasses.dataclass(frozen=True)
class Capture:
    name: str
    packets: int
    hosts: int
    private_percent: int = 50  # of the IPv4 hosts: in 10.0.0.0/8, the others public
    flows: int = 5000


def warm(path: pathlib.Path):
    """Brings a file into the page cache: the jobs compare programs, not disks."""
    with path.open("rb", buffering=0) as file:
        buffer = bytearray(1 << 20)
        while file.readinto(buffer):
            pass


class Captures:
    """Makes captures when they are missing or their recipe has changed; warms the page cache."""

    def __init__(self, wanted: dict[str, Capture], folder: pathlib.Path, scale: float):
        self.wanted = wanted
        self.folder = folder
        self.scale = scale
        self.generator = folder / "make_capture"
        self.sources = sorted([BENCH / "make_capture.cpp", *(BENCH / "generator").iterdir()])
        content = b"".join(source.read_bytes() for source in self.sources)
        self.sources_digest = hashlib.sha256(content).hexdigest()
        folder.mkdir(parents=True, exist_ok=True)

    def packets(self, name: str) -> int:
        return max(1, round(self.wanted[name].packets * self.scale))

    def path(self, name: str) -> pathlib.Path:
        return self.folder / f"{name}-{self.packets(name)}.pcap"

    def recipe(self, name: str) -> str:
        capture = self.wanted[name]
        return (f"--packets {self.packets(name)} --hosts {capture.hosts} --flows {capture.flows} --seed 1 "
                f"--private {capture.private_percent}")

    def identity(self, name: str) -> str:
        return f"{self.recipe(name)} made by {self.sources_digest}"

    def make(self, name: str) -> pathlib.Path:
        path, note = self.path(name), self.path(name).with_suffix(".recipe")
        if not path.exists() or not note.exists() or note.read_text() != self.identity(name):
            self.build_generator()
            talk(f"making {path.name}: {self.recipe(name)}")
            note.unlink(missing_ok=True)
            subprocess.run([self.generator, *self.recipe(name).split(), "--out", path], check=True)
            note.write_text(self.identity(name))
        warm(path)
        return path

    def build_generator(self):
        stamp = self.generator.with_suffix(".sources")
        if self.generator.exists() and stamp.exists() and stamp.read_text() == self.sources_digest:
            return
        talk("building make_capture")
        compiler = os.environ.get("CXX", "c++")
        parts = [source for source in self.sources if source.suffix == ".cpp"]
        subprocess.run([compiler, "-O2", "-std=c++23", "-o", self.generator, *parts], check=True)
        stamp.write_text(self.sources_digest)


class Failed(Exception):
    """A command that could not be started, failed, or wrote something else than its peer."""


@dataclasses.dataclass
class Cost:
    cpu: float  # user + system, seconds
    wall: float
    megabytes: float  # peak resident


ENVIRONMENT = {**os.environ, "TZ": "UTC", "LC_ALL": "C.UTF-8"}


def start(command: list[str], stdout) -> tuple[subprocess.Popen, object]:
    errors = tempfile.TemporaryFile()
    try:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=errors,
                                env=ENVIRONMENT), errors
    except OSError as error:
        raise Failed(f"{command[0]}: {error.strerror}") from None


def check_exit(command: list[str], code: int, errors):
    if code == 0:
        return
    errors.seek(0)
    lines = errors.read().decode(errors="replace").strip().splitlines()
    why = f": {lines[-1][:100]}" if lines else ""
    raise Failed(f"{pathlib.Path(command[0]).name} ended with {code}{why}")


class PeakSampler(threading.Thread):
    """Samples a process's own high-water mark.

    The kernel's final figure includes the moment between fork and exec, when the child still shares this
    interpreter's memory: it never falls below the interpreter's own size. The samples do.
    """

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self.status = f"/proc/{pid}/status"
        self.kilobytes = 0
        self.ended = threading.Event()
        self.start()

    def run(self):
        pause = 0.001
        while True:
            try:
                with open(self.status) as status:
                    marks = [line for line in status if line.startswith("VmHWM:")]
            except OSError:
                return
            if marks:
                self.kilobytes = int(marks[0].split()[1])
            if self.ended.wait(pause):
                return
            pause = min(1.5 * pause, 0.02)


def own_peak_kilobytes() -> int:
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def measure(command: list[str], limit: float) -> Cost:
    """Runs the command with its output thrown away."""
    began = time.monotonic()
    process, errors = start(command, subprocess.DEVNULL)
    sampler = PeakSampler(process.pid)
    timer = threading.Timer(limit, process.kill)
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    timer.cancel()
    sampler.ended.set()
    sampler.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    check_exit(command, process.returncode, errors)
    is_floor = usage.ru_maxrss <= own_peak_kilobytes() and sampler.kilobytes > 0
    kilobytes = sampler.kilobytes if is_floor else usage.ru_maxrss
    return Cost(usage.ru_utime + usage.ru_stime, wall, kilobytes * 1024 / 1e6)


def stdout_digest(command: list[str], limit: float) -> str:
    process, errors = start(command, subprocess.PIPE)
    timer = threading.Timer(limit, process.kill)
    timer.start()
    digest = hashlib.md5()
    while block := process.stdout.read1(1 << 20):
        digest.update(block)
    check_exit(command, process.wait(), errors)
    timer.cancel()
    return digest.hexdigest()


def file_digest(path: pathlib.Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "md5").hexdigest()


def version_of(tool: str) -> str:
    found = subprocess.run([tool, "--version"], capture_output=True, text=True, check=False)
    return (found.stdout + found.stderr).strip().splitlines()[0]


class Remembered:
    """Figures of slow peers from earlier runs; stored always, used only when asked."""

    def __init__(self, path: pathlib.Path, is_used: bool):
        self.path = path
        self.is_used = is_used
        self.entries = json.loads(path.read_text()) if path.exists() else {}

    def find(self, key: str) -> Cost | None:
        return Cost(**self.entries[key]) if self.is_used and key in self.entries else None

    def store(self, key: str, cost: Cost):
        self.entries[key] = dataclasses.asdict(cost)
        self.path.write_text(json.dumps(self.entries, indent=1) + "\n")
