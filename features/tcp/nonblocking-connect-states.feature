@tcp-nbconn
Feature: States of a nonblocking connect
  What further calls and poll() report before, during and after the attempt.

  @TCP-NBCONN-02 @linux @needs:nonblocking @untested
  Rule: A nonblocking connect() over TCP never succeeds at once
    Source: connect(2) EINPROGRESS; measured on Linux 6.18; contradicts chapter remark on localhost
    On Linux a nonblocking TCP connect() reports EINPROGRESS also to a listening loopback port (0 of
    2000 tries returned 0), so code for immediate success is reachable only on other systems, with
    TCP Fast Open, or on AF_UNIX, and must be tested by interposing connect().
    Untested: not written yet.

  @TCP-NBCONN-05 @linux @needs:nonblocking @untested
  Rule: poll() shows every flag of a refused attempt
    Source: poll(2); measured on Linux 6.18
    poll() reports POLLIN|POLLOUT|POLLERR|POLLHUP|POLLRDHUP for the refused attempt, and after
    SO_ERROR has been read POLLERR is gone while the others remain.
    Untested: not written yet.

  @TCP-NBCONN-07 @linux @needs:nonblocking @untested
  Rule: A second connect() fetches the result
    Source: connect(2); measured (POSIX expects EISCONN)
    After a failed asynchronous attempt a further connect() returns the pending error once
    (ECONNREFUSED); after a successful one it returns 0 once and then EISCONN.
    Untested: not written yet.

  @TCP-NBCONN-18 @linux @needs:nonblocking @untested
  Rule: shutdown() while connecting aborts the attempt
    Source: shutdown(2); gVisor test ShutdownReadWriteConnectingSocket
    shutdown() in SYN-SENT returns 0 on Linux, aborts the attempt and poll() then shows
    POLLOUT|POLLERR|POLLHUP.
    Untested: not written yet.

  @TCP-NBCONN-19 @linux @needs:nonblocking @needs:select @untested
  Rule: An unconnected socket looks ready
    Source: poll(2); measured on Linux 6.18
    Before any connect() poll() on a TCP socket reports POLLOUT|POLLHUP and select() marks it
    readable and writable, so readiness without SO_ERROR and getpeername() proves nothing.
    Untested: not written yet.

  @TCP-NBCONN-20 @linux @needs:nonblocking @untested
  Rule: A repeated connect() ignores its address
    Source: connect(2) EALREADY; measured on Linux 6.18
    After a nonblocking connect() a further connect() naming another destination returns EALREADY
    while connecting and 0 once when connected, sends no SYN there, and getpeername() shows the
    first destination; only later calls give EISCONN.
    Untested: not written yet.

  @TCP-NBCONN-21 @linux @needs:nonblocking @untested
  Rule: Blocking calls wait for the handshake
    Source: connect(2), send(2); measured on Linux 6.18
    On a blocking descriptor whose attempt is in progress connect() waits and returns 0, send()
    waits and then sends its data, recv() waits for data; if the attempt is refused meanwhile send()
    and recv() fail with ECONNREFUSED.
    Untested: not written yet.
