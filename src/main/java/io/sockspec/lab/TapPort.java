package io.sockspec.lab;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.wire.Port;

/// The suite's end of a TAP device, by a nonblocking descriptor that the port owns: opened here, or
/// passed to this
/// process by whoever made the device.
///
/// Needs no [Port#settle]: the host's sends are synchronous, provided that its interface has no
/// queue, and so is
/// delivery, since the tun driver hands a written frame to the stack before write(2) returns.
public record TapPort(String host, String name, String segment, int fd) implements Port {
    @Override
    public int read(Memory buffer) {
        return (int) Libc.read(fd, buffer, buffer.size());
    }

    @Override
    public void write(Memory buffer, int length) {
        Libc.write(fd, buffer, length);
    }

    @Override
    public void close() {
        Libc.close(fd);
    }
}
