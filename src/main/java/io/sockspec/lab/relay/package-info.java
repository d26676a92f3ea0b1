/// Trouble for a byte stream: a [Relay][io.sockspec.lab.relay.Relay] is a Toxiproxy server on a
/// host of the lab. It accepts a connection, makes another to the host behind it, and delays, cuts
/// or ends the bytes between the two. Its host is on the wire as any other, so both connections are
/// captured, and the capture proves that a [Trouble][io.sockspec.lab.relay.Trouble] acted.
///
/// Alternatives considered:
/// - A relay of our own: 200 lines, but its author would also be the author of what it shows;
///   Toxiproxy is what people test their programs with.
/// - One server for all scenarios: a socket belongs to the namespace of its process, so it could
///   reach one lab only.
/// - The API on an address of the wire: it would stand in every capture, and a scenario that loses
///   frames would lose it.
/// - Packet faults by the relay: it ends TCP itself, so it can lose no segment and pass on no
///   half-close. Those are the wire's.
@NullMarked
package io.sockspec.lab.relay;

import org.jspecify.annotations.NullMarked;
