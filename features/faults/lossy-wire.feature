@fault
Feature: Streams over a lossy wire
  Loss, duplication and reordering change the time, never the bytes.

  @FAULT-01 @must @untested
  Rule: A lost SYN is repeated
    Source: RFC 6298 section 2.1; RFC 9293 section 3.8.1
    When the first SYN is dropped connect() succeeds after about 1 s.
    Untested: not written yet.

  @FAULT-02 @must @untested
  Rule: A lost SYN|ACK is repeated
    Source: RFC 9293 sections 3.5, 3.8.1
    When the first SYN|ACK is dropped the connection is established after about 1 s and only one is
    accepted.
    Untested: not written yet.

  @FAULT-03 @must @untested
  Rule: Lost data is repeated
    Source: RFC 9293 section 3.8.1; RFC 6298
    With every tenth data segment dropped a 300 kB transfer arrives intact and the sender counts one
    retransmission per loss.
    Untested: not written yet.

  @FAULT-04 @must @untested
  Rule: Duplicated segments deliver nothing twice
    Source: RFC 9293 section 3.10.7.4
    With every third segment duplicated the stream is intact and nothing is delivered twice.
    Untested: not written yet.

  @FAULT-05 @must @untested
  Rule: Reordered segments are put in order
    Source: RFC 9293 sections 3.4, 3.10.7.4
    With every fifth segment delayed by 5 ms the stream is intact and in order.
    Untested: not written yet.

  @FAULT-06 @must @untested
  Rule: Lost acknowledgments do not stall the stream
    Source: RFC 9293 section 3.4 (cumulative ACK)
    With two of three ACKs dropped the transfer completes intact without stall.
    Untested: not written yet.

  @FAULT-14 @must @untested
  Rule: A connection survives a link failure
    Source: RFC 9293 section 3.8 (retransmission); RFC 1122 section 4.2.3.9
    While the own interface is down send() on an established connection is accepted, no error
    becomes pending and poll() stays quiet; after the link returns the data arrives by
    retransmission and the connection works both ways.
    Untested: not written yet.
