# wiretale dump -i beside tcpdump -i: lines, banner, statistics, signals, filters.
import re
import signal
import subprocess
import time

from lab import Failed, case, datagram, datagrams, expect, must, run, without_clock

LISTENING = "listening on"


def both(lab, *options, traffic, signal_number=signal.SIGINT, immediate=True):
    """Runs wiretale and tcpdump on the same traffic; returns both programs, ended, and their exit statuses."""
    more = ["--immediate-mode"] if immediate else []  # without it tcpdump loses what its ring still holds
    ours = lab.wire("dump", "-n", *options, *more)
    theirs = lab.start("tcpdump", "-n", *options, *more)
    for program in (ours, theirs):
        program.wait_for(LISTENING)
    time.sleep(0.1)
    traffic()
    time.sleep(0.4)
    return ours, theirs, ours.end(signal_number), theirs.end(signal_number)


def same_lines(lab, *options, traffic, least=1):
    ours, theirs, our_status, their_status = both(lab, *options, traffic=traffic)
    expect(without_clock(ours.out), without_clock(theirs.out), f"lines of {' '.join(options)}")
    expect(our_status, their_status, "exit status")
    expect(ours.err.replace("wiretale dump:", "tcpdump:"), theirs.err, "messages")
    if ours.out.count("\n") < least:
        raise Failed(f"hardly any traffic: {ours.out!r}")


def ping(lab, count=3):
    return lambda: must("ip", "netns", "exec", lab.far, "ping", "-q", "-c", str(count), "-i", "0.02", "10.77.0.1")


@case
def lines_are_tcpdumps(lab):
    same_lines(lab, "-i", "eth0", "-e", traffic=ping(lab), least=6)


@case
def lines_on_any_are_tcpdumps(lab):
    same_lines(lab, "-i", "any", "-e", traffic=ping(lab), least=6)


@case
def lines_in_the_first_cooked_form_are_tcpdumps(lab):
    same_lines(lab, "-i", "any", "-y", "LINUX_SLL", "-e", traffic=ping(lab), least=6)


@case
def loopback_shows_each_packet_once(lab):
    def traffic():
        must("ip", "netns", "exec", lab.near, "ping", "-q", "-c", "2", "-i", "0.02", "127.0.0.1")
    same_lines(lab, "-i", "lo", traffic=traffic, least=4)


@case
def directions_are_tcpdumps(lab):
    for direction in ("in", "out"):
        same_lines(lab, "-i", "eth0", "-Q", direction, traffic=ping(lab), least=3)


@case
def filters_run_in_the_kernel(lab):
    def traffic():
        lab.send(datagrams(20) + datagrams(5, port=53) + datagrams(3, tags=bytes.fromhex("81000005")), pause=0.003)
    same_lines(lab, "-i", "eth0", "udp port 53", traffic=traffic, least=5)
    same_lines(lab, "-i", "any", "udp port 53", traffic=traffic, least=5)
    same_lines(lab, "-i", "eth0", "-e", "vlan 5", traffic=traffic, least=3)
    # Parts of the cooked header that the kernel knows, and one that it does not: then we filter.
    same_lines(lab, "-i", "any", "link[10] = 0 and udp port 53", traffic=traffic, least=5)
    same_lines(lab, "-i", "any", "link[11] = 6 and udp port 53", traffic=traffic, least=5)


@case
def vlan_tags_are_restored(lab):
    frames = datagrams(3, tags=bytes.fromhex("81006007")) + datagrams(3, tags=bytes.fromhex("88a8000981000007"))
    same_lines(lab, "-i", "eth0", "-e", traffic=lambda: lab.send(frames), least=6)
    same_lines(lab, "-i", "any", "-e", "-y", "LINUX_SLL", traffic=lambda: lab.send(frames), least=6)


@case
def snapshot_length_is_tcpdumps(lab):
    same_lines(lab, "-i", "eth0", "-s", "50", "-x", "udp", traffic=lambda: lab.send(datagrams(3, size=200)), least=3)
    same_lines(lab, "-i", "any", "-s", "50", "-x", "udp", traffic=lambda: lab.send(datagrams(3, size=200)), least=3)


@case
def count_ends_it(lab):
    ours = lab.wire("dump", "-n", "-i", "eth0", "-c", "2").wait_for(LISTENING)
    lab.send(datagrams(5))
    expect(ours.end(0), 0, "exit status")
    expect(ours.out.count("\n"), 2, "lines")
    if "\n2 packets captured\n" not in ours.err:
        raise Failed(ours.err)


@case
def signals_are_tcpdumps(lab):
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        ours, theirs, our_status, their_status = both(lab, "-i", "eth0", traffic=lambda: lab.send(datagrams(2)), signal_number=number)
        expect(our_status, their_status, f"exit status after {number!r}")
        expect(without_clock(ours.out), without_clock(theirs.out), f"lines after {number!r}")


@case
def statistics_on_request(lab):
    ours, theirs = (program.wait_for(LISTENING) for program in (
        lab.wire("dump", "-n", "-i", "eth0", "--immediate-mode"), lab.start("tcpdump", "-n", "-i", "eth0", "--immediate-mode")))
    time.sleep(0.1)
    lab.send(datagrams(3))
    time.sleep(0.4)
    for program in (ours, theirs):
        program.tell(signal.SIGUSR1).wait_for("dropped by kernel")
        expect(program.end(), 0, "exit status")
    expect(ours.err.replace("wiretale dump:", "tcpdump:"), theirs.err, "messages")


