package io.sockspec.lab.namespace;

import io.sockspec.lab.InterfacePlan;
import io.sockspec.lab.TapPort;
import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.wire.Port;

/// Interfaces that are TAP devices: a descriptor carries every frame, and a write returns after the
/// host's stack has
/// reacted to the frame.
final class TapMaker implements PortMaker {
    static final String DEVICE = "/dev/net/tun";

    static final int O_RDWR_NONBLOCK_CLOEXEC = 2 | 0x800 | 0x80000;
    private static final long TUNSETIFF = 0x400454caL;
    private static final long TUNSETPERSIST = 0x400454cbL;
    private static final int IFF_TAP_NO_PI = 0x1002;
    private static final int IFREQ_BYTES = 40;
    private static final int IFREQ_FLAGS = 16;

    @Override
    public Port make(Netlink netlink, String host, InterfacePlan plan) {
        int fd = Namespace.check(Libc.open(DEVICE, O_RDWR_NONBLOCK_CLOEXEC, 0), "open " + DEVICE);
        attach(fd, plan.name());
        return new TapPort(host, PortMaker.portName(host, plan), plan.segment(), fd);
    }

    /// Makes a persistent device and attaches it to an open descriptor of [#DEVICE], which is
    /// closed
    /// when that fails.
    static void attach(int fd, String name) {
        try (Memory request = Memory.confined(IFREQ_BYTES)) {
            request.put(0, Bytes.text(name).toArray()).putShort(IFREQ_FLAGS, IFF_TAP_NO_PI);
            Namespace.check(Libc.ioctl(fd, TUNSETIFF, request.address()), "make the TAP device " + name);
            // A persistent device is not unregistered by close(), which takes 30 ms, but by its namespace's clean-up.
            Namespace.check(Libc.ioctl(fd, TUNSETPERSIST, 1), "make " + name + " persistent");
        } catch (RuntimeException problem) {
            Libc.close(fd);
            throw problem;
        }
    }

    @Override
    public void close() {}
}
