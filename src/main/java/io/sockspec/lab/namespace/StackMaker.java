package io.sockspec.lab.namespace;

import io.sockspec.lab.InterfacePlan;
import io.sockspec.lab.NoLaboratory;
import io.sockspec.libc.Libc;
import io.sockspec.socket.Errno;
import io.sockspec.wire.Port;

/// Interfaces for a program that brings its own TCP/IP stack: TAP devices that the program opens by
/// name. To the kernel, what the program writes comes in by the device, where the wire's packet
/// socket reads it; what the wire sends by the device, the program reads.
///
/// The device has no carrier until the program opens it, and again after the program has ended:
/// what the wire sends meanwhile is lost, as to a host that is switched off.
final class StackMaker implements PortMaker {
    private final Reaper reaper;

    StackMaker(Reaper reaper) {
        this.reaper = reaper;
    }

    @Override
    public Port make(Netlink netlink, String host, InterfacePlan plan) {
        int device = Libc.open(TapMaker.DEVICE, TapMaker.O_RDWR_NONBLOCK_CLOEXEC, 0);
        if (device < 0) {
            throw new NoLaboratory(
                    "Host %s, which brings its own TCP/IP stack, needs %s, which cannot be opened here (%s);"
                                    .formatted(host, TapMaker.DEVICE, new Errno(-device))
                            + " make it readable and writable, or pass it to the container.");
        }
        TapMaker.attach(device, plan.name());
        // One descriptor at a time can be attached to it, and that is the program's.
        Libc.close(device);
        int fd = PacketSocket.open(Interfaces.index(netlink.fd(), plan.name()));
        return new PacketPort(host, PortMaker.portName(host, plan), plan.segment(), fd, reaper);
    }

    @Override
    public void close() {}
}
