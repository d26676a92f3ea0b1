"""A small agent that answers a handful of calls and misbehaves in the one way that its first argument names.

With the second argument `once` it behaves towards the probe, the start whose hello names no interfaces, and misbehaves
in scenarios alone. `ok` never misbehaves.
"""

import errno
import fcntl
import json
import os
import select
import signal
import socket
import sys
import threading

# When each misbehaviour strikes: in the calls of a method, at the start or the end of the program, or in the hello of a
# scenario. With `once` the start of a scenario's agent is its hello.
MOMENTS = {
    "start": ["exit-at-once"],
    "hello": ["text-before-hello", "hang-in-hello", "protocol-2", "unknown-capability", "fork-children"],
    "socket": ["bad-handle", "text-handle", "missing-member"],
    "connect": [
        "exit-in-call", "crash", "unknown-id", "answers-twice", "malformed-json", "not-an-object", "long-line",
        "invalid-utf8", "bad-errno", "hang-in-call", "slow-call", "ignore-cancel", "close-stdin", "close-stdout",
        "flood-stderr", "internal-error"],
    "cancel": ["ignore-cancel"],
    "select": ["declares-too-much"],
    "end": ["never-ends"],
    "scenario": ["other-name"],
    "never": ["ok"],
}
LEVELS = {"SO": "SOL_SOCKET", "IP": "IPPROTO_IP", "TCP": "IPPROTO_TCP"}
STATUS_FLAGS = {"O_RDWR": os.O_RDWR, "O_APPEND": os.O_APPEND, "O_NONBLOCK": os.O_NONBLOCK}

writing = threading.Lock()
sockets = {}


def say(data):
    with writing:
        while data:
            data = data[os.write(1, data):]


def answer(request, **members):
    say(json.dumps({"jsonrpc": "2.0", "id": request["id"], **members}).encode() + b"\n")


def sleep_for_ever():
    while True:
        signal.pause()


def leave_a_child():
    """A daemon with the agent's standard streams, deaf to what ends an ordinary one."""
    if os.fork() == 0:
        os.setsid()
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        if os.fork() == 0:
            signal.alarm(1000)
            sleep_for_ever()
        os._exit(0)
    os.wait()


def misbehave(switch, request):
    """Answers whether the request is to be answered as usual afterwards."""
    match switch:
        case "exit-at-once" | "exit-in-call":
            os._exit(3)
        case "crash":
            signal.signal(signal.SIGSEGV, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGSEGV)
        case "text-before-hello":
            say(b"Welcome to the hostile agent!\n")
            return True
        case "protocol-2":
            answer(request, result={**hello(request), "protocol": 2})
        case "other-name":
            answer(request, result={**hello(request), "name": "other"})
        case "unknown-capability":
            answer(request, result={**hello(request), "capabilities": ["concurrent", "telepathy"]})
        case "unknown-id":
            answer({"id": 987654321}, result={})
        case "answers-twice":
            answer(request, result={})
            answer(request, result={})
        case "malformed-json":
            say(b'{"jsonrpc":"2.0","id":%d,"result":{\n' % request["id"])
        case "not-an-object":
            say(b"[1,2,3]\n")
        case "long-line":
            for _ in range(100):
                say(b"x" * 1_000_000)
        case "invalid-utf8":
            say(b'{"jsonrpc":"2.0","id":%d,"result":{"errno":"\xff\xfe"}}\n' % request["id"])
        case "bad-errno":
            answer(request, result={"errno": "EFOO"})
        case "bad-handle":
            answer(request, result={"fd": -7})
        case "text-handle":
            answer(request, result={"fd": "three"})
        case "missing-member":
            answer(request, result={})
        case "internal-error":
            answer(request, error={"code": -32603, "message": "the hostile agent has lost a screw"})
        case "declares-too-much":
            answer(request, error={"code": -32601, "message": "select"})
        case "hang-in-hello" | "hang-in-call" | "never-ends":
            sleep_for_ever()
        case "close-stdin":
            os.close(0)
            answer(request, result={})
            sleep_for_ever()
        case "close-stdout":
            os.close(1)
            sleep_for_ever()
        case "flood-stderr":
            for _ in range(1_700):
                os.write(2, b"all is well\n" * 10_000)  # 200 MB in the end
            return True
        case "fork-children":
            leave_a_child()
            return True
        case "slow-call" | "ignore-cancel":
            pass  # no answer, now or later
    return False


def hello(request):
    select_too = ["select"] if switch == "declares-too-much" else []
    return {
        "protocol": 1, "name": "hostile", "version": "1", "profile": "linux",
        "capabilities": ["nonblocking", "broadcast", "concurrent", *select_too]}


