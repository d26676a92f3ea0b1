@tcp-echo
Feature: recv() on a stream
  When it returns, with how much, and what the flags change.

  @TCP-ECHO-05 @must @untested
  Rule: End of stream is reported again and again
    Source: POSIX recv() RETURN VALUE
    After the peer FIN, recv() returns 0 every time it is called, without blocking.
    Untested: not written yet.

  @TCP-ECHO-07 @linux @untested
  Rule: A zero-length recv() takes no data
    Source: recv(2) RETURN VALUE
    recv() with length 0 on a TCP socket with queued data returns 0 and leaves the data readable
    (without data: TCP-ECHO-34).
    Untested: not written yet.

  @TCP-ECHO-25 @must @needs:signals @untested
  Rule: MSG_WAITALL waits for the full length
    Source: POSIX recv() MSG_WAITALL; recv(2)
    recv(MSG_WAITALL) on TCP waits for the full length but returns the bytes so far on EOF, on a
    caught signal and when SO_RCVTIMEO expires.
    Untested: not written yet.

  @TCP-ECHO-26 @must @untested
  Rule: MSG_PEEK leaves the data
    Source: POSIX recv() MSG_PEEK
    recv(MSG_PEEK) returns the head of the stream without consuming it; the following recv() returns
    the same bytes.
    Untested: not written yet.

  @TCP-ECHO-31 @linux @needs:nonblocking @untested
  Rule: MSG_DONTWAIT applies to one call
    Source: recv(2), send(2) MSG_DONTWAIT
    With MSG_DONTWAIT recv() on an empty and send() on a full blocking socket return EAGAIN at once
    (send() first returns the part that fits), O_NONBLOCK stays clear and the next call without the
    flag blocks.
    Untested: not written yet.

  @TCP-ECHO-32 @must @untested
  Rule: A reset ends MSG_WAITALL
    Source: POSIX recv() MSG_WAITALL (connection terminated, error pending)
    A recv(MSG_WAITALL) that already took some bytes returns their count when a RST arrives; the
    next recv() fails with ECONNRESET and the one after returns 0.
    Untested: not written yet.

  @TCP-ECHO-33 @must @untested
  Rule: SO_RCVLOWAT holds back a blocking recv()
    Source: POSIX XSH 2.10.16 SO_RCVLOWAT
    With SO_RCVLOWAT 5 and 3 bytes queued recv() of 10 bytes blocks (with SO_RCVTIMEO 1 s it returns
    the 3 bytes after 1 s), while recv() of 3 bytes and recv(MSG_DONTWAIT) return the 3 bytes at
    once.
    Untested: not written yet.

  @TCP-ECHO-34 @linux @needs:nonblocking @untested
  Rule: A zero-length recv() needs readable data too
    Source: recv(2); measured on Linux 6.18
    recv() with length 0 is an ordinary read on Linux: it fails with EAGAIN on an empty nonblocking
    connection, blocks on an empty blocking one, fails with ENOTCONN on an unconnected or listening
    socket, takes a pending error, and returns 0 only when data or end of stream is queued. (The
    Python socket module returns empty bytes for length 0 without any system call.)
    Untested: not written yet.

  @TCP-ECHO-42 @must @untested
  Rule: Peeking repeats, blocks and grows
    Source: POSIX recv() MSG_PEEK
    recv(MSG_PEEK) blocks while the queue is empty, returns the same bytes every time, and more of
    them when more arrived; with MSG_WAITALL it waits for the full length; on UDP it returns the
    same first datagram each time, never parts of the next one.
    Untested: not written yet.

  @TCP-ECHO-43 @linux @untested
  Rule: MSG_TRUNC discards stream data
    Source: recv(2) MSG_TRUNC; tcp(7)
    On TCP recv(MSG_TRUNC) with length n drops up to n bytes from the queue, returns their number
    and writes nothing, even with a null buffer; with MSG_PEEK nothing is dropped.
    Untested: not written yet.
