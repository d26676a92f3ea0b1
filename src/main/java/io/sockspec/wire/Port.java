package io.sockspec.wire;

import io.sockspec.libc.Memory;

/// Where a host meets the wire: frames the host sends are read here, frames for it are written
/// here.
///
/// A port belongs to one wire at a time, and only that wire's thread reads and writes it. Whoever
/// made the port closes it, after the wire has been closed or the port was detached.
public interface Port extends AutoCloseable {
    /// The host behind the port; a host may have several ports.
    String host();

    /// What captures and messages call this port, unique on its wire: the host, or for a second
    /// port something such as `client.eth1`.
    default String name() {
        return host();
    }

    /// The link the port is attached to. A frame goes to all other ports of the same segment, as
    /// through a hub.
    String segment();

    /// The descriptor to poll for input, or -1 for a port without a kernel behind it, which is
    /// asked after every frame.
    int fd();

    /// Takes one whole Ethernet frame into `buffer` without blocking.
    ///
    /// @return the frame's length in bytes; 0 or less when there is none (EAGAIN and ENETDOWN
    ///     alike)
    int read(Memory buffer);

    /// Gives the host the frame in the first `length` bytes of `buffer`; a frame the host cannot
    /// take is dropped.
    void write(Memory buffer, int length);

    /// Called by [Wire#drain] between two passes; returns when everything that the host's stack had
    /// begun to send can be read. Needed where delivery runs behind the writer's back, as on a
    /// veth.
    default void settle() {}

    @Override
    void close();
}
