package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import java.util.List;

/// Stands between one host and the wire and turns each frame into others: none swallows it, several
/// multiply it.
///
/// Called on the wire's thread; it must not block and must not call the wire.
@FunctionalInterface
public interface FrameFilter {
    /// Lets every frame through as it is.
    FrameFilter NONE = List::of;

    List<Bytes> apply(Bytes frame);
}
