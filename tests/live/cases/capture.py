# wiretale capture beside `nsenter ... tcpdump`: where it captures, what it writes, how it ends; wiretale repair.
import json
import os
import re
import signal
import socket
import stat
import struct
import subprocess
import time

from lab import Failed, Program, case, datagrams, expect, must, numbers_in, run

STARTED = "capturing in"


def captured(lab, *arguments, **more):
    """Starts wiretale capture outside of the namespaces and waits until it captures."""
    return Program(lab, None, [lab.wiretale, "capture", "--keep-free", "1M", *arguments], **more).wait_for(STARTED)


def files_of(lab, folder="captures"):
    return sorted((lab.folder / folder).glob("*.pcapng"))


def frames_in(path, display_filter=""):
    """The bytes of the frames, as tshark reads them."""
    words = must("tshark", "-r", path, "-x", "-Y", display_filter or "frame")
    return [re.sub(r"^[0-9a-f]{4}  (.{48}).*$", r"\1", block, flags=re.M).split() for block in words.strip().split("\n\n")]


@case
def names_processes_and_numbers_find_the_namespace(lab):
    server = lab.start("python3", "-m", "http.server", "--bind", "10.77.0.1", "8000", namespace=lab.near)
    lab_name = f"srv{os.getpid() % 10000}"
    (lab.folder / lab_name).symlink_to("/usr/bin/sleep")
    sleeper = lab.start(lab.folder / lab_name, "60", namespace=lab.near)
    inode = os.stat(f"/run/netns/{lab.near}").st_ino
    end = time.monotonic() + 10
    while run("ip", "netns", "exec", lab.far, "curl", "-s", "-o", "/dev/null", "http://10.77.0.1:8000/").returncode and time.monotonic() < end:
        time.sleep(0.1)
    for number, target in enumerate((["--netns", lab.near], ["--netns", f"/run/netns/{lab.near}"], ["--netns", f"inode:{inode}"],
                                     ["--pid", str(server.process.pid)], ["--process", lab_name])):
        ours = captured(lab, *target, "--on", "eth0", "--filter", "tcp", "--to", f"c{number}")
        theirs = lab.start("tcpdump", "-i", "eth0", "-w", f"t{number}.pcap", "-B", "20000", "tcp").wait_for("listening on")
        must("ip", "netns", "exec", lab.far, "curl", "-s", "-o", "/dev/null", "http://10.77.0.1:8000/")
        time.sleep(1.2)  # tcpdump would lose what its ring holds
        expect([program.end() for program in (ours, theirs)], [0, 0], "exit statuses")
        found, wanted = frames_in(files_of(lab, f"c{number}")[0]), frames_in(lab.folder / f"t{number}.pcap")
        expect(found, wanted, f"frames with {' '.join(target)}")
        if len(found) < 8:
            raise Failed(f"hardly any traffic: {len(found)} frames")
    about = must("tshark", "-r", files_of(lab, "c3")[0], "-c", "1", "-T", "fields", "-e", "frame.interface_description")
    expect(about.strip(), f"the network namespace of process {server.process.pid} python3 (net:[{inode}])", "interface description")
    expect(sleeper.process.poll(), None, "the process is left alone")


@case
def files_are_private_and_links_are_not_followed(lab):
    program = captured(lab, "--netns", lab.near, "--on", "eth0", "--filter", "udp")
    lab.send(datagrams(3))
    time.sleep(0.3)
    expect(program.end(), 0, "exit status")
    expect(stat.S_IMODE((lab.folder / "captures").stat().st_mode), 0o700, "mode of the folder")
    expect(stat.S_IMODE(files_of(lab)[0].stat().st_mode), 0o600, "mode of the file")
    expect(numbers_in(files_of(lab)[0]), [0, 1, 2], "packets")
    (lab.folder / "elsewhere").mkdir()
    (lab.folder / "link").symlink_to("elsewhere")
    done = run(lab.wiretale, "capture", "--netns", lab.near, "--to", lab.folder / "link")
    expect(done.returncode, 3, "exit status with a link for a folder")
    expect(list((lab.folder / "elsewhere").iterdir()), [], "what lies behind the link")


@case
def accounting_closes(lab):
    program = captured(lab, "--netns", lab.near, "--on", "eth0", "--filter", "udp and dst port 9", "--json")
    lab.send(datagrams(3000))
    time.sleep(0.3)
    expect(program.end(), 0, "exit status")
    told = json.loads(program.out)
    expect(told["schema"], "wiretale/capture/1", "schema")
    expect(told["received"], 3000, "received")
    expect(told["written"] + told["turned_away"] + told["dropped"], told["received"], "sum of the parts")
    expect(len(numbers_in(told["files"][0] if told["files"][0].startswith("/") else lab.folder / told["files"][0])), told["written"], "packets in the file")
    expect(told["ended_by"], "interrupted", "what ended it")


