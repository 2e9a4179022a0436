#!/usr/bin/env python3
"""A wire between two interfaces that delays, loses, repeats, reorders and limits frames; netem is not in every kernel.

    wire.py LEFT RIGHT SEED        reads one JSON object per line on standard input; each replaces the settings

The object has a member "right" for frames that go from LEFT to RIGHT, and "left" for the other way:
    delay, jitter    seconds; frames keep their order
    loss, duplicate, reorder   a share, 0 to 1; a reordered frame waits "late" seconds (default 0.004) longer than others
    rate, queue      bytes per second, and bytes that may wait; what does not fit is dropped
    longest          frames of more bytes (without the Ethernet header) vanish
    least            frames of fewer bytes are spared by loss, duplicate and reorder
    cut              true: nothing passes
It prints "ready" once it carries frames.
"""
import heapq
import itertools
import json
import random
import selectors
import socket
import sys
import time

PACKET_IGNORE_OUTGOING = 23
SOL_PACKET = 263
PACKET_ADD_MEMBERSHIP, PACKET_MR_PROMISC = 1, 1
ETHERNET = 14


class Direction:
    """Decides when a frame leaves, if ever."""

    def __init__(self, out, chance):
        self.out, self.chance, self.settings = out, chance, {}
        self.free_at = self.last_departure = 0.0

    def departures(self, frame, now):
        settings, chance = self.settings, self.chance
        size = len(frame) - ETHERNET
        if settings.get("cut") or size > settings.get("longest", 1 << 20):
            return
        affected = size >= settings.get("least", 0)
        if affected and chance.random() < settings.get("loss", 0):
            return
        leaves = now
        if "rate" in settings:
            if max(self.free_at - now, 0) * settings["rate"] > settings.get("queue", 30000):
                return
            self.free_at = max(self.free_at, now) + len(frame) / settings["rate"]
            leaves = self.free_at
        leaves += settings.get("delay", 0) + chance.random() * settings.get("jitter", 0)
        if affected and chance.random() < settings.get("reorder", 0):
            yield leaves + settings.get("late", 0.004)
        else:
            self.last_departure = leaves = max(leaves, self.last_departure)
            yield leaves
        if affected and chance.random() < settings.get("duplicate", 0):
            yield leaves + 0.0005


def open_port(interface):
    port = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    port.setsockopt(SOL_PACKET, PACKET_IGNORE_OUTGOING, 1)
    port.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
    port.bind((interface, 3))
    index = socket.if_nametoindex(interface).to_bytes(4, sys.byteorder)
    port.setsockopt(SOL_PACKET, PACKET_ADD_MEMBERSHIP, index + PACKET_MR_PROMISC.to_bytes(2, sys.byteorder) + bytes(10))
    port.setblocking(False)
    return port


def carry(left, right, chance):
    directions = {left: Direction(right, chance), right: Direction(left, chance)}
    waiting, order = [], itertools.count()
    ready = selectors.DefaultSelector()
    for source in (left, right, sys.stdin.buffer):
        ready.register(source, selectors.EVENT_READ)
    print("ready", flush=True)
    while True:
        now = time.monotonic()
        while waiting and waiting[0][0] <= now:
            _, _, out, frame = heapq.heappop(waiting)
            try:
                out.send(frame)
            except OSError:
                pass  # the interface is down, or its queue is full: lost, as on a wire
        pause = max(waiting[0][0] - now, 0) if waiting else None
        for key, _ in ready.select(pause):
            if key.fileobj is sys.stdin.buffer:
                line = sys.stdin.buffer.readline()
                if not line:
                    ready.unregister(sys.stdin.buffer)
                    continue
                settings = json.loads(line)
                directions[left].settings, directions[right].settings = settings.get("right", {}), settings.get("left", {})
                continue
            direction = directions[key.fileobj]
            for _ in range(64):
                try:
                    frame = key.fileobj.recv(70000)
                except (BlockingIOError, OSError):
                    break
                now = time.monotonic()
                for leaves in direction.departures(frame, now):
                    heapq.heappush(waiting, (leaves, next(order), direction.out, frame))


def main():
    left, right, seed = sys.argv[1:]
    carry(open_port(left), open_port(right), random.Random(int(seed)))


if __name__ == "__main__":
    main()
