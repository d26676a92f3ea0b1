package io.sockspec.socket;

/// The requests of ioctl() that answer an int; the names are those of C.
public enum Ioctl {
    /// The bytes that can be read now; of a datagram socket the length of the first datagram.
    ///
    /// @spec tcp(7), udp(7), pipe(7)
    FIONREAD(0x541b),
    /// 1 when the next byte to read is the one behind the urgent mark, else 0.
    ///
    /// @spec POSIX.1-2024 sockatmark(); tcp(7)
    SIOCATMARK(0x8905),
    /// The bytes that are sent and not acknowledged yet.
    ///
    /// @spec tcp(7)
    SIOCOUTQ(0x5411);

    private final int number;

    Ioctl(int number) {
        this.number = number;
    }

    /// The number of the request on Linux.
    public int number() {
        return number;
    }
}
