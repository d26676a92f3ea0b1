@tcp-close
Feature: After the last segment
  FIN-WAIT-2, crossing FINs and TIME-WAIT, seen on the wire.

  @TCP-CLOSE-14 @must @untested
  Rule: TIME_WAIT belongs to the active closer
    Source: RFC 9293 section 3.6.1 (MUST-13); ss(8)
    The side whose FIN went first keeps a TIME_WAIT entry for 60 s on Linux; the other side keeps
    none.
    Untested: not written yet.

  @TCP-CLOSE-15 @must @untested
  Rule: TIME_WAIT acknowledges a repeated FIN again
    Source: RFC 9293 section 3.10.7.4 (TIME-WAIT)
    If the final ACK is lost, the retransmitted FIN of the peer is acknowledged again from
    TIME_WAIT.
    Untested: not written yet.

  @TCP-CLOSE-17 @linux @untested
  Rule: An orphan in FIN-WAIT-2 ends
    Source: tcp(7) TCP_LINGER2, tcp_fin_timeout
    When a fully closed socket waits for the peer FIN, the kernel drops it after tcp_fin_timeout (60
    s) or TCP_LINGER2 seconds.
    Untested: not written yet.

  @TCP-CLOSE-21 @must @untested
  Rule: A simultaneous close ends without a reset
    Source: RFC 9293 section 3.6 figure 13
    When both FINs cross on the wire each side acknowledges the FIN of the other from CLOSING and
    both end in TIME-WAIT; neither sends RST.
    Untested: not written yet.

  @TCP-CLOSE-27 @must @untested
  Rule: A held half-close does not time out
    Source: RFC 9293 section 3.6 (half-closed connections); tcp(7) tcp_fin_timeout (orphaned sockets only)
    A connection half-closed with shutdown(SHUT_WR) whose descriptor stays open remains in
    FIN-WAIT-2 and receives data long after tcp_fin_timeout (1 s set, 3 s waited), while a closed
    one is dropped.
    Untested: not written yet.

  @TCP-CLOSE-32 @linux @untested
  Rule: A new SYN may reopen TIME-WAIT
    Source: RFC 9293 section 3.6.1 (MAY-2); RFC 6191
    With a listener on the port a SYN of the old peer port with a sequence above the old one is
    answered by SYN|ACK with an own sequence above the old connection and is accepted; one with a
    lower sequence is answered by the old ACK only, and so is any SYN when nobody listens.
    Untested: not written yet.
