package io.sockspec.serve;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// The lines of a stream, each as its bytes without the line feed.
final class RequestLines {
    /// The longest line, as the protocol says.
    static final int MOST_BYTES = 1 << 20;

    private final InputStream from;
    private byte[] buffer = new byte[1 << 13];
    private int begin;
    private int end;

    RequestLines(InputStream from) {
        this.from = from;
    }

    /// The next line; empty at the end of the stream. What follows the last line feed is no line.
    ///
    /// @throws ProtocolError when the line was longer than the protocol allows; it was skipped
    Optional<byte[]> next() throws IOException {
        int looked = begin;
        boolean skipping = false;
        while (true) {
            int feed = feed(looked);
            if (feed >= 0) {
                byte[] line = Arrays.copyOfRange(buffer, begin, feed);
                begin = feed + 1;
                if (skipping || line.length > MOST_BYTES) {
                    throw new ProtocolError(ProtocolError.NOT_JSON, "the line is longer than " + MOST_BYTES + " bytes");
                }
                return Optional.of(line);
            }
            if (end - begin > MOST_BYTES) {
                skipping = true;
                begin = end;
            }
            looked = end - begin;
            if (!fill()) {
                return Optional.empty();
            }
        }
    }

    private int feed(int from) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /// Moves what is left to the front and reads more behind it.
    private boolean fill() throws IOException {
        System.arraycopy(buffer, begin, buffer, 0, end - begin);
        end -= begin;
        begin = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int count = from.read(buffer, end, buffer.length - end);
        end += Math.max(0, count);
        return count >= 0;
    }
}
