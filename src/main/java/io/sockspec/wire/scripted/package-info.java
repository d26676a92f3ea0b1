/// Hosts without a kernel: the scenario speaks for them. [ScriptedHost][io.sockspec.wire.scripted.ScriptedHost] is a port
/// of the wire that answers ARP and, where its [Manners][io.sockspec.wire.scripted.Manners] say so, TCP; everything else
/// it sends is a [Segment][io.sockspec.wire.scripted.Segment] that a scenario wrote relative to a
/// [Connection][io.sockspec.wire.scripted.Connection].
///
/// Automatic answers are made on the wire's thread while it delivers a frame, so that draining the wire covers them.
///
/// Alternatives considered:
/// - A thread for each host: its answers would come at their own time, and draining the wire would prove nothing.
/// - A small TCP with timers and retransmission: it would hide what a scenario must decide, and real peers exist.
@NullMarked
package io.sockspec.wire.scripted;

import org.jspecify.annotations.NullMarked;
