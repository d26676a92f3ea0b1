package io.sockspec.lab;

import io.sockspec.socket.Ip4;

/// One IPv4 group that an interface is a member of, and how many sockets asked for it.
///
/// @spec proc_pid_net(5) /proc/net/igmp
public record GroupEntry(String interfaceName, Ip4 group, int users) {}
