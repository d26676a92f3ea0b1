package io.sockspec.lab.namespace;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.wire.Port;

/// A packet socket on the lab's end of a veth pair.
record PacketPort(String host, String name, String segment, int fd, Reaper reaper) implements Port {
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
        reaper.close(fd);
    }
}
