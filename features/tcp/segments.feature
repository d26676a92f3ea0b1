@tcp-wire
Feature: Accepting segments
  Which bytes of a segment are taken, in which order, and what answers the rest.

  @TCP-WIRE-11 @must @untested
  Rule: A segment with a bad checksum is dropped and repeated
    Source: RFC 9293 section 3.1 checksum (MUST-3)
    A TCP segment with a flipped payload bit is dropped silently and recovered by retransmission;
    the application never sees the corrupted byte.
    Untested: not written yet.

  @TCP-WIRE-12 @must @untested
  Rule: Address resolution comes before the first packet
    Source: RFC 826
    The first packet to an unresolved on-link neighbour is preceded by an ARP who-has broadcast and
    its unicast reply; no IP packet is sent before it.
    Untested: not written yet.

  @TCP-WIRE-18 @must @untested
  Rule: Only new data inside the window is taken
    Source: RFC 9293 section 3.10.7.4 (acceptability test, trimming)
    A segment wholly below the expected sequence, and one beyond the right edge or far below the
    left edge of the window, deliver nothing and draw an ACK with the expected sequence; of a
    segment that overlaps old data only the new bytes are delivered.
    Untested: not written yet.

  @TCP-WIRE-19 @must @untested
  Rule: Data with an impossible acknowledgment is refused
    Source: RFC 9293 section 3.10.7.4 (fifth); RFC 5961 section 5.2
    A segment that acknowledges data never sent, or much older than anything outstanding, is dropped
    with its payload and answered by an ACK; data in a segment without the ACK bit is dropped
    silently.
    Untested: not written yet.

  @TCP-WIRE-20 @must @untested
  Rule: A FIN waits for the gap to fill
    Source: RFC 9293 section 3.10.7.4 (eighth), section 3.4
    A FIN that arrives together with data beyond a missing segment does not end the stream: recv()
    reports EAGAIN, and when the gap is filled all bytes are delivered in order and only then 0,
    acknowledged by one number past the FIN; a repeated FIN is acknowledged again and data beyond it
    delivers nothing.
    Untested: not written yet.

  @TCP-WIRE-25 @must @untested
  Rule: Acknowledgments are not delayed for long
    Source: RFC 9293 section 3.8.6.3 (MUST-40, SHLD-19)
    Received data is acknowledged in less than 0.5 s even if nothing is sent back, at once for every
    second full-sized segment while the application reads, and with the data itself when an answer
    is sent sooner.
    Untested: not written yet.

  @TCP-WIRE-31 @must @untested
  Rule: Overlapping segments deliver each byte once
    Source: RFC 9293 section 3.10.7.4 (segment text trimmed to the window)
    When segments overlap (a retransmission that starts earlier, pieces received out of order that
    cover the same bytes), the reader gets every byte exactly once and in order, with the old bytes
    skipped.
    Untested: not written yet.

  @TCP-WIRE-40 @must @untested
  Rule: The urgent pointer is the offset behind the urgent byte
    Source: RFC 9293 section 3.8.5; RFC 6093 section 3.1
    send() of three bytes with MSG_OOB leaves as a segment with URG whose pointer is 3, the offset
    behind the urgent byte; the receiver takes the byte before the pointer as urgent, also when it
    lies inside a segment (pointer 5 of "hello!" makes "o" urgent).
    Untested: not written yet.
