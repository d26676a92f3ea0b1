package io.sockspec.wire;

import io.sockspec.wire.packet.Layer;
import java.time.Duration;
import java.util.List;

/// What a [Fault] does with the frames it selects.
public sealed interface Action {
    /// The action on some frames, for messages: `delays the first SYN from client by 300 ms`.
    ///
    /// @param frames such as `the first SYN from client`
    String phrase(String frames);

    record Lose() implements Action {
        @Override
        public String phrase(String frames) {
            return "loses " + frames;
        }
    }

    /// The frame leaves `by` later; frames delayed alike keep their order.
    record Delay(Duration by) implements Action {
        @Override
        public String phrase(String frames) {
            return "delays " + frames + " by " + by.toMillis() + " ms";
        }
    }

    record Duplicate() implements Action {
        @Override
        public String phrase(String frames) {
            return "duplicates " + frames;
        }
    }

    /// The frame leaves after the next frame that its port sends: the two are reordered.
    record HoldUntilNext() implements Action {
        @Override
        public String phrase(String frames) {
            return "holds " + frames + " until the next frame";
        }
    }

    /// The frame stays with the wire until [Wire#release].
    record Keep() implements Action {
        @Override
        public String phrase(String frames) {
            return "keeps " + frames;
        }
    }

    /// Replaces bytes. A frame that lacks one of them, or holds all these values already, is left
    /// alone and the fault has not acted.
    ///
    /// @param mendChecksum recompute the IPv4, TCP, UDP, ICMP and IGMP checksums that the change
    ///     made wrong
    record Corrupt(List<Change> changes, boolean mendChecksum) implements Action {
        public Corrupt {
            changes = List.copyOf(changes);
        }

        @Override
        public String phrase(String frames) {
            return "corrupts " + frames;
        }
    }

    /// The frames leave one after another, each taking its length at this rate; the queue has no
    /// bound.
    record RateLimit(long bytesPerSecond) implements Action {
        public RateLimit {
            if (bytesPerSecond <= 0) {
                throw new IllegalArgumentException("a rate is at least 1 byte per second, not " + bytesPerSecond);
            }
        }

        @Override
        public String phrase(String frames) {
            return "limits " + frames + " to " + bytesPerSecond + " bytes per second";
        }
    }

    /// One byte to replace: `value` (0 to 255) at `offset` bytes from the start of a layer.
    ///
    /// @param layer where the offset counts from
    record Change(Layer layer, int offset, int value) {
        @Override
        public String toString() {
            return "%s byte %d to %02x".formatted(layer, offset, value);
        }
    }
}
