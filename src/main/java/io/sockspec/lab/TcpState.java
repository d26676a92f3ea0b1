package io.sockspec.lab;

/// The state of a TCP socket in the order and with the names of Linux.
///
/// @spec RFC 9293 section 3.3.2; linux/include/net/tcp_states.h
public enum TcpState {
    ESTABLISHED,
    SYN_SENT,
    SYN_RECV,
    FIN_WAIT1,
    FIN_WAIT2,
    TIME_WAIT,
    CLOSE,
    CLOSE_WAIT,
    LAST_ACK,
    LISTEN,
    CLOSING,
    NEW_SYN_RECV;

    /// The state of a kernel's number, 1 to 12.
    ///
    /// @throws IllegalArgumentException when the number is none
    public static TcpState of(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("a TCP state is 1 to " + values().length + ", not " + number);
        }
        return values()[number - 1];
    }
}