@case
def limits_end_it(lab):
    began = time.monotonic()
    program = captured(lab, "--netns", lab.near, "--duration", "1s", "--json", "--to", "d")
    expect(program.end(0, seconds=5), 0, "exit status")
    expect(json.loads(program.out)["ended_by"], "duration", "what ended it")
    program = captured(lab, "--netns", lab.near, "--on", "eth0", "--filter", "udp", "--packets", "5", "--json", "--to", "p")
    lab.send(datagrams(20))
    expect(program.end(0), 0, "exit status")
    expect((json.loads(program.out)["ended_by"], numbers_in(files_of(lab, "p")[0])), ("packets", list(range(5))), "packets")


@case
def a_command_is_its_life(lab):
    program = captured(lab, "--netns", lab.near, "--on", "eth0", "--filter", "icmp", "--json", "--", "ip", "netns", "exec", lab.far,
                       "ping", "-q", "-c", "3", "-i", "0.05", "10.77.0.1")
    expect(program.end(0), 0, "exit status")
    told = json.loads(program.out[program.out.index('{"schema'):])
    expect((told["ended_by"], told["written"]), ("command", 6), "why it ended, and packets")
    program = captured(lab, "--netns", lab.near, "--to", "f", "--", "false")
    expect(program.end(0), 1, "the command's exit status")


@case
def rings_and_the_disk_guard(lab):
    program = captured(lab, "--netns", lab.near, "--on", "eth0", "--filter", "udp", "--files", "3", "--file-size", "20k")
    lab.send(datagrams(300, size=500), pause=0.0005)
    time.sleep(0.5)
    expect(program.end(), 0, "exit status")
    numbers = [number for file in files_of(lab) for number in numbers_in(file)]
    expect((len(files_of(lab)), numbers), (3, list(range(300 - len(numbers), 300))), "the newest packets in three files")

    disk = lab.small_disk(4)
    for when, status in (("recycle", 0), ("stop", 3)):
        program = captured(lab, "--netns", lab.near, "--on", "eth0", "--filter", "udp", "--file-size", "300k", "--files", "100",
                           "--keep-free", "2M", "--when-full", when, "--to", disk / when)
        lab.send(datagrams(3000, size=1000), pause=0.0003)
        time.sleep(1)
        expect(program.end(signal.SIGINT if when == "recycle" else 0, seconds=4), status, f"exit status with {when}: {program.err}")
        for file in files_of(lab, disk / when):
            expect(run("tshark", "-r", file).returncode, 0, f"tshark reads {file.name}")
            file.unlink()
        if when == "stop" and "less than --keep-free" not in program.err:
            raise Failed(program.err)


@case
def nothing_captured_is_explained(lab):
    program = captured(lab, "--netns", lab.near, "--filter", "tcp port 4711")
    lab.send(datagrams(5))
    time.sleep(0.3)
    expect(program.end(), 0, "exit status")
    for words in ("Nothing was captured in network namespace", "eth0:", "packets passed meanwhile", "none of them matched the filter"):
        if words not in program.err:
            raise Failed(f"{words!r} is missing: {program.err}")


@case
def an_interface_that_comes_back_is_captured_again(lab):
    program = captured(lab, "--netns", lab.near, "--on", "eth0", "--filter", "udp")
    lab.send(datagrams(2))
    time.sleep(0.3)
    must("ip", "-n", lab.near, "link", "delete", "eth0")
    program.wait_for("eth0 vanished")
    lab.join()
    program.wait_for("eth0 is back")
    lab.send(datagrams(3))
    time.sleep(0.3)
    expect(program.end(), 0, "exit status")
    expect(numbers_in(files_of(lab)[0]), [0, 1, 0, 1, 2], "packets before and after")


@case
def a_renamed_interface_goes_on(lab):
    program = captured(lab, "--netns", lab.near, "--on", "eth0", "--filter", "udp")
    must("ip", "-n", lab.near, "link", "set", "eth0", "down")
    must("ip", "-n", lab.near, "link", "set", "eth0", "name", "wan0", "up")
    time.sleep(0.3)
    lab.send(datagrams(2))
    time.sleep(0.3)
    expect(program.end(), 0, "exit status")
    expect(numbers_in(files_of(lab)[0]), [0, 1], "packets")


