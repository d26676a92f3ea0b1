package io.sockspec.nio;

import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Returned;
import io.sockspec.socket.PollEvents;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Sockets.Polled;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// poll() by one selection of a selector. It knows four operations, of channels that do not block.
final class Polling {
    private static final PollEvents KNOWN = PollEvents.parse("POLLIN|POLLOUT");

    private Polling() {}

    /// A key that waits for an entry's events.
    private record Watched(SelectionKey key, int readable, int writable) {
        PollEvents came() {
            int ready = key.readyOps();
            return new PollEvents(((ready & readable) != 0 ? PollEvents.POLLIN.bits() : 0)
                    | ((ready & writable) != 0 ? PollEvents.POLLOUT.bits() : 0));
        }
    }

    static Outcome<List<PollEvents>> poll(List<Polled> entries, Duration limit, Channels channels) throws IOException {
        try (Selector selector = Selector.open()) {
            List<Watched> watched = new ArrayList<>();
            for (Polled entry : entries) {
                watched.add(watch(selector, channels.of(entry.fd()), entry.events()));
            }
            select(selector, limit);
            return new Returned<>(watched.stream().map(Watched::came).toList());
        }
    }

    private static Watched watch(Selector selector, ChannelSocket socket, PollEvents events) throws IOException {
        SelectableChannel channel = socket.channel();
        if (!KNOWN.has(events)) {
            throw new NotOffered("poll() for " + events);
        }
        if (channel.isOpen() && channel.isBlocking()) {
            throw new NotOffered("poll() of a blocking socket");
        }
        if (channel.keyFor(selector) != null) {
            throw new NotOffered("poll() of one socket in two entries");
        }
        int readable = events.has(PollEvents.POLLIN) ? socket.readable() : 0;
        int writable = events.has(PollEvents.POLLOUT) ? socket.writable() : 0;
        return new Watched(channel.register(selector, readable | writable), readable, writable);
    }

    /// A limit below zero waits for ever.
    private static void select(Selector selector, Duration limit) throws IOException {
        if (limit.isZero()) {
            selector.selectNow();
        } else {
            selector.select(limit.isNegative() ? 0 : limit.plusNanos(999_999).toMillis());
        }
    }
}
