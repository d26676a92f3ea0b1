@tcp-server
Feature: The backlog
  How many completed connections wait, what happens to the next client, and how it recovers.

  @TCP-SERVER-24 @linux @untested
  Rule: A backlog of N admits N plus one connections
    Source: listen(2) NOTES
    A listener with backlog N holds exactly N+1 completed but unaccepted connections; further SYNs
    are dropped without RST and the clients stay in SYN-SENT.
    Untested: not written yet.

  @TCP-SERVER-25 @must @untested
  Rule: A client turned away by a full backlog gets in by retransmission
    Source: listen(2) DESCRIPTION; RFC 9293 section 3.8.1
    After accept() frees a place, a client whose SYN had been dropped completes its handshake on a
    SYN retransmission (about 1 s later) without application action.
    Untested: not written yet.

  @TCP-SERVER-26 @linux @untested
  Rule: A backlog of zero, below zero or above the maximum still works
    Source: listen(2) NOTES
    listen(fd, 0) queues one connection; a negative backlog or one above net.core.somaxconn behaves
    as somaxconn.
    Untested: not written yet.

  @TCP-SERVER-27 @must @untested
  Rule: listen() again changes the backlog
    Source: POSIX listen()
    Calling listen() again on a listening socket returns 0 and replaces the backlog value.
    Untested: not written yet.

  @TCP-SERVER-30 @should @untested
  Rule: Connections are accepted in the order they completed
    Source: POSIX accept() (first connection on the queue)
    accept() returns queued connections in the order their handshakes completed.
    Untested: not written yet.

  @TCP-SERVER-31 @must @untested
  Rule: Data sent before accept() is kept
    Source: RFC 9293 section 3.10.7.4
    Bytes a client sends before accept() are delivered by the first recv() on the accepted socket,
    including when the client already sent its FIN.
    Untested: not written yet.

  @TCP-SERVER-37 @linux @untested
  Rule: Closing a listener resets its queue
    Source: close(2); gVisor test TCPListenCloseConnectingRead
    close() of a listener sends RST|ACK to every queued, unaccepted connection; those clients read
    ECONNRESET.
    Untested: not written yet.

  @TCP-SERVER-53 @linux @untested
  Rule: A SYN flood does not shut out clients
    Source: tcp(7) tcp_syncookies; RFC 4987 section 3.6
    With tcp_syncookies 1 a listener whose SYN queue is full of unanswered entries still answers a
    new SYN, and the client that returns the right acknowledgment is accepted with its data; with 0
    the SYN is dropped. A cookie connection has no window scale without timestamps and its MSS is
    rounded down (1400 becomes 1300); an ACK with a guessed cookie draws RST.
    Untested: not written yet.