@case
def rights_are_given_up(lab):
    program = captured(lab, "--netns", lab.near, "--filter", "udp")
    status = open(f"/proc/{program.process.pid}/status").read()
    rights = int(re.search(r"CapEff:\s*(\w+)", status)[1], 16)
    expect(rights & ~2, 0, "capabilities beside CAP_DAC_OVERRIDE")
    expect(re.search(r"NoNewPrivs:\s*(\d)", status)[1], "1", "no_new_privs")
    lab.send(datagrams(4))
    time.sleep(0.3)
    expect(program.end(), 0, "exit status")
    expect(numbers_in(files_of(lab)[0]), list(range(4)), "packets")


@case
def places_that_do_not_exist_are_told(lab):
    for words, status, text in ((["--netns", "nowhere"], 5, "ip netns list"), (["--pid", "999999"], 5, "cannot open"),
                                (["--process", "no-such-thing"], 5, "no process is called no-such-thing"), (["--on", "eth7"], 5, "No such device"),
                                (["--filter", "tcp portx"], 2, "no capture filter"), (["--when-full", "x"], 2, "stop or recycle")):
        done = run(lab.wiretale, "capture", *words, cwd=lab.folder)
        if done.returncode != status or text not in done.stderr:
            raise Failed(f"{words}: {done.returncode} {done.stderr}")


@case
def torn_files_are_made_whole(lab):
    program = lab.wire("dump", "-i", "eth0", "-w", "whole.pcap", "udp").wait_for("listening on")
    lab.send(datagrams(50))
    time.sleep(0.3)
    program.end()
    whole = (lab.folder / "whole.pcap").read_bytes()
    for cut in (len(whole) - 1, len(whole) - 30, 24 + 76 * 7 + 5):
        (lab.folder / "torn.pcap").write_bytes(whole[:cut])
        done = run(lab.wiretale, "repair", lab.folder / "torn.pcap", "-o", lab.folder / f"ok{cut}.pcap")
        expect(done.returncode, 0, f"exit status: {done.stderr}")
        count = (cut - 24) // 76
        expect((lab.folder / f"ok{cut}.pcap").read_bytes(), whole[:24 + 76 * count], f"what is whole of {cut} bytes")
        if "found: " not in done.stderr or f"{count} packets are in" not in done.stderr:
            raise Failed(done.stderr)
    expect(run(lab.wiretale, "repair", lab.folder / "torn.pcap", "-o", lab.folder / "whole.pcap").returncode, 3, "an existing file stays")


@case
def the_doctor_names_what_is_missing(lab):
    whole = json.loads(run(lab.wiretale, "doctor", "--json", cwd=lab.folder).stdout)
    expect(whole["schema"], "wiretale/doctor/1", "schema")
    expect([check["name"] for check in whole["checks"] if not check["fine"] and check["name"] not in ("disk", "processes")], [], "missing for root")
    done = run("setpriv", "--reuid=nobody", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all", lab.wiretale, "doctor", "/tmp")
    expect(done.returncode, 1, "exit status without rights")
    for words in ("NO  CAP_NET_RAW", "fix:  sudo setcap cap_net_raw", "NO  packet ring"):
        if words not in done.stdout:
            raise Failed(f"{words!r} is missing: {done.stdout}")


@case
def watch_tells_what_arises_and_resolves(lab):
    program = lab.wire("watch", "--on", "eth0", "--window", "4", "--ndjson").wait_for("watching eth0")
    run("ip", "netns", "exec", lab.far, "curl", "-s", "--max-time", "2", "http://10.77.0.1:4711/")
    end = time.monotonic() + 12
    while "resolves" not in program.out and time.monotonic() < end:
        time.sleep(0.1)
    expect(program.end(), 0, "exit status")
    events = [(each["event"], each["kind"]) for each in map(json.loads, program.out.splitlines())]
    for event in ("arises", "resolves"):
        if (event, "syn-refused") not in events:
            raise Failed(f"no {event} of syn-refused: {events}")


@case
def watch_is_silent_about_healthy_traffic(lab):
    server = lab.start("python3", "-m", "http.server", "--bind", "10.77.0.1", "8000", namespace=lab.near)
    end = time.monotonic() + 10
    while run("ip", "netns", "exec", lab.far, "curl", "-s", "-o", "/dev/null", "http://10.77.0.1:8000/").returncode and time.monotonic() < end:
        time.sleep(0.1)
    program = lab.wire("watch", "--on", "eth0", "--duration", "4", "--ndjson").wait_for("watching eth0")
    for _ in range(10):
        must("ip", "netns", "exec", lab.far, "curl", "-s", "-o", "/dev/null", "http://10.77.0.1:8000/")
        time.sleep(0.2)
    expect(program.end(0), 0, "exit status")
    expect(program.out, "", "findings")
    expect(server.process.poll(), None, "the server runs")
