# Frames made by hand, for what no program sends: forged resets, ARP of a second host, SYNs of many sources.
import socket
import struct

FIN, SYN, RST, PSH, ACK = 1, 2, 4, 8, 16
BROADCAST = b"\xff" * 6


def checksum(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff


def pack_address(address):
    return socket.inet_pton(socket.AF_INET6 if ":" in address else socket.AF_INET, address)


def ip(source, destination, protocol, payload, ttl=64, identification=0):
    """An IPv4 or IPv6 packet, by the form of the addresses."""
    src, dst = pack_address(source), pack_address(destination)
    if ":" in source:
        return struct.pack("!IHBB", 6 << 28, len(payload), protocol, ttl) + src + dst + payload
    head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(payload), identification, 0x4000 if not identification else 0, ttl, protocol, 0)
    return head[:10] + struct.pack("!H", checksum(head + src + dst)) + src + dst + payload


def with_checksum(source, destination, protocol, payload, place):
    pseudo = pack_address(source) + pack_address(destination)
    pseudo += struct.pack("!II", len(payload), protocol) if ":" in source else struct.pack("!BBH", 0, protocol, len(payload))
    return payload[:place] + struct.pack("!H", checksum(pseudo + payload)) + payload[place + 2:]


def tcp(source, destination, source_port, destination_port, flags, sequence, acknowledgment=0, ttl=64, identification=0, window=64240,
        payload=b""):
    segment = struct.pack("!HHIIBBHHH", source_port, destination_port, sequence & 0xffffffff, acknowledgment & 0xffffffff, 0x50, flags,
                          window, 0, 0) + payload
    return ip(source, destination, 6, with_checksum(source, destination, 6, segment, 16), ttl, identification)


def udp(source, destination, source_port, destination_port, payload, ttl=64):
    datagram = struct.pack("!HHHH", source_port, destination_port, 8 + len(payload), 0) + payload
    return ip(source, destination, 17, with_checksum(source, destination, 17, datagram, 6), ttl)


def ethernet(destination, source, packet):
    kind = 0x86dd if packet[0] >> 4 == 6 else 0x0800
    return destination + source + struct.pack("!H", kind) + packet


def arp(operation, hardware, address, target_hardware, target, to=BROADCAST):
    return (to + hardware + struct.pack("!HHHBBH", 0x0806, 1, 0x0800, 6, 4, operation) + hardware + pack_address(address)
            + target_hardware + pack_address(target))


class Segment:
    """A TCP segment read from a frame without VLAN tag; None where there is none: Segment.read(frame)."""

    def __init__(self, source, destination, body, payload):
        self.source, self.destination = source, destination
        (self.source_port, self.destination_port, self.sequence, self.acknowledgment, offset, self.flags) = struct.unpack("!HHIIBB", body[:14])
        self.payload = body[(offset >> 4) * 4:payload]
        self.end = self.sequence + len(self.payload) + (1 if self.flags & (SYN | FIN) else 0)

    @staticmethod
    def read(frame):
        packet = frame[14:]
        if len(packet) > 40 and frame[12:14] == b"\x08\x00" and packet[9] == 6:
            length = (packet[0] & 15) * 4
            names = [socket.inet_ntop(socket.AF_INET, packet[at:at + 4]) for at in (12, 16)]
            return Segment(*names, packet[length:], struct.unpack("!H", packet[2:4])[0] - length)
        if len(packet) > 60 and frame[12:14] == b"\x86\xdd" and packet[6] == 6:
            names = [socket.inet_ntop(socket.AF_INET6, packet[at:at + 16]) for at in (8, 24)]
            return Segment(*names, packet[40:], struct.unpack("!H", packet[4:6])[0])
        return None
