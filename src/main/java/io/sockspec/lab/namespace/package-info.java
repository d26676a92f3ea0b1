/// The embedded laboratory: hosts are network namespaces of this process, made with unshare(2),
/// configured by rtnetlink
/// and kept alive by one file descriptor each. A killed run leaves nothing, since nothing has a
/// name outside it.
///
/// An interface of a host is a TAP device whose other end is a descriptor of the suite, or, where
/// `/dev/net/tun` cannot
/// be opened, one end of a veth pair whose other end is read by a packet socket in a namespace that
/// belongs to the lab.
///
/// A host that is left to a program with a TCP/IP stack of its own has a TAP device that the
/// program
/// opens by name, as lwIP, gVisor's netstack and smoltcp do; the wire's packet socket is on the
/// device itself, and the kernel has no address there.
///
/// Alternatives considered:
/// - The `ip` program: three processes and 14 ms for a lab, against 2 to 3 ms by netlink, and its
/// messages are for
///   people.
/// - A kernel bridge with netem: netem is missing on many kernels, bridge netfilter drops odd
/// frames, and no order of
///   frames is known afterwards.
/// - A thread that lives in each host: entering a namespace costs 2 us, a hand-over to a thread
/// costs more.
/// - A pool of ready labs: it hides the cost but does not lower it, and a failed scenario could
/// leak into the next.
/// - For a program's own stack, a descriptor that it inherits, or a second packet socket: stacks
/// know
/// how to open a TAP device, and the kernel would see, and answer, what comes by a veth.
@NullMarked
package io.sockspec.lab.namespace;

import org.jspecify.annotations.NullMarked;
