@tcp-wire
Feature: Options in segments
  MSS, window scale, SACK and timestamps: offered in SYN, used only by agreement.

  @TCP-WIRE-07 @must @untested
  Rule: Each SYN announces the MSS of its interface
    Source: RFC 9293 section 3.7.1; RFC 6691
    Each SYN carries an MSS option of interface MTU minus 40 (1460 on Ethernet) for IPv4 and minus
    60 for IPv6, and no segment payload exceeds the MSS the peer announced.
    Untested: not written yet.

  @TCP-WIRE-10 @must @untested
  Rule: Path MTU discovery shrinks the segments
    Source: RFC 1191; RFC 9293 section 3.7.2
    With DF set, an ICMP fragmentation-needed for MTU 1000 makes the sender use packets of at most
    1000 bytes and IP_MTU report 1000; the stream stays intact.
    Untested: not written yet.

  @TCP-WIRE-21 @must @untested
  Rule: A missing MSS option means 536
    Source: RFC 9293 section 3.7.1 (MUST-15)
    If the SYN or SYN|ACK of the peer has no MSS option, TCP_MAXSEG reads 536 and no segment carries
    more than 536 bytes of payload (with segmentation offload off).
    Untested: not written yet.

  @TCP-WIRE-22 @must @untested
  Rule: Options are answered only if offered
    Source: RFC 7323 sections 2.2, 3.2; RFC 2018 section 2
    A SYN|ACK contains window scale, SACK-permitted or timestamps only if the SYN did (timestamps
    echo its value), and later segments carry no timestamps when the peer offered none.
    Untested: not written yet.

  @TCP-WIRE-23 @must @untested
  Rule: Unknown and malformed options do no harm
    Source: RFC 9293 sections 3.1, 3.2 (MUST-6, MUST-7)
    A SYN with an unknown option or with option lengths of 0, 1 or beyond the header is answered
    normally; a segment whose data offset is below 5 or beyond its end is dropped silently.
    Untested: not written yet.

  @TCP-WIRE-32 @must @untested
  Rule: Windows are scaled only by agreement
    Source: RFC 7323 sections 2.2, 2.3
    The SYN|ACK carries a window scale option only if the SYN did; if both did, windows of later
    segments (never of SYNs) are shifted: scale 2 and window 2000 let the sender put 8000 bytes in
    flight, the same window without the option 2000.
    Untested: not written yet.

  @TCP-WIRE-33 @must @untested
  Rule: Timestamps come by agreement and then on every segment
    Source: RFC 7323 sections 3.2, 5.3
    If both SYN and SYN|ACK carry the timestamp option, every later segment (data, pure ACK, FIN)
    carries it and echoes the latest value; if one side left it out no segment carries it. A segment
    with an older timestamp than the last accepted one is dropped and answered by an ACK (PAWS).
    Untested: not written yet.
