package io.sockspec.host;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.spi.Place;
import java.util.List;
import java.util.function.Supplier;

/// The network namespace that the tests run in, with its loopback interface up.
record Here(String name) implements Place {
    @Override
    public List<Interface> interfaces() {
        return List.of();
    }

    static final Inet4 LOOPBACK_ANY_PORT = new Inet4(Ip4.LOOPBACK, Port.ANY);
    private static final long SIOCGIFFLAGS = 0x8913;
    private static final long SIOCSIFFLAGS = 0x8914;
    private static final int IFREQ_BYTES = 40;
    private static final int FLAGS_AT = 16;
    private static final int IFF_UP = 1;

    Here {
        raiseLoopback();
    }

    @Override
    public <T> T in(Supplier<T> call) {
        return call.get();
    }

    /// In a new network namespace the loopback interface is down.
    private static void raiseLoopback() {
        int fd = Libc.socket(Domain.AF_INET.number(), 2, 0);
        try (Memory request = Memory.confined(IFREQ_BYTES)) {
            request.putByte(0, 'l').putByte(1, 'o');
            Libc.ioctl(fd, SIOCGIFFLAGS, request.address());
            int flags = request.shortAt(FLAGS_AT);
            request.putShort(FLAGS_AT, flags | IFF_UP);
            if ((flags & IFF_UP) == 0 && Libc.ioctl(fd, SIOCSIFFLAGS, request.address()) < 0) {
                throw new IllegalStateException("the loopback interface is down and cannot be brought up");
            }
        } finally {
            Libc.close(fd);
        }
    }

    /// The value of a call that must succeed.
    static <T> T value(Outcome<T> outcome) {
        return outcome.returned().orElseThrow(() -> new AssertionError("the call answered " + outcome));
    }
}
