/// The wire between hosts: it carries Ethernet frames from port to port, logs every one of them in
/// one order, and loses, delays, duplicates, reorders, corrupts or injects exactly the frames that
/// a scenario names.
///
/// One platform thread for each wire polls the ports and does everything to a frame, one frame
/// after the other: so there is an order, and so the log is the truth about it. [Wire#drain] turns
/// that into proof of absence. A [ScriptedHost] is a port without a kernel, for which the scenario
/// speaks.
///
/// Alternatives considered:
/// - A kernel bridge with netem or nft: often missing, random where a scenario needs the first SYN,
///   and without one order.
/// - Live capture by Pcap4J on the path of frames: half as fast, loses frames in bursts, one thread
///   for each port.
/// - A thread, or a small TCP with timers, behind a scripted host: draining the wire would prove
///   nothing about it.
/// - Decoding every frame as it passes: faults and filters need it only when there are some; the
///   log is read later.
@NullMarked
package io.sockspec.wire;

import org.jspecify.annotations.NullMarked;
