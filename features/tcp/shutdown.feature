@tcp-close
Feature: shutdown() of a connection
  Each direction ends on its own, and only the write side shows on the wire.

  @TCP-CLOSE-03 @must @untested
  Rule: A half-close keeps the other direction
    Source: RFC 9293 section 3.6.1; POSIX shutdown()
    After shutdown(SHUT_WR) the peer reads 0, can still send, and the local side still receives;
    states are FIN-WAIT-2 locally and CLOSE-WAIT at the peer.
    Untested: not written yet.

  @TCP-CLOSE-04 @must @needs:signals @untested
  Rule: Writing after the own shutdown fails with EPIPE
    Source: POSIX send() EPIPE; shutdown(2)
    send() after shutdown(SHUT_WR) fails with EPIPE (and SIGPIPE), while recv() still works.
    Untested: not written yet.

  @TCP-CLOSE-05 @linux @untested
  Rule: Shutting down the read side is local
    Source: shutdown(2); packetdrill shutdown-rd-close
    shutdown(SHUT_RD) puts no packet on the wire; on Linux later data from the peer is still
    accepted and delivered by recv() before the 0.
    Untested: not written yet.

  @TCP-CLOSE-06 @must @untested
  Rule: shutdown() checks its argument and the state
    Source: POSIX shutdown() ERRORS
    shutdown() on an unconnected TCP socket fails with ENOTCONN and an invalid how with EINVAL; a
    repeated SHUT_WR on a live connection returns 0.
    Untested: not written yet.

  @TCP-CLOSE-07 @linux @untested
  Rule: A failed shutdown() still marks the socket
    Source: measured on Linux 6.18; udp socket test ReadShutdownOnBoundSocket (gVisor)
    On Linux shutdown() of an unconnected TCP or UDP socket returns ENOTCONN but nevertheless wakes
    a blocked recv(), which returns 0, and the mark survives a later connect().
    Untested: not written yet.

  @TCP-CLOSE-29 @must @untested
  Rule: shutdown() fails with ENOTCONN after the end
    Source: POSIX shutdown() ENOTCONN
    shutdown() returns 0 in ESTABLISHED, CLOSE-WAIT, FIN-WAIT-1/2, CLOSING and LAST-ACK and fails
    with ENOTCONN once both FINs are exchanged and acknowledged, or the connection was reset or
    refused.
    Untested: not written yet.

  @TCP-CLOSE-30 @must @untested
  Rule: SHUT_RDWR is both halves at once
    Source: POSIX shutdown()
    shutdown(SHUT_RDWR) on a live connection sends one FIN, afterwards recv() returns 0 at once and
    send() fails with EPIPE while the descriptor stays open, and a later close() sends no second
    FIN.
    Untested: not written yet.

  @TCP-CLOSE-33 @linux @untested
  Rule: Data after a full shutdown is reset
    Source: RFC 9293 section 3.6.1 (half-duplex close); measured on Linux 6.18
    After shutdown(SHUT_RDWR), or SHUT_WR followed by SHUT_RD, arriving data is answered by RST and
    the connection ends although the descriptor is open; after SHUT_RD alone it is acknowledged and
    readable.
    Untested: not written yet.
