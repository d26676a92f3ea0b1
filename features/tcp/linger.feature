@tcp-close
Feature: SO_LINGER
  An abortive close sends RST, a lingering one waits for the acknowledgment.

  @TCP-CLOSE-09 @must @untested
  Rule: A linger time of zero makes close() abort
    Source: POSIX XSH 2.10.16 SO_LINGER; RFC 9293 section 3.10.5 (ABORT)
    With SO_LINGER {1,0} close() sends RST, discards unsent data, leaves no TIME_WAIT entry, and the
    peer gets ECONNRESET.
    Untested: not written yet.

  @TCP-CLOSE-10 @must @untested
  Rule: A lingering close() waits for the acknowledgment
    Source: POSIX close() with SO_LINGER; chapter, option 2
    With SO_LINGER {1,5} and a healthy peer close() returns as soon as data and FIN are acknowledged
    (below 200 ms, 44 ms measured).
    Untested: not written yet.

  @TCP-CLOSE-11 @linux @untested
  Rule: A lingering close() is bounded by its time
    Source: socket(7)/POSIX SO_LINGER; measured on Linux 6.18 (2.01 s)
    With SO_LINGER {1,2} and a wire that drops everything close() blocks 2 s (within 15 %), returns
    0, and delivery still continues in the background if the path heals.
    Untested: not written yet.

  @TCP-CLOSE-12 @linux @needs:nonblocking @untested
  Rule: A lingering close() ignores O_NONBLOCK
    Source: measured on Linux 6.18 (2.01 s); POSIX leaves it open
    On Linux a lingering close() blocks for the linger time also on an O_NONBLOCK socket.
    Untested: not written yet.

  @TCP-CLOSE-22 @must @untested
  Rule: An abortive close resets the states that have a peer
    Source: RFC 9293 section 3.10.5 (ABORT)
    close() with SO_LINGER {1,0} sends RST in SYN-RECEIVED, ESTABLISHED, CLOSE-WAIT, FIN-WAIT-1 and
    FIN-WAIT-2, and sends nothing in SYN-SENT, CLOSING, LAST-ACK and TIME-WAIT; the connection entry
    is gone at once except an existing TIME-WAIT. On Linux connect() with AF_UNSPEC follows the same
    pattern.
    Untested: not written yet.

  @TCP-CLOSE-23 @must @untested
  Rule: SO_LINGER does not turn shutdown() into a reset
    Source: POSIX SO_LINGER (acts on close()); socket(7) SO_LINGER
    With SO_LINGER {1,0} shutdown(SHUT_WR) sends a FIN; the RST comes only with close().
    Untested: not written yet.

  @TCP-CLOSE-24 @linux @needs:signals @untested
  Rule: A signal ends a lingering close()
    Source: close(2); socket(7) SO_LINGER; POSIX close() EINTR
    A signal handler without SA_RESTART that runs during a lingering close() makes it return 0 at
    once on Linux; the descriptor is closed and data and FIN are still retransmitted in the
    background.
    Untested: not written yet.

  @TCP-CLOSE-25 @linux @untested
  Rule: Lingering waits only for unacknowledged output
    Source: socket(7) SO_LINGER; Linux net/ipv4/tcp.c __tcp_close
    With SO_LINGER {1,3} close() after shutdown(SHUT_WR) still waits while the FIN is
    unacknowledged, returns at once when it is acknowledged or the socket is still in SYN-SENT, and
    returns 0 as soon as a RST arrives.
    Untested: not written yet.

  @TCP-CLOSE-26 @linux @needs:fork @needs:signals @untested
  Rule: The exit of a process does not linger
    Source: socket(7) SO_LINGER (closed as part of exit)
    A process that ends or is killed is not delayed by SO_LINGER {1,5}: its connections get FIN as
    usual; with {1,0} they get RST.
    Untested: not written yet.

  @TCP-CLOSE-31 @linux @untested
  Rule: What a reset reports depends on the state
    Source: Linux net/ipv4/tcp_input.c tcp_reset
    After a RST the pending error is ECONNRESET in ESTABLISHED, FIN-WAIT-1/2, CLOSING and LAST-ACK
    but EPIPE in CLOSE-WAIT; where the FIN of the peer had arrived (CLOSE-WAIT, CLOSING, LAST-ACK)
    recv() still returns 0 and only SO_ERROR, send() or poll() show the error.
    Untested: not written yet.
