@conc
Feature: Many threads and many clients
  Several callers of one socket, and several sockets of one server.

  @CONC-01 @chapter @untested
  Rule: Many clients each get their own data
    Source: chapter, tcp_server_loop; accept(2)
    With 500 simultaneous clients every client gets exactly its own data and the server returns to
    its initial descriptor and process count.
    Untested: not written yet.

  @CONC-02 @linux @untested
  Rule: Closing does not wake a reader
    Source: close(2) NOTES; measured on Linux 6.18
    On Linux close() by another thread does not wake a thread blocked in recv() or accept() on that
    descriptor; shutdown() does (recv 0, accept EINVAL).
    Untested: not written yet.

  @CONC-03 @must @untested
  Rule: Competing readers share a stream
    Source: POSIX recv() (thread safety)
    Four threads reading one byte each from one TCP socket get the four bytes of a message once
    each.
    Untested: not written yet.

  @CONC-04 @must @untested
  Rule: Competing acceptors each get a connection of their own
    Source: POSIX accept(); accept(2) NOTES
    Several threads or processes blocked in accept() on one listener each get distinct connections
    and none is lost.
    Untested: not written yet.

  @CONC-05 @must @needs:unix @untested
  Rule: Datagram writes are atomic
    Source: POSIX send() (atomic messages); udp(7)
    Concurrent sendto() calls from several threads on one UDP or AF_UNIX datagram socket never mix
    their payloads.
    Untested: not written yet.

  @CONC-06 @must @untested
  Rule: Both directions can be busy at once
    Source: RFC 9293 section 3.9.1
    Client and server sending 3 MB to each other at the same time complete without deadlock when
    both read while writing.
    Untested: not written yet.

  @CONC-07 @linux @untested
  Rule: shutdown() wakes a blocked caller
    Source: shutdown(2); measured on Linux 6.18
    shutdown(SHUT_WR) by another thread makes a blocked send() return at once with the count queued
    so far, or -1 with EPIPE if nothing was; shutdown(SHUT_RD) makes a blocked recv() return 0.
    Untested: not written yet.

  @CONC-08 @must @needs:select @untested
  Rule: Blocking calls are cancellation points
    Source: POSIX section 2.9.5.2 Cancellation Points
    A thread blocked in accept(), recv(), recvfrom(), recvmsg(), read(), readv(), send(), sendmsg(),
    write(), poll(), select() or pselect() (on Linux also accept4() and epoll_wait()) ends when
    cancelled with pthread_cancel(), and data arriving afterwards is still there for another reader.
    Untested: not written yet.

  @CONC-09 @linux @untested
  Rule: Closing does not wake a waiting poll()
    Source: poll(2); measured on Linux 6.18
    close() by another thread does not wake a poll() that waits on the descriptor (it returns
    POLLNVAL only at its timeout), while shutdown() wakes it at once with POLLIN|POLLHUP.
    Untested: not written yet.
