# wiretale read -i, beside tshark and dumpcap.
import time

from lab import Failed, case, datagram, datagrams, expect, must, numbers_in, run


def traffic(lab):
    lab.send(datagrams(8) + datagrams(2, port=53))


@case
def columns_are_tsharks(lab):
    ours = lab.wire("read", "-i", "eth0", "-n", "-f", "udp", "-t", "d").wait_for("Capturing on 'eth0'")
    theirs = lab.start("tshark", "-i", "eth0", "-n", "-f", "udp", "-t", "d").wait_for("Capture started")
    time.sleep(0.5)
    lab.send([datagram(number) for number in range(4)])
    time.sleep(1.5)
    expect([program.end() for program in (ours, theirs)], [0, 0], "exit statuses")
    # Times differ by what each program's own stamp says; the rest is the same.
    columns = [[line.split(None, 2)[2] for line in program.out.splitlines()] for program in (ours, theirs)]
    expect(columns[0], columns[1], "columns")
    if "\n4 packets captured\n" not in ours.err:
        raise Failed(ours.err)


@case
def several_interfaces_become_blocks_of_pcapng(lab):
    program = lab.wire("read", "-i", "eth0", "-f", "udp port 53", "-i", "lo", "-s", "60", "-f", "udp port 7",
                       "-w", "two.pcapng", "--capture-comment", "why it was made").wait_for("Capturing on 'eth0' and 'lo'")
    traffic(lab)
    lab.send([datagram(number, size=100, port=7) for number in range(3)], namespace=lab.near, interface="lo")
    time.sleep(0.3)
    expect(program.end(), 0, "exit status")
    path = lab.folder / "two.pcapng"
    fields = must("tshark", "-r", path, "-T", "fields", "-e", "frame.interface_name", "-e", "frame.cap_len").splitlines()
    expect(sorted(fields), ["eth0\t60"] * 2 + ["lo\t60"] * 3, "interfaces and captured lengths")
    about = must("capinfos", path) if run("which", "capinfos").returncode == 0 else ""
    if about and ("why it was made" not in about or about.count("Interface #") != 2):
        raise Failed(about)


@case
def autostop_and_ring_follow_the_clock(lab):
    began = time.monotonic()
    program = lab.wire("read", "-i", "eth0", "-q", "-f", "tcp", "-a", "duration:3", "-b", "duration:1", "-b", "files:2",
                       "-w", "ring.pcapng").wait_for("Capturing")
    expect(program.end(0, seconds=8), 0, "exit status")
    if not 2.9 < time.monotonic() - began < 6:
        raise Failed(f"ended after {time.monotonic() - began:.1f} s")
    files = list(lab.folder.glob("ring_*.pcapng"))
    expect(len(files), 2, "files that are left")
    for file in files:
        expect(run("tshark", "-r", file).returncode, 0, "tshark reads it")


@case
def counts_stop_it_and_filters_show(lab):
    program = lab.wire("read", "-i", "eth0", "-c", "10", "-f", "udp", "-Y", "udp.dstport == 53", "-T", "fields", "-e", "udp.dstport").wait_for("Capturing")
    traffic(lab)
    traffic(lab)
    expect(program.end(0), 0, "exit status")
    expect(program.out.split(), ["53", "53"], "shown fields")


@case
def statistics_count_live_packets(lab):
    program = lab.wire("read", "-i", "eth0", "-q", "-z", "io,phs", "-f", "udp").wait_for("Capturing")
    traffic(lab)
    time.sleep(0.3)
    expect(program.end(), 0, "exit status")
    if "frames:10" not in program.out:
        raise Failed(program.out)