@case
def a_reader_that_goes_away_ends_it(lab):
    program = lab.start("bash", "-c", f"'{lab.wiretale}' dump -n -l -i eth0 | head -1; echo ${{PIPESTATUS[0]}}").wait_for(LISTENING)
    lab.send(datagrams(200), pause=0.002)
    expect(program.end(0), 0, "exit status")
    expect(program.out.splitlines()[-1], "0", "exit status of wiretale")
    if "packets captured" not in program.err:
        raise Failed(f"no statistics: {program.err!r}")


@case
def errors_name_the_fix(lab):
    done = run("nsenter", f"--net=/run/netns/{lab.near}", lab.wiretale, "dump", "-i", "eth7")
    expect(done.returncode, 1, "exit status")
    expect(done.stderr, "wiretale dump: eth7: No such device exists\n  the interfaces here are eth0, lo, and any for all of them\n", "message")
    done = run("nsenter", f"--net=/run/netns/{lab.near}", "setpriv", "--reuid=nobody", "--clear-groups", "--inh-caps=-all",
               "--bounding-set=-all", lab.wiretale, "dump", "-i", "eth0")
    expect(done.returncode, 1, "exit status")
    if "CAP_NET_RAW is missing" not in done.stderr or "sudo setcap cap_net_raw" not in done.stderr:
        raise Failed(done.stderr)


@case
def lists_are_tcpdumps(lab):
    for options in (["-D"], ["-L", "-i", "eth0"], ["-L", "-i", "any"], ["-J", "-i", "eth0"], ["-d", "-i", "eth0", "vlan"], ["-i", "eth0", "-d", "inbound"]):
        ours = run("nsenter", f"--net=/run/netns/{lab.near}", lab.wiretale, "dump", *options)
        theirs = run("nsenter", f"--net=/run/netns/{lab.near}", "tcpdump", *options)
        expect((ours.returncode, ours.stdout, ours.stderr), (theirs.returncode, theirs.stdout, theirs.stderr), " ".join(options))


@case
def a_burst_on_any_is_whole(lab):
    # tcpdump in immediate mode loses a quarter to two thirds of such a burst.
    for more in ([], ["--immediate-mode"]):
        program = lab.wire("dump", "-n", "-i", "any", "-w", "burst.pcap", *more).wait_for(LISTENING)
        lab.send(datagrams(470))
        time.sleep(0.1)
        expect(program.end(), 0, "exit status")
        count = int(re.search(r"(\d+) packets captured", program.err)[1])
        lines = must(lab.wiretale, "dump", "-n", "-r", lab.folder / "burst.pcap", "udp and dst port 9").count("\n")
        expect(lines, 470, f"packets in the file ({count} captured)")


@case
def what_is_in_the_ring_is_not_lost(lab):
    # Blocks are handed over after 60 ms; a signal before that must not cost the packets.
    program = lab.wire("dump", "-n", "-i", "eth0", "udp").wait_for(LISTENING)
    lab.send(datagrams(3))
    expect(program.end(), 0, "exit status")
    expect(program.out.count("\n"), 4, "lines and the empty one")


@case
def several_interfaces_at_once(lab):
    must("ip", "-n", lab.near, "link", "add", "second", "type", "veth", "peer", "name", "third")
    for name in ("second", "third"):
        must("ip", "-n", lab.near, "link", "set", name, "up")
    program = lab.wire("dump", "-n", "-i", "eth0", "-i", "second", "udp and dst port 9").wait_for(LISTENING)
    lab.send(datagrams(4))
    lab.send(datagrams(5), namespace=lab.near, interface="third")
    time.sleep(0.3)
    expect(program.end(), 0, "exit status")
    expect(program.out.count("UDP"), 9, "lines")


@case
def an_interface_may_go_down_and_up(lab):
    program = lab.wire("dump", "-n", "-i", "eth0", "udp").wait_for(LISTENING)
    must("ip", "-n", lab.near, "link", "set", "eth0", "down")
    program.wait_for("eth0 went down")
    must("ip", "-n", lab.near, "link", "set", "eth0", "up")
    time.sleep(0.2)
    lab.send(datagrams(2))
    time.sleep(0.2)
    expect(program.end(), 0, "exit status")
    expect(program.out.count("UDP"), 2, "lines")


@case
def an_interface_that_vanishes_is_an_error(lab):
    program = lab.wire("dump", "-n", "-i", "eth0", "-w", "gone.pcap", "udp").wait_for(LISTENING)
    lab.send(datagrams(2))
    time.sleep(0.2)
    must("ip", "-n", lab.near, "link", "delete", "eth0")
    expect(program.end(0, seconds=3), 1, "exit status")
    if "eth0: The interface disappeared" not in program.err:
        raise Failed(program.err)
    expect(must(lab.wiretale, "dump", "-n", "-r", lab.folder / "gone.pcap").count("\n"), 2, "packets in the file")


@case
def devices_of_libpcap_work(lab):
    for device in ("nflog", "bluetooth-monitor"):
        done = run("nsenter", f"--net=/run/netns/{lab.near}", "timeout", "0.5", "tcpdump", "-i", device)
        if "listening on" not in done.stderr:
            continue
        program = lab.wire("dump", "-i", device).wait_for(LISTENING)
        expect(program.end(), 0, f"exit status on {device}")
        banner = [line for line in program.err.splitlines() if LISTENING in line]
        expect(banner, [line for line in done.stderr.splitlines() if LISTENING in line], f"banner of {device}")
