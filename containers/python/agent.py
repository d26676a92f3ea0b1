"""Judges Python's own socket module: an agent of sockspec (../protocol/README.md) on the standard library alone.

Each request is one call of the module's method of the same name, on a thread of its own when another one blocks. What
the module refuses before it asks the system (a ValueError, a missing name) is answered as not offered. Retries after
EINTR are Python's own (PEP 475), so a blocked call cannot be ended and `cancel` is not offered.

Run it with `python3 -I -S agent.py`.
"""

import errno
import fcntl
import json
import os
import sys
import threading
import time

sys.path.append(os.path.dirname(os.path.abspath(__file__)))  # which -I leaves out

from calls import Calls  # noqa: E402
from forms import NotOffered  # noqa: E402

BLOCKING = {"accept", "connect", "send", "sendto", "sendmsg", "recv", "recvfrom", "recvmsg", "poll", "select", "close"}
METHOD_NOT_FOUND, INVALID_PARAMS, INTERNAL_ERROR, PARSE_ERROR = -32601, -32602, -32603, -32700


class Server:
    """Reads requests, and writes answers in the order in which the calls return.

    One thread reads. It leaves the reading to another one before it makes a call, and joins those that wait for their
    turn when it has answered; a thread is started when none waits.
    """

    def __init__(self):
        self.calls = Calls()
        self.requests = fcntl.fcntl(0, fcntl.F_DUPFD_CLOEXEC, 200)  # out of the way of the sockets' numbers
        self.answers = fcntl.fcntl(1, fcntl.F_DUPFD_CLOEXEC, 200)
        os.dup2(2, 1)
        null = os.open("/dev/null", os.O_RDONLY)
        os.dup2(null, 0)
        os.close(null)
        self.reading, self.writing, self.counting = threading.Lock(), threading.Lock(), threading.Lock()
        self.thread = threading.local()
        self.begun = threading.Event()
        self.waiting = 2
        self.unread = bytearray()

    def serve(self):
        self.thread.delays = delays()
        self.begun.set()
        while True:
            with self.reading:
                line = self.line()
            with self.counting:
                self.waiting -= 1
                lonely = self.waiting == 0
                self.waiting += lonely
            if lonely:
                threading.Thread(target=self.serve).start()
            answer = json.dumps(self.answer(line), separators=(",", ":")).encode() + b"\n"
            with self.writing:
                while answer:
                    answer = answer[os.write(self.answers, answer):]
            with self.counting:
                self.waiting += 1

    def line(self):
        seen = 0
        while (end := self.unread.find(b"\n", seen)) < 0:
            seen = len(self.unread)
            more = os.read(self.requests, 65536)
            if not more:
                os._exit(0)
            self.unread += more
        line = bytes(self.unread[:end])
        del self.unread[:end + 1]
        return line

    def answer(self, line):
        try:
            request = json.loads(line)
            ident, method, params = request["id"], request["method"], request.get("params", {})
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            return {"jsonrpc": "2.0", "id": None, **failure(PARSE_ERROR, repr(error))}
        return {"jsonrpc": "2.0", "id": ident, **self.call(method, params)}

    def call(self, method, params):
        call = None if method.startswith("_") else getattr(self.calls, method, None)
        if call is None:
            return failure(METHOD_NOT_FOUND, method)
        began, before = time.monotonic_ns(), self.delayed(method)
        try:
            return self.measured(call(params) or {}, method, began, before)
        except OSError as error:
            if error.errno in errno.errorcode:
                return self.measured({"errno": errno.errorcode[error.errno]}, method, began, before)
            return failure(INVALID_PARAMS, f"{method}({error})")  # Python itself refused: it has no errno
        except (NotOffered, ValueError, OverflowError) as refusal:
            return failure(INVALID_PARAMS, f"{method}({refusal})")
        except Exception as error:
            sys.excepthook(*sys.exc_info())
            return failure(INTERNAL_ERROR, repr(error))

    def delayed(self, method):
        """How long this thread has waited for a processor, in ns; 0 for what does not block anyway."""
        delays = self.thread.delays
        return int(os.pread(delays, 64, 0).split()[1]) if delays is not None and method in BLOCKING else 0

    def measured(self, result, method, began, before):
        delay = self.delayed(method) - before  # first: what comes between counts for the call
        return {"result": {**result, "us": max(0, time.monotonic_ns() - began - delay) // 1000}}


def delays():
    """Where the kernel tells how long the calling thread waits for a processor, or None."""
    try:
        low = os.open("/proc/thread-self/schedstat", os.O_RDONLY)
    except OSError:
        return None
    high = fcntl.fcntl(low, fcntl.F_DUPFD_CLOEXEC, 200)
    os.close(low)
    return high


def failure(code, message):
    return {"error": {"code": code, "message": message}}


if __name__ == "__main__":
    server = Server()
    threading.Thread(target=server.serve).start()
    server.begun.wait()  # what it opens for a moment would show in the first socket's number
    server.serve()
