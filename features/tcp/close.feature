@tcp-close
Feature: close() of a connection
  FIN or RST, at once or later, and who keeps TIME_WAIT.

  @TCP-CLOSE-01 @must @untested
  Rule: close() sends FIN after all queued data
    Source: RFC 9293 section 3.6; POSIX close()
    close() of a connection with nothing unread sends FIN (after all queued data), the peer reads
    the data and then 0.
    Untested: not written yet.

  @TCP-CLOSE-02 @should @untested
  Rule: close() with unread input sends RST
    Source: RFC 9293 section 3.6.1 (SHLD-3); RFC 2525 section 2.17
    close() while received data is unread sends RST instead of FIN and the peer reads ECONNRESET.
    Untested: not written yet.

  @TCP-CLOSE-08 @must @needs:fork @untested
  Rule: A duplicate keeps the connection open
    Source: POSIX close()/shutdown()
    close() of one of two descriptors for a socket sends nothing; shutdown() through either acts on
    the connection at once.
    Untested: not written yet.

  @TCP-CLOSE-13 @must @untested
  Rule: close() returns at once and the data still arrives
    Source: POSIX close()
    Without SO_LINGER close() returns immediately and the kernel still delivers queued data and FIN.
    Untested: not written yet.

  @TCP-CLOSE-16 @must @untested
  Rule: Data to a closed peer draws RST
    Source: RFC 9293 section 3.10.7.1; RFC 1122 section 4.2.2.13
    A segment with data arriving after full close is answered by RST carrying the expected sequence
    number.
    Untested: not written yet.

  @TCP-CLOSE-18 @must @untested
  Rule: FIN occupies one sequence number
    Source: RFC 9293 sections 3.4, 3.8.1
    The ACK for a FIN acknowledges the FIN sequence plus one, and a lost FIN is retransmitted until
    acknowledged.
    Untested: not written yet.

  @TCP-CLOSE-19 @must @untested
  Rule: Data held by Nagle leaves with the FIN
    Source: RFC 9293 section 3.7.4
    Small data held back by Nagle is sent immediately, together with the FIN, when shutdown(SHUT_WR)
    or close() is called.
    Untested: not written yet.

  @TCP-CLOSE-20 @linux @needs:fork @untested
  Rule: The death of a process closes its connections
    Source: POSIX _Exit() (closes descriptors); RFC 2525 section 2.17
    Killing a process with SIGKILL sends FIN on its idle connections and RST on those with unread
    input.
    Untested: not written yet.

  @TCP-CLOSE-28 @must @untested
  Rule: Queued data survives the end of the connection
    Source: POSIX recv(); RFC 9293 section 3.10.3 (RECEIVE)
    Bytes received before the FIN of the peer stay readable after the own FIN was sent and
    acknowledged and the connection is in TIME-WAIT or gone: recv() returns them, then 0.
    Untested: not written yet.