def number(words, table):
    bits = 0
    for word in [] if words in ("0", 0) else str(words).split("|"):
        bits |= int(word, 0) if word[0].isdigit() else int(table[word])
    return bits


def flags(p):
    return number(p["flags"], vars(socket))


def place(p):
    return p["address"]["ip"], p["address"]["port"]


def inet(address):
    return {"family": "AF_INET", "ip": address[0], "port": address[1]}


def opened(sock):
    sockets[sock.fileno()] = sock
    return sock.fileno()


def option(p):
    if p["type"] not in ("int", "errno"):
        raise KeyError(p["type"])
    return getattr(socket, LEVELS[p["option"].partition("_")[0]]), getattr(socket, p["option"])


def polled(p):
    poll = select.poll()
    for entry in p["entries"]:
        poll.register(entry["fd"], number(entry["events"], vars(select)))
    ready = dict(poll.poll(p["timeout"]))
    names = ["POLLIN", "POLLPRI", "POLLOUT", "POLLERR", "POLLHUP", "POLLNVAL"]
    sets = [[name for name in names if ready.get(e["fd"], 0) & getattr(select, name)] for e in p["entries"]]
    return {"events": ["|".join(words) or "0" for words in sets]}


def status_flags(p):
    if p["command"] == "F_SETFL":
        fcntl.fcntl(p["fd"], fcntl.F_SETFL, number(p["flags"], STATUS_FLAGS))
        return {}
    bits = fcntl.fcntl(p["fd"], fcntl.F_GETFL)
    return {"flags": "|".join(name for name, bit in STATUS_FLAGS.items() if bits & bit) or "0"}


def accepted(p):
    if p["flags"] != "0":
        raise KeyError(p["flags"])
    made, peer = sockets[p["fd"]].accept()
    return {"fd": opened(made), "address": inet(peer)}


def received(p):
    data, sender = sockets[p["fd"]].recvfrom(p["length"], flags(p))
    return {"data": data[:p["length"]].hex(), "count": len(data), **({"address": inet(sender)} if sender else {})}


def option_value(p):
    value = sockets[p["fd"]].getsockopt(*option(p))
    return {"value": errno.errorcode.get(value, "0") if p["type"] == "errno" else value}


def kind(p):
    return [number(p[name], vars(socket)) for name in ("domain", "type", "protocol")]


CALLS = {
    "ping": lambda p: {},
    "bye": lambda p: {},
    "socket": lambda p: {"fd": opened(socket.socket(*kind(p)))},
    "bind": lambda p: sockets[p["fd"]].bind(place(p)),
    "connect": lambda p: sockets[p["fd"]].connect(place(p)),
    "listen": lambda p: sockets[p["fd"]].listen(p["backlog"]),
    "accept": accepted,
    "send": lambda p: {"count": sockets[p["fd"]].send(bytes.fromhex(p["data"]), flags(p))},
    "sendto": lambda p: {"count": sockets[p["fd"]].sendto(bytes.fromhex(p["data"]), flags(p), place(p))},
    "recv": lambda p: {"data": received(p)["data"]},
    "recvfrom": received,
    "setsockopt": lambda p: sockets[p["fd"]].setsockopt(*option(p), p["value"]),
    "getsockopt": option_value,
    "getsockname": lambda p: {"address": inet(sockets[p["fd"]].getsockname())},
    "close": lambda p: sockets[p["fd"]].close(),
    "poll": polled,
    "fcntl": status_flags,
}


def serve(request):
    if request["method"] == "hello":
        return answer(request, result=hello(request))
    call = CALLS.get(request["method"])
    if call is None:
        return answer(request, error={"code": -32601, "message": request["method"]})
    try:
        answer(request, result=call(request["params"]) or {})
    except OSError as error:
        answer(request, result={"errno": errno.errorcode[error.errno]})
    except (AttributeError, KeyError, TypeError) as error:
        answer(request, error={"code": -32602, "message": f"{request['method']}({error})"})


def main():
    strikes = {moment for moment, switches in MOMENTS.items() if switch in switches}
    if not strikes:
        sys.exit(f"hostile-agent: there is no switch '{switch}'; known are {', '.join(sum(MOMENTS.values(), []))}")
    active = sys.argv[2:] != ["once"]
    if active and "start" in strikes:
        misbehave(switch, None)
    for line in sys.stdin.buffer:
        request = json.loads(line)
        moments = {request["method"]}
        if request["method"] == "hello" and request["params"]["interfaces"]:
            active = True
            moments |= {"start", "scenario"}
        if active and moments & strikes and not misbehave(switch, request):
            continue
        threading.Thread(target=serve, args=[request], daemon=True).start()
    if active and "end" in strikes:
        misbehave(switch, None)
    os._exit(0)


switch = sys.argv[1] if len(sys.argv) > 1 else ""
main()
