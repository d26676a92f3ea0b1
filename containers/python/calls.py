"""The calls that Python's modules offer under the names of the protocol."""

import array
import errno
import fcntl
import os
import select
import socket
import struct
import sys
import threading

from forms import NotOffered, ancillary, incoming, names, number, option, outgoing, pack, received

CAPABILITIES = [
    "multicast", "unix", "scm-rights", "raw", "packet", "ipv6", "nonblocking", "select", "broadcast", "concurrent"]
MESSAGE_FLAGS = [name for name in dir(socket) if name.startswith("MSG_")]
POLL_EVENTS = [name for name in dir(select) if name.startswith("POLL")]
STATUS_FLAGS = ["O_WRONLY", "O_RDWR", "O_APPEND", "O_NONBLOCK", "O_ASYNC"]
OPTION_BYTES = 1024  # the most that Python's getsockopt() takes


class Calls:
    """The calls by name: a method takes the parameters of the request and returns its result."""

    def __init__(self):
        self._sockets = {}
        self._adopting = threading.Lock()

    def _sock(self, p):
        """The socket of a number, closed ones included; a number from elsewhere becomes one as Python offers it."""
        with self._adopting:
            fd = p["fd"]
            if fd not in self._sockets:
                self._sockets[fd] = socket.socket(fileno=fd)
            return self._sockets[fd]

    def _opened(self, sock):
        self._sockets[sock.fileno()] = sock
        return sock.fileno()

    def _given(self, fd):
        """A new descriptor without a socket object; the object of a closed one may have had its number."""
        self._sockets.pop(fd, None)
        return fd

    def hello(self, p):
        version = "Python " + sys.version.split()[0] + " on Linux " + os.uname().release
        return {"protocol": 1, "name": "python", "version": version, "profile": "linux", "capabilities": CAPABILITIES}

    def ping(self, p):
        return {}

    bye = ping

    def socket(self, p):
        made = socket.socket(number(p["domain"]), number(p["type"]), number(p["protocol"]))
        return {"fd": self._opened(made)}

    def socketpair(self, p):
        pair = socket.socketpair(number(p["domain"]), number(p["type"]), number(p["protocol"]))
        return {"fds": [self._opened(end) for end in pair]}

    def bind(self, p):
        sock = self._sock(p)
        sock.bind(outgoing(sock, p["address"]))

    def connect(self, p):
        sock = self._sock(p)
        sock.connect(outgoing(sock, p["address"]))

    def listen(self, p):
        self._sock(p).listen(p["backlog"])

    def accept(self, p):
        if number(p["flags"]):
            raise NotOffered(p["flags"])
        made, peer = self._sock(p).accept()
        return {"fd": self._opened(made), "address": incoming(made, peer)}

    def shutdown(self, p):
        self._sock(p).shutdown(number(p["how"]))

    def close(self, p):
        """A socket closes as Python closes it: again and again without an error."""
        sock = self._sockets.get(p["fd"])
        if sock is None:
            os.close(p["fd"])
        else:
            sock.close()

    def send(self, p):
        return {"count": self._sock(p).send(bytes.fromhex(p["data"]), number(p["flags"]))}

    def sendto(self, p):
        sock = self._sock(p)
        return {"count": sock.sendto(bytes.fromhex(p["data"]), number(p["flags"]), outgoing(sock, p["address"]))}

    def sendmsg(self, p):
        sock = self._sock(p)
        control = [ancillary(message) for message in p["control"]]
        to = [outgoing(sock, p["address"])] if "address" in p else []
        return {"count": sock.sendmsg([bytes.fromhex(p["data"])], control, number(p["flags"]), *to)}

    def recv(self, p):
        data = self._sock(p).recv(p["length"], number(p["flags"]))
        return {"data": data[:p["length"]].hex()}

    def recvfrom(self, p):
        sock = self._sock(p)
        data, sender = sock.recvfrom(p["length"], number(p["flags"]))
        return received(sock, data, p["length"], sender)

    def recvmsg(self, p):
        sock = self._sock(p)
        data, control, flags, sender = sock.recvmsg(p["length"], p["controlLength"], number(p["flags"]))
        answer = received(sock, data, p["length"], sender)
        answer["control"] = [self._message(*each) for each in control]
        # Python does not tell msg_controllen; this is what the messages it tells take up.
        answer["controlLength"] = sum(socket.CMSG_SPACE(len(each[2])) for each in control)
        answer["flags"] = names(flags, MESSAGE_FLAGS, socket)
        return answer

    def _message(self, level, kind, data):
        if (level, kind) != (socket.SOL_SOCKET, socket.SCM_RIGHTS):
            return {"level": level, "type": kind, "data": data.hex()}
        fds = array.array("i", data[:len(data) // 4 * 4])
        return {"rights": [self._given(fd) for fd in fds]}

    def getsockopt(self, p):
        sock, kind, which = self._sock(p), p["type"], option(p)
        if kind == "int":
            return {"value": sock.getsockopt(*which)}
        if kind == "errno":
            error = sock.getsockopt(*which)
            return {"value": errno.errorcode.get(error, str(error))}
        data = sock.getsockopt(*which, OPTION_BYTES)
        if kind == "timeval":
            seconds, micros = struct.unpack("@ll", data)
            return {"value": seconds * 1_000_000 + micros}
        if kind == "linger":
            on, seconds = struct.unpack("@ii", data)
            return {"value": {"on": on != 0, "seconds": seconds}}
        if kind == "bytes":
            return {"value": data.hex()}
        raise NotOffered(kind)

    def setsockopt(self, p):
        self._sock(p).setsockopt(*option(p), pack(p["type"], p["value"]))

    def getsockname(self, p):
        sock = self._sock(p)
        return {"address": incoming(sock, sock.getsockname())}

    def getpeername(self, p):
        sock = self._sock(p)
        return {"address": incoming(sock, sock.getpeername())}

    def poll(self, p):
        """Python's poll object knows a descriptor once, so one that is asked for twice is not offered."""
        asked = [entry["fd"] for entry in p["entries"]]
        if len(set(asked)) < len(asked):
            raise NotOffered("one descriptor twice")
        polling = select.poll()
        for entry in p["entries"]:
            polling.register(entry["fd"], number(entry["events"], select))
        ready = dict(polling.poll(p["timeout"]))
        return {"events": [names(ready.get(fd, 0), POLL_EVENTS, select) for fd in asked]}

    def select(self, p):
        sets = select.select(p["read"], p["write"], p["except"], p["timeout"] / 1_000_000)
        return {"count": sum(map(len, sets)), "read": sets[0], "write": sets[1], "except": sets[2]}

    def fcntl(self, p):
        command, fd = p["command"], p["fd"]
        if command == "F_GETFL":
            return {"flags": names(fcntl.fcntl(fd, fcntl.F_GETFL), STATUS_FLAGS, os)}
        if command == "F_GETFD":
            return {"flags": names(fcntl.fcntl(fd, fcntl.F_GETFD), ["FD_CLOEXEC"], fcntl)}
        modules = {"F_SETFL": os, "F_SETFD": fcntl}
        if command not in modules:
            raise NotOffered(command)
        fcntl.fcntl(fd, getattr(fcntl, command), number(p["flags"], modules[command]))
        return {}

    def ioctl(self, p):
        import termios  # seldom needed
        answer = fcntl.ioctl(p["fd"], number(p["request"], termios), bytes(4))
        return {"value": struct.unpack("@i", answer)[0]}

    def inet_pton(self, p):
        try:
            return {"data": socket.inet_pton(number(p["domain"]), p["text"]).hex()}
        except OSError as error:
            if error.errno is None:  # what Python makes of an answer of 0
                return {}
            raise

    def inet_ntop(self, p):
        return {"text": socket.inet_ntop(number(p["domain"]), bytes.fromhex(p["data"]))}

    def htons(self, p):
        return {"data": b"".join(struct.pack("=H", socket.htons(value)) for value in p["values"]).hex()}

    def ntohs(self, p):
        return {"values": [socket.ntohs(value) for (value,) in struct.iter_unpack("=H", bytes.fromhex(p["data"]))]}

    def htonl(self, p):
        return {"data": struct.pack("=I", socket.htonl(p["value"])).hex()}

    def ntohl(self, p):
        return {"value": socket.ntohl(*struct.unpack("=I", bytes.fromhex(p["data"])))}

    def file(self, p):
        return {"fd": self._given(os.memfd_create("sockspec"))}

    def reopen(self, p):
        return {"fd": self._given(os.open(f"/proc/self/fd/{p['fd']}", os.O_RDWR))}

    def pipe(self, p):
        return {"fds": [self._given(end) for end in os.pipe()]}

    def dup(self, p):
        sock = self._sockets.get(p["fd"])
        return {"fd": self._given(os.dup(p["fd"])) if sock is None else self._opened(sock.dup())}

    def read(self, p):
        return {"data": os.read(p["fd"], p["length"]).hex()}

    def write(self, p):
        return {"count": os.write(p["fd"], bytes.fromhex(p["data"]))}

    def lseek(self, p):
        return {"offset": os.lseek(p["fd"], p["offset"], number(p["whence"], os))}

    def flock(self, p):
        fcntl.flock(p["fd"], number(p["operation"], fcntl))
