/// Ethernet frames read and built: [Packet][io.sockspec.wire.packet.Packet] is the decoded view of
/// one frame,
/// [Packets][io.sockspec.wire.packet.Packets] builds frames with right lengths and checksums.
///
/// Alternatives considered:
/// - Pcap4J's packet classes in the signatures: it has none for IGMP and MLD, and it takes the
/// multicast reports of
///   Linux for something else, because it ends a hop-by-hop header with an empty PadN two bytes
/// early.
/// - Pcap4J 2.0.0-alpha: its native layer does not start on Linux, and it parses no more.
@NullMarked
package io.sockspec.wire.packet;

import org.jspecify.annotations.NullMarked;
