#!/usr/bin/env python3
"""An agent with a TCP/IP stack of its own: it answers ARP requests for its address and ICMP echo
requests to it, and nothing else.

It opens the TAP device of its host by name and is the only one to speak for the address there. One
thread serves the requests on standard input and the device.
"""
import fcntl
import json
import os
import select
import struct
import sys

TUNSETIFF = 0x400454CA
IFF_TAP, IFF_NO_PI = 0x0002, 0x1000

ETHERNET = struct.Struct("!6s6sH")
ETHERTYPE_IPV4, ETHERTYPE_ARP = 0x0800, 0x0806
BROADCAST = b"\xff" * 6

ARP = struct.Struct("!HHBBH6s4s6s4s")
ARP_REQUEST, ARP_REPLY = 1, 2

IPV4 = struct.Struct("!BBHHHBBH4s4s")
FRAGMENT = 0x3FFF  # more fragments, or an offset
PROTOCOL_ICMP = 1
TTL = 64

ECHO_REQUEST, ECHO_REPLY = 8, 0


def checksum(data):
    """The Internet checksum (RFC 1071); 0 over data that holds a right one."""
    padded = data + b"\0" * (len(data) % 2)
    total = sum(word for (word,) in struct.iter_unpack("!H", padded))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


class Interface:
    """A TAP device, and what is said by it."""

    def __init__(self, plan):
        self.mac = bytes.fromhex(plan["mac"].replace(":", ""))
        self.ip = bytes(map(int, plan["ip"].split(".")))
        self.longest = ETHERNET.size + plan["mtu"]
        self.fd = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
        request = struct.pack("16sH22x", plan["name"].encode(), IFF_TAP | IFF_NO_PI)
        fcntl.ioctl(self.fd, TUNSETIFF, request)

    def read_empty(self):
        """Takes all frames that have come, and answers those that want it."""
        while True:
            try:
                frame = os.read(self.fd, self.longest)
            except BlockingIOError:
                return
            answer = self.answer(frame)
            if answer:
                os.write(self.fd, answer)

    def answer(self, frame):
        if len(frame) < ETHERNET.size:
            return None
        target, source, kind = ETHERNET.unpack_from(frame)
        payload = frame[ETHERNET.size:]
        if kind == ETHERTYPE_ARP and target in (self.mac, BROADCAST):
            said = self.arp(payload)
        elif kind == ETHERTYPE_IPV4 and target == self.mac:
            said = self.ipv4(payload)
        else:
            said = None
        return said and ETHERNET.pack(source, self.mac, kind) + said

    def arp(self, packet):
        if len(packet) < ARP.size:
            return None
        hardware, protocol, mac_length, ip_length, operation, mac, ip, _, asked = ARP.unpack_from(packet)
        kind = (hardware, protocol, mac_length, ip_length)
        if kind != (1, ETHERTYPE_IPV4, 6, 4) or operation != ARP_REQUEST or asked != self.ip:
            return None
        return ARP.pack(*kind, ARP_REPLY, self.mac, self.ip, mac, ip)

    def ipv4(self, packet):
        if len(packet) < IPV4.size:
            return None
        first, _, length, _, fragment, _, protocol, _, source, target = IPV4.unpack_from(packet)
        header = first % 16 * 4
        if first >> 4 != 4 or not IPV4.size <= header <= length <= len(packet) or checksum(packet[:header]):
            return None
        if target != self.ip or protocol != PROTOCOL_ICMP or fragment & FRAGMENT:
            return None
        message = self.icmp(packet[header:length])
        return message and self.ipv4_header(len(message), source) + message

    def ipv4_header(self, length, target):
        fields = [0x45, 0, IPV4.size + length, 0, 0, TTL, PROTOCOL_ICMP, 0, self.ip, target]
        fields[7] = checksum(IPV4.pack(*fields))
        return IPV4.pack(*fields)

    def icmp(self, message):
        if len(message) < 8 or message[:2] != bytes([ECHO_REQUEST, 0]) or checksum(message):
            return None
        rest = message[4:]
        return struct.pack("!BBH", ECHO_REPLY, 0, checksum(bytes([ECHO_REPLY, 0, 0, 0]) + rest)) + rest


class Agent:
    """The agent protocol, version 1, for the calls that this stack has: none."""

    def __init__(self):
        self.interfaces = []
        self.poll = select.poll()
        self.poll.register(0, select.POLLIN)

    def run(self):
        unfinished = b""
        while True:
            ready = [fd for fd, _ in self.poll.poll()]
            self.read_empty()
            if 0 in ready:
                data = os.read(0, 65536)
                if not data:
                    return
                *lines, unfinished = (unfinished + data).split(b"\n")
                for line in lines:
                    self.serve(json.loads(line))

    def read_empty(self):
        for interface in self.interfaces:
            interface.read_empty()

    def serve(self, request):
        methods = {"hello": self.hello, "ping": self.ping, "bye": lambda _: {}}
        name = request["method"]
        answer = {"jsonrpc": "2.0", "id": request["id"]}
        if name in methods:
            answer["result"] = methods[name](request.get("params", {}))
        else:
            answer["error"] = {"code": -32601, "message": name}
        print(json.dumps(answer), flush=True)

    def hello(self, params):
        self.interfaces = [Interface(each) for each in params["interfaces"]]
        for interface in self.interfaces:
            self.poll.register(interface.fd, select.POLLIN)
        return {"protocol": 1, "name": "stack", "version": "1", "profile": "posix", "capabilities": [], "stack": "own"}

    def ping(self, _):
        self.read_empty()
        return {}


if __name__ == "__main__":
    try:
        Agent().run()
    except OSError as problem:
        sys.exit(f"stack-agent: {problem}")
