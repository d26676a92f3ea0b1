/// The values of the sockets world: addresses, ports, errno, options, messages, poll events and the
/// [Outcome][io.sockspec.socket.Outcome] of a call. They carry Linux numbers, print C names, and
/// know nothing of any
/// network, laboratory or implementation.
///
/// Alternatives considered:
/// - `java.net` addresses: they resolve names, merge IPv4-mapped IPv6 into IPv4, and have no Unix
/// or link-layer form.
/// - Enums for domains, types, options: a stack may answer a number that no enum knows, and it must
/// be printable.
@NullMarked
package io.sockspec.socket;

import org.jspecify.annotations.NullMarked;
