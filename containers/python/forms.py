"""The forms that values have on the wire of the protocol and in Python: names, addresses, options, messages."""

import array
import socket
import struct

LEVELS = {"SO": "SOL_SOCKET", "IP": "IPPROTO_IP", "IPV6": "IPPROTO_IPV6", "TCP": "IPPROTO_TCP", "UDP": "IPPROTO_UDP"}


class NotOffered(Exception):
    """A name or value that Python has not; the message is the argument."""


def number(words, module=socket):
    """The number of names joined by `|`, which must be Python's own names; a number stands for itself."""
    if isinstance(words, int):
        return words
    bits = 0
    for word in words.split("|"):
        value = getattr(module, word, None)
        if not isinstance(value, int):
            try:
                value = int(word, 0)
            except ValueError:
                raise NotOffered(word) from None
        bits |= int(value)  # int: the enumerations of the module are slow
    return bits


def names(bits, known, module):
    """The names of set bits; what is left without a name is a number, and nothing is "0"."""
    words = []
    for name in known:
        bit = int(getattr(module, name))
        if bit and bits & bit == bit:
            words.append(name)
            bits &= ~bit
    if bits:
        words.append(hex(bits))
    return "|".join(words) or "0"


def outgoing(sock, address):
    """An address as the methods of a socket take it."""
    if "sockaddr" in address:
        raise NotOffered("sockaddr " + address["sockaddr"])
    family = address["family"]
    if getattr(socket, family) != sock.family:
        raise NotOffered(f"{family} on a socket of {sock.family.name}")
    if family == "AF_INET":
        return address["ip"], address["port"]
    if family == "AF_INET6":
        return address["ip"], address["port"], 0, address["scope"]
    if family == "AF_UNIX":
        return address["path"] if "path" in address else b"\0" + bytes.fromhex(address["abstract"])
    try:
        name = socket.if_indextoname(address["interface"])  # Python names interfaces, C numbers them
    except OSError:
        raise NotOffered("interface " + str(address["interface"])) from None
    return name, address["protocol"], address["type"], 0, bytes.fromhex(address["mac"])


def incoming(sock, address):
    """An address as Python answers it, None and the empty text for an unnamed Unix socket."""
    family = sock.family
    if family == socket.AF_INET:
        return {"family": "AF_INET", "ip": address[0], "port": address[1]}
    if family == socket.AF_INET6:
        return {"family": "AF_INET6", "ip": address[0], "port": address[1], "scope": address[3]}
    if family == socket.AF_UNIX:
        if isinstance(address, bytes):
            return {"family": "AF_UNIX", "abstract": address[1:].hex()}
        return {"family": "AF_UNIX", "path": address or ""}
    if family == socket.AF_PACKET:
        name, protocol, kind, _, mac = address
        index = socket.if_nametoindex(name) if name else 0
        return {"family": "AF_PACKET", "protocol": protocol, "interface": index, "type": kind, "mac": mac.hex()}
    raise NotOffered("address of " + str(family))


def received(sock, data, length, address):
    """The members of a receive call; under MSG_TRUNC Python's bytes may be longer than the buffer was."""
    answer = {"data": data[:length].hex(), "count": len(data)}
    if address is not None:
        answer["address"] = incoming(sock, address)
    return answer


def ancillary(message):
    """A control message as sendmsg() takes it."""
    if "rights" in message:
        return socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", message["rights"])
    return message["level"], message["type"], bytes.fromhex(message["data"])


def option(p):
    """Level and number of an option by the name of it."""
    name = p["option"]
    level = LEVELS.get(name.partition("_")[0])
    if level is None or not hasattr(socket, name):
        raise NotOffered(name)
    return getattr(socket, level), getattr(socket, name)


def pack(kind, value):
    """An option's value as setsockopt() takes it: a number, or the bytes of a structure."""
    if kind == "int":
        return value
    if kind == "timeval":
        return struct.pack("@ll", *divmod(value, 1_000_000))
    if kind == "linger":
        return struct.pack("@ii", value["on"], value["seconds"])
    if kind == "membership":
        return socket.inet_aton(value["group"]) + socket.inet_aton(value["interface"])
    if kind == "bytes":
        return bytes.fromhex(value)
    raise NotOffered(kind)
