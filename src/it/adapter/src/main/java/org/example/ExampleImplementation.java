package org.example;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Fd;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.SocketAddress;
import io.sockspec.spi.Capability;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.Implementations;
import io.sockspec.spi.Place;
import io.sockspec.spi.Sockets;
import java.util.Set;

/// An implementation of sockets to be judged: the kernel's, but for the errno of one refusal.
public final class ExampleImplementation implements Implementation {
    /// Found when it is first used: to find one, all are made, and this is one of them.
    private static final class Kernel {
        static final Implementation SOCKETS = Implementations.reference();
    }

    @Override
    public String name() {
        return "example";
    }

    @Override
    public String version() {
        return "2.1";
    }

    @Override
    public Profile profile() {
        return Profile.LINUX;
    }

    @Override
    public Set<Capability> capabilities() {
        return Kernel.SOCKETS.capabilities();
    }

    @Override
    public Sockets open(Place place) {
        return new ForwardingSockets(Kernel.SOCKETS.open(place)) {
            @Override
            public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress destination) {
                return refusal(super.sendto(fd, payload, flags, destination));
            }
        };
    }

    private static <T> Outcome<T> refusal(Outcome<T> outcome) {
        return outcome instanceof Outcome.Failed<T>(Errno errno) && errno.equals(Errno.named("EACCES"))
                ? new Outcome.Failed<>(Errno.named("EPERM"))
                : outcome;
    }
}
