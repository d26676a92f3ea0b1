package io.sockspec.wire;

import java.nio.file.Path;
import java.util.List;

/// Writes frames as a pcapng file that Wireshark opens: an interface for each sending port, nanoseconds, and a comment
/// on every frame that was not just forwarded.
///
/// @spec draft-ietf-opsawg-pcapng
public final class Capture {
    private Capture() {}

    /// Writes all frames, replacing the file at `target`; its folder is made when missing.
    ///
    /// @throws CaptureFailed when the file cannot be written completely; then it does not exist
    public static void write(Path target, List<Frame> frames) {
        throw new UnsupportedOperationException("to come");
    }
}
