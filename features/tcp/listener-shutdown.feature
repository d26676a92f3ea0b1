@tcp-server
Feature: Shutting down a listener
  shutdown() ends listening without giving up the descriptor.

  @TCP-SERVER-38 @linux @untested
  Rule: Shutting down the read side of a listener ends listening
    Source: shutdown(2); gVisor test TCPListenShutdownListen
    shutdown(SHUT_RD) or shutdown(SHUT_RDWR) on a listener wakes a blocked accept() with EINVAL,
    clears SO_ACCEPTCONN and makes new connections refused, and listen() on the same descriptor
    revives it.
    Untested: not written yet.

  @TCP-SERVER-39 @linux @untested
  Rule: Data calls on a listener fail
    Source: connect(2); recv(2); send(2)
    On a listening socket connect() fails with EISCONN, recv() with ENOTCONN and send() with EPIPE.
    Untested: not written yet.

  @TCP-SERVER-41 @linux @untested
  Rule: Shutting down the write side of a listener changes nothing
    Source: shutdown(2); Linux net/ipv4/af_inet.c inet_shutdown
    shutdown(SHUT_WR) on a listening socket returns 0 but SO_ACCEPTCONN stays 1, a blocked accept()
    is not woken, and new connections are completed, accepted and usable in both directions; only
    SHUT_RD and SHUT_RDWR end listening.
    Untested: not written yet.

  @TCP-SERVER-42 @linux @untested
  Rule: Shutting down a listener resets its queue
    Source: shutdown(2); Linux net/ipv4/inet_connection_sock.c
    shutdown(SHUT_RD) on a listener with a queued connection sends RST to that client, makes
    accept() fail with EINVAL and poll() show POLLOUT|POLLHUP; after a new listen() on the
    descriptor the queue is empty.
    Untested: not written yet.
