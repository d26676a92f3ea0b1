package io.sockspec.wire;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Writes frames as a pcapng file that Wireshark opens: an interface for each sending port,
/// nanoseconds, and a comment on every frame that was not just forwarded.
///
/// A frame stands in the file once, as its sender gave it to the wire.
///
/// Alternatives considered: the older pcap format knows neither interfaces nor comments; Pcap4J's
/// dumper writes that one only, and is five times slower.
///
/// @spec draft-ietf-opsawg-pcapng
public final class Capture {
    private Capture() {}

    /// Writes all frames, replacing the file at `target`; its folder is made when missing.
    ///
    /// @throws CaptureFailed when the file cannot be written completely; then none is left behind,
    ///     and a file that was there before is unchanged
    public static void write(Path target, List<Frame> frames) {
        Path absolute = target.toAbsolutePath();
        Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
        try {
            Files.createDirectories(part.getParent());
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                new Pcapng(file).write(frames);
            }
            Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            throw new CaptureFailed(
                    "the capture " + target + " could not be written: " + reason(problem) + remove(part), problem);
        }
    }

    private static String reason(IOException problem) {
        String reason = problem instanceof FileSystemException file ? file.getReason() : problem.getMessage();
        return reason != null ? reason : problem.getClass().getSimpleName();
    }

    /// Answers what to add to the message.
    private static String remove(Path part) {
        try {
            Files.deleteIfExists(part);
            return "";
        } catch (IOException problem) {
            return "; " + part + " could not be removed either: " + reason(problem);
        }
    }
}
