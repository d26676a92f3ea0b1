package io.sockspec.nio;

import io.sockspec.socket.Ip4;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Outcome.Returned;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.SocketOption.Linger;
import io.sockspec.socket.SocketOption.Membership;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Place;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.channels.NetworkChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Socket options by their names: an option of C is the supported option of the channel that has
/// the
/// same name.
final class Options {
    private final Place place;

    Options(Place place) {
        this.place = place;
    }

    <T> Outcome<T> get(ChannelSocket socket, SocketOption<T> option) throws IOException {
        NotOffered lacking = new NotOffered("getsockopt(" + option + ")");
        Object value = read(socket.network(), named(socket, option).orElseThrow(() -> lacking));
        return new Returned<>(option.type()
                .cast(
                        switch (value) {
                            case Boolean flag when option.type() == Integer.class -> flag ? 1 : 0;
                            case Integer seconds
                            when option.type() == Linger.class -> new Linger(seconds >= 0, Math.max(seconds, 0));
                            case Integer number when option.type() == Integer.class -> number;
                            default -> throw lacking;
                        }));
    }

    private static <V> Object read(NetworkChannel channel, java.net.SocketOption<V> option) throws IOException {
        return channel.getOption(option);
    }

    <T> Outcome<Done> set(ChannelSocket socket, SocketOption<T> option, T value) throws IOException {
        NotOffered lacking = new NotOffered("setsockopt(" + option + ", " + value + ")");
        if (value instanceof Membership membership) {
            return member(socket, option, membership, lacking);
        }
        write(socket.network(), named(socket, option).orElseThrow(() -> lacking), value, lacking);
        return Answers.done();
    }

    /// NIO checks some values itself and throws an IllegalArgumentException: what the kernel says
    /// to
    /// them cannot be asked.
    private static <V> void write(
            NetworkChannel channel, java.net.SocketOption<V> option, Object value, NotOffered lacking)
            throws IOException {
        try {
            channel.setOption(option, option.type().cast(converted(option.type(), value, lacking)));
        } catch (IllegalArgumentException refused) {
            throw lacking;
        }
    }

    private static Object converted(Class<?> type, Object value, NotOffered lacking) {
        if (type == Boolean.class) {
            return switch (value) {
                case Integer zero when zero == 0 -> false;
                case Integer one when one == 1 -> true;
                default -> throw lacking;
            };
        }
        return switch (value) {
            case Integer number when type == Integer.class -> number;
            case Linger(boolean on, int seconds) when type == Integer.class -> on ? seconds : -1;
            default -> throw lacking;
        };
    }

    private static Optional<java.net.SocketOption<?>> named(ChannelSocket socket, SocketOption<?> option) {
        return socket.network().supportedOptions().stream()
                .filter(each -> each.name().equals(option.name()))
                .findFirst();
    }

    /// NIO refuses what is no group without asking the kernel.
    private Outcome<Done> member(
            ChannelSocket socket, SocketOption<?> option, Membership membership, NotOffered lacking)
            throws IOException {
        if (!(socket instanceof DatagramSocket datagrams)) {
            throw lacking;
        }
        if (!membership.group().isMulticast()) {
            throw lacking;
        }
        boolean leave = option.equals(SocketOption.IP_DROP_MEMBERSHIP);
        if (membership.interfaceAddress().equals(Ip4.ANY)) {
            return leave ? datagrams.leaveAnywhere(membership.group()) : datagrams.joinAnywhere(membership.group());
        }
        return leave
                ? datagrams.leave(membership)
                : datagrams.join(membership, interfaceOf(membership.interfaceAddress()));
    }

    private NetworkInterface interfaceOf(Ip4 address) {
        @Nullable NetworkInterface found = place.in(() -> find(address));
        if (found == null) {
            throw new NotOffered("IP_ADD_MEMBERSHIP on " + address + ", which no interface has");
        }
        return found;
    }

    private static @Nullable NetworkInterface find(Ip4 address) {
        try {
            return NetworkInterface.getByInetAddress(Addresses.inet(address));
        } catch (SocketException e) {
            throw new IllegalStateException("the interfaces cannot be listed", e);
        }
    }
}
