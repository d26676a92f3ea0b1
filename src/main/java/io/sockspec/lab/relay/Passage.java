package io.sockspec.lab.relay;

import io.sockspec.wire.Frame;
import io.sockspec.wire.packet.Tcp;
import io.sockspec.wire.packet.TcpFlag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What came into a relay for one of its hosts and what left it for that host, segment by segment
/// as the wire saw them.
public final class Passage {
    private final List<Seen> in;
    private final List<Seen> out;

    private record Seen(long nanos, Tcp segment) {
        boolean carriesData() {
            return segment.payloadLengthBytes() > 0;
        }

        boolean has(TcpFlag flag) {
            return segment.has(flag);
        }
    }

    private Passage(List<Seen> in, List<Seen> out) {
        this.in = in;
        this.out = out;
    }

    /// @param in selects what comes into the relay among all frames of the wire
    /// @param out selects what leaves it
    static Passage of(List<Frame> frames, Predicate<Frame> in, Predicate<Frame> out) {
        return new Passage(seen(frames, in), seen(frames, out));
    }

    private static List<Seen> seen(List<Frame> frames, Predicate<Frame> which) {
        return frames.stream()
                .filter(which)
                .flatMap(frame -> frame.packet().tcp().map(segment -> new Seen(frame.nanos(), segment)).stream())
                .toList();
    }

    /// The time from the first of some segments to the first of others; zero when one is missing.
    private Duration between(Predicate<Seen> from, Predicate<Seen> to) {
        Optional<Seen> first = in.stream().filter(from).findFirst();
        Optional<Seen> then = out.stream().filter(to).findFirst();
        return first.isEmpty() || then.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(then.get().nanos() - first.get().nanos());
    }

    boolean carriedData() {
        return bytesIn() > 0;
    }

    /// How long the first byte stayed in the relay; zero while it is there.
    Duration heldFirstByte() {
        return between(Seen::carriesData, Seen::carriesData);
    }

    /// How long the end of the stream stayed in the relay.
    Duration heldEnd() {
        return between(seen -> seen.has(TcpFlag.FIN), seen -> seen.has(TcpFlag.FIN));
    }

    /// From the first byte in to the last byte out.
    Duration lasted() {
        Optional<Seen> first = in.stream().filter(Seen::carriesData).findFirst();
        return first.isEmpty()
                ? Duration.ZERO
                : out.stream()
                        .filter(Seen::carriesData)
                        .reduce((_, last) -> last)
                        .map(last -> Duration.ofNanos(last.nanos() - first.get().nanos()))
                        .orElse(Duration.ZERO);
    }

    long segmentsIn() {
        return in.stream().filter(Seen::carriesData).count();
    }

    long segmentsOut() {
        return out.stream().filter(Seen::carriesData).count();
    }

    long bytesIn() {
        return bytes(in);
    }

    long bytesOut() {
        return bytes(out);
    }

    /// Segments that were sent again count once.
    private static long bytes(List<Seen> seen) {
        return seen.stream()
                .filter(Seen::carriesData)
                .collect(Collectors.toMap(
                        each -> each.segment().sequence(),
                        each -> (long) each.segment().payloadLengthBytes(),
                        Math::max))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    boolean finished() {
        return out.stream().anyMatch(seen -> seen.has(TcpFlag.FIN));
    }

    boolean reset() {
        return out.stream().anyMatch(seen -> seen.has(TcpFlag.RST));
    }
}
