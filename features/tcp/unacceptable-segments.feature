@tcp-wire
Feature: Segments that open nothing
  What a closed port or a listener answers to segments that are no connection request.

  @TCP-WIRE-03 @must @untested
  Rule: A duplicate SYN opens no second connection
    Source: RFC 9293 section 3.5 (old duplicate SYN)
    A duplicated SYN does not create a second connection.
    Untested: not written yet.

  @TCP-WIRE-13 @must @untested
  Rule: A listener answers stray acknowledgments by RST
    Source: RFC 9293 section 3.10.7.2
    A listener answers a segment carrying ACK (ACK, SYN|ACK, FIN|ACK) by RST with sequence equal to
    its acknowledgment, ignores RST, FIN, PSH and empty flags silently, and stays in LISTEN.
    Untested: not written yet.

  @TCP-WIRE-14 @must @untested
  Rule: The answering reset acknowledges everything it answers
    Source: RFC 9293 sections 3.5.2, 3.10.7.1
    For a segment without ACK to a closed port the RST|ACK has sequence 0 and acknowledges sequence
    plus data length plus one for SYN and one for FIN (SYN with 5 bytes: +6, FIN with 3 bytes: +4);
    RST and RST|ACK to a closed port draw nothing.
    Untested: not written yet.

  @TCP-WIRE-15 @must @untested
  Rule: A SYN to a broadcast or multicast address is discarded
    Source: RFC 9293 section 3.9.2.3 (MUST-57); RFC 1122 sections 4.2.3.10, 3.3.6
    A SYN to 255.255.255.255, the subnet broadcast or a multicast address draws neither SYN|ACK nor
    RST, whether the port is open or closed; the same holds for a SYN to the own address inside a
    link broadcast frame.
    Untested: not written yet.

  @TCP-WIRE-16 @must @untested
  Rule: A SYN from an impossible source is ignored
    Source: RFC 9293 section 3.9.2.3 (MUST-63); RFC 1122 section 4.2.3.10; ip-sysctl rp_filter
    A SYN whose source is 0.0.0.0, 255.255.255.255, a multicast address, in 127/8 or the own address
    of the receiver draws no answer; with rp_filter=1 the subnet broadcast as source is dropped too
    (with 0 Linux answers it).
    Untested: not written yet.

  @TCP-WIRE-17 @must @untested
  Rule: A SYN on a live connection draws a challenge ACK
    Source: RFC 5961 section 4.2; RFC 9293 section 3.10.7.4
    In ESTABLISHED a SYN or SYN|ACK, inside or outside the window, and a repeated SYN|ACK of the
    handshake leave the connection open and are answered by one ACK with the current numbers.
    Untested: not written yet.

  @TCP-WIRE-37 @must @untested
  Rule: Control segments with a bad checksum are ignored
    Source: RFC 9293 section 3.1 (MUST-3)
    SYN, SYN|ACK, the final ACK, FIN and RST with a wrong checksum, and segments whose data offset
    is below 5 or beyond the segment, have no effect and draw no answer; the same segment repaired
    works.
    Untested: not written yet.

  @TCP-WIRE-38 @must @untested
  Rule: Initial sequence numbers are unrelated and never go back
    Source: RFC 9293 section 3.4.1 (MUST-8, SHLD-1); RFC 6528
    Connections with different ports have unrelated initial sequence numbers; a new connection on
    the same four-tuple starts beyond the last sequence number of the old one, also when it was
    reset.
    Untested: not written yet.
