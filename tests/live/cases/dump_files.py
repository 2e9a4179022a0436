# What wiretale dump -i writes: rotation by the clock and by size, rings of files, full disks, killed programs.
import random
import re
import signal
import subprocess
import time

from lab import Failed, case, datagram, datagrams, expect, must, numbers_in, run

LISTENING = "listening on"


def packets_in(lab, path):
    done = run(lab.wiretale, "dump", "-n", "-r", path)
    expect(done.returncode, 0, f"reading {path.name}: {done.stderr}")
    return done.stdout.count("\n")


@case
def quiet_links_end_by_the_clock(lab):
    began = time.monotonic()
    program = lab.wire("dump", "-i", "eth0", "-G", "1", "-W", "1", "-w", "quiet.pcap", "tcp").wait_for(LISTENING)
    expect(program.end(0, seconds=6), 0, "exit status")
    if "Maximum file limit reached: 1" not in program.err:
        raise Failed(program.err)
    expect((lab.folder / "quiet.pcap").stat().st_size, 24, "bytes of an empty capture")
    expect(packets_in(lab, lab.folder / "quiet.pcap"), 0, "packets")
    if time.monotonic() - began > 4:
        raise Failed("took longer than the interval and a second")


@case
def rotation_by_time_and_size_loses_nothing(lab):
    program = lab.wire("dump", "-i", "eth0", "-G", "1", "-w", "t-%s.pcap", "-z", "true", "udp").wait_for(LISTENING)
    lab.send(datagrams(300), pause=0.008)
    time.sleep(0.2)
    expect(program.end(), 0, "exit status")
    files = sorted(lab.folder.glob("t-*.pcap"))
    if len(files) < 3:
        raise Failed(f"only {len(files)} files")
    numbers = [number for file in files for number in numbers_in(file)]
    expect(numbers, list(range(300)), "numbers in the files by time")

    program = lab.wire("dump", "-i", "eth0", "-C", "2k", "-w", "s.pcap", "udp").wait_for(LISTENING)
    lab.send(datagrams(300, size=100))
    time.sleep(0.2)
    expect(program.end(), 0, "exit status")
    files = sorted(lab.folder.glob("s.pcap*"), key=lambda path: int(path.name[6:] or 0))
    numbers = [number for file in files for number in numbers_in(file)]
    expect(numbers, list(range(300)), "numbers in the files by size")


@case
def a_ring_keeps_the_newest(lab):
    program = lab.wire("dump", "-i", "eth0", "-C", "1k", "-w", "ring.pcap", "--keep-files", "3", "udp").wait_for(LISTENING)
    lab.send(datagrams(100, size=200))
    time.sleep(0.3)
    expect(program.end(), 0, "exit status")
    files = sorted(lab.folder.glob("ring.pcap*"), key=lambda path: int(path.name[9:] or 0))
    expect(len(files), 3, "files")
    numbers = [number for file in files for number in numbers_in(file)]
    expect(numbers, list(range(100 - len(numbers), 100)), "the last numbers")


@case
def a_date_that_repeats_overwrites_nothing(lab):
    program = lab.wire("dump", "-i", "eth0", "-G", "1", "-w", "h-%Y.pcap", "udp").wait_for(LISTENING)
    lab.send(datagrams(25), pause=0.1)
    time.sleep(0.2)
    expect(program.end(), 0, "exit status")
    numbers = sorted(number for file in lab.folder.glob("h-*.pcap*") for number in numbers_in(file))
    expect(numbers, list(range(25)), "numbers in all files")


@case
def hundreds_of_rotations_with_a_command(lab):
    program = lab.wire("dump", "-i", "eth0", "-C", "1k", "-w", "z.pcap", "-z", "gzip", "udp").wait_for(LISTENING)
    lab.send(datagrams(2000, size=200), pause=0.0005)
    time.sleep(0.3)
    expect(program.end(), 0, "exit status")
    time.sleep(0.5)
    packed = list(lab.folder.glob("z.pcap*.gz"))
    if len(packed) < 200:
        raise Failed(f"only {len(packed)} files were packed")
    if run("pgrep", "-P", str(program.process.pid)).stdout:
        raise Failed("children are left")


@case
def a_full_disk_is_told_and_leaves_whole_records(lab):
    disk = lab.small_disk()
    program = lab.wire("dump", "-i", "eth0", "-w", disk / "full.pcap", "udp").wait_for(LISTENING)
    lab.send(datagrams(3000, size=1000))
    filled = time.monotonic()
    expect(program.end(0, seconds=5), 1, "exit status")
    if time.monotonic() - filled > 1.5:
        raise Failed(f"the message came after {time.monotonic() - filled:.1f} s")
    if "full.pcap: No space left on device" not in program.err:
        raise Failed(program.err)
    numbers = numbers_in(disk / "full.pcap")
    expect(numbers, list(range(len(numbers))), "numbers in the file")
    expect(packets_in(lab, disk / "full.pcap"), len(numbers), "whole records")
    if len(numbers) < 1900:
        raise Failed(f"only {len(numbers)} of about 2000 packets are in the file")


@case
def a_ring_of_files_outlives_a_full_disk(lab):
    disk = lab.small_disk()
    program = lab.wire("dump", "-i", "eth0", "-C", "500k", "-w", disk / "r.pcap", "--keep-files", "50", "udp").wait_for(LISTENING)
    lab.send(datagrams(4000, size=1000), pause=0.0001)
    time.sleep(0.8)
    expect(program.end(), 0, f"exit status ({program.err})")
    files = sorted(disk.glob("r.pcap*"), key=lambda path: int(path.name[6:] or 0))
    numbers = [number for file in files for number in numbers_in(file)]
    expect(numbers[-1], 3999, "the last packet")
    expect(numbers, list(range(4000 - len(numbers), 4000)), "the newest packets without a gap")


@case
def killed_programs_leave_what_was_flushed(lab):
    chance = random.Random(7)
    for attempt in range(10):
        path = lab.folder / f"killed{attempt}.pcap"
        program = lab.wire("dump", "-i", "eth0", "-w", path, "udp").wait_for(LISTENING)
        lab.send(datagrams(200))
        time.sleep(1.0)
        sent_late = chance.randrange(1, 200)
        lab.send(datagrams(sent_late))
        time.sleep(chance.random() * 0.3)
        program.end(signal.SIGKILL)
        done = run("tshark", "-r", path, "-T", "fields", "-e", "data.data", "udp")
        numbers = [int(line[:8], 16) for line in done.stdout.split()]
        expect(numbers[:200], list(range(200)), f"packets older than a second, attempt {attempt}")


@case
def a_pipe_gets_the_packets_at_once(lab):
    program = lab.start("bash", "-c", f"'{lab.wiretale}' dump -i eth0 -w - udp | '{lab.wiretale}' dump -n -l -r -").wait_for(LISTENING)
    lab.send(datagrams(3))
    end = time.monotonic() + 5
    while program.out.count("UDP") < 3 and time.monotonic() < end:
        time.sleep(0.05)
    expect(program.out.count("UDP"), 3, "lines before the capture ended")
