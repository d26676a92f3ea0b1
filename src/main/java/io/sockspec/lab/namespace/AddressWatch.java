package io.sockspec.lab.namespace;

import io.sockspec.lab.HostInterface;
import io.sockspec.lab.LabFailure;
import io.sockspec.lab.Prefix;
import io.sockspec.libc.Memory;
import io.sockspec.libc.PollSet;
import io.sockspec.socket.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Waits until IPv6 addresses can be used.
///
/// The kernel answers the request for an IPv6 address at once, but joins the address's
/// solicited-node group and makes
/// its route later, on a thread of its own: a neighbour that asks in between is not answered, and
/// asks again after a
/// second. The kernel's notice of the address comes when it is done.
///
/// @spec rtnetlink(7) RTM_NEWADDR
public final class AddressWatch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RTM_NEWADDR = 20;
    private static final int IFA_ADDRESS = 1;
    private static final int AF_INET6 = 10;
    private static final Bytes LINK_LOCAL = Bytes.hex("fe80");
    private static final int HEADER = 16;
    private static final int ATTRIBUTES = HEADER + 8;
    private static final int LOOPBACK = 1;

    private final Netlink notices;
    private final List<Awaited> awaited = new ArrayList<>();

    /// An address, or all that begin with these bytes.
    private record Awaited(int index, Bytes leading) {
        boolean isMetBy(int seenIndex, Bytes seen) {
            return index == seenIndex && seen.slice(0, leading.length()).equals(leading);
        }
    }

    private AddressWatch(Netlink notices) {
        this.notices = notices;
    }

    /// Begins to watch the namespace of the calling thread; to be called before the addresses are
    /// asked for.
    static AddressWatch open() {
        return new AddressWatch(Netlink.openForAddresses());
    }

    /// A watch by a socket that tells of addresses, opened elsewhere; closes it.
    public static AddressWatch by(int fd) {
        return new AddressWatch(Netlink.of(fd));
    }

    /// Adds the planned address of an interface, and the link-local one that it gives itself.
    void expect(HostInterface made) {
        made.plan().ip6().ifPresent(ip6 -> {
            awaited.add(new Awaited(made.index(), ip6.bytes()));
            awaited.add(new Awaited(made.index(), LINK_LOCAL));
        });
    }

    void expect(int index, Prefix address) {
        if (address.address().length() == 16) {
            awaited.add(new Awaited(index, address.address()));
        }
    }

    /// Returns when each expected address is usable.
    ///
    /// @throws LabFailure when one is not after ten seconds
    void await(Kernel kernel) {
        if (awaited.isEmpty()) {
            return;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        PollSet poll = new PollSet(notices.fd());
        while (!awaited.isEmpty()) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new LabFailure("the interface %d has no usable address %s after %d s"
                        .formatted(
                                awaited.getFirst().index(), awaited.getFirst().leading(), PATIENCE.toSeconds()));
            }
            if (poll.await((int) millis) > 0) {
                notices.receive(this::see);
            }
        }
        // The route is made just after the notice, under the lock that any change of a link takes.
        NetlinkBatch batch = new NetlinkBatch();
        Rtnetlink.up(batch, LOOPBACK, "lo", true);
        kernel.route(batch);
    }

    private void see(Memory notice, int at) {
        if (notice.shortAt(at + 4) != RTM_NEWADDR || notice.byteAt(at + HEADER) != AF_INET6) {
            return;
        }
        int end = at + notice.intAt(at);
        for (int next = at + ATTRIBUTES; next + 4 <= end; next += Netlink.aligned(notice.shortAt(next))) {
            if (notice.shortAt(next + 2) == IFA_ADDRESS) {
                Bytes address = Bytes.copyOf(notice.bytesAt(next + 4, 16));
                int index = notice.intAt(at + HEADER + 4);
                awaited.removeIf(each -> each.isMetBy(index, address));
            }
        }
    }

    @Override
    public void close() {
        notices.close();
    }
}
