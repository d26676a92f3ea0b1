package io.sockspec.lab.namespace;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.wire.Port;

/// A packet socket on the lab's end of a veth pair, or on a TAP device that a stack of its own has
/// opened: there, what the stack writes can be read here before its write(2) returns.
///
/// Does without [Port#settle]. A frame crosses a veth by way of the processor's backlog, which the
/// kernel works off before
/// the sending call returns unless it is overloaded; in more than 100,000 exchanges, most of them
/// beside busy threads or
/// bulk streams (Linux 6.18), no frame was late. A marker sent to and fro would not help where it
/// is: each processor has a backlog of its own,
/// so a marker proves nothing about frames that another one holds.
record PacketPort(String host, String name, String segment, int fd, Reaper reaper) implements Port {
    private static final int ENETDOWN = 100;

    @Override
    public int read(Memory buffer) {
        return (int) Libc.read(fd, buffer, buffer.size());
    }

    /// A packet socket remembers that its interface was off, and has the next call fail with that,
    /// whatever the interface is now. Only the call after it tries to send.
    @Override
    public void write(Memory buffer, int length) {
        if (Libc.write(fd, buffer, length) == -ENETDOWN) {
            Libc.write(fd, buffer, length);
        }
    }

    @Override
    public void close() {
        reaper.close(fd);
    }
}
