package io.sockspec.lab;

import io.sockspec.socket.SocketAddress;

/// One TCP socket as the kernel lists it: the send queue counts bytes written and not yet
/// acknowledged, the receive
/// queue bytes that arrived and were not read (of a listener: connections that wait for accept()).
///
/// @spec proc_pid_net(5) /proc/net/tcp
public record TcpEntry(
        SocketAddress local, SocketAddress remote, TcpState state, long sendQueueBytes, long receiveQueueBytes) {}
