/// Ethernet frames read and built: [Packet][io.sockspec.wire.packet.Packet] is the decoded view of
/// one frame, [Packets][io.sockspec.wire.packet.Packets] builds frames with right lengths and
/// checksums.
///
/// Alternatives considered:
/// - Reading fields by Pcap4J 1.8.2: measured, its first packet costs 190 ms of class loading, as
///   long as TCP's shortest retransmission timeout, on the thread that carries the frames; one bad
///   option makes a whole segment unreadable, where a suite that looks for wrong senders must still
///   read the rest; it has no IGMP and no MLD, and takes the multicast reports of Linux for errors.
///   It prints headers for people, and in the tests it is the second opinion on every field.
/// - Pcap4J 2.0.0-alpha: its native layer does not start on Linux, and it parses no more.
@NullMarked
package io.sockspec.wire.packet;

import org.jspecify.annotations.NullMarked;
