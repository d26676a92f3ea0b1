@tcp-nbconn
Feature: Nonblocking connect
  connect() returns at once and the result comes with readiness. The helper is
  tcp_connect_nonblocking() with its timeout t in milliseconds.

  @TCP-NBCONN-01 @must @needs:nonblocking
  Rule: A nonblocking connect() returns at once with EINPROGRESS
    Source: POSIX connect() EINPROGRESS
    connect() on an O_NONBLOCK socket returns -1 with EINPROGRESS in under 50 ms even if the peer
    never answers.

  @TCP-NBCONN-03 @must @needs:nonblocking
  Rule: Completion makes the socket writable without an error
    Source: POSIX connect(); connect(2) EINPROGRESS
    When the handshake completes select() marks the descriptor writable, poll() reports POLLOUT
    without POLLERR, and SO_ERROR is 0.

  @TCP-NBCONN-04 @linux @needs:nonblocking
  Rule: A refusal makes the socket readable and writable
    Source: POSIX select(); connect(2)
    When the attempt is refused select() counts the descriptor in the read and the write set but not
    in the except set, and SO_ERROR is ECONNREFUSED.

  @TCP-NBCONN-06 @must @needs:nonblocking
  Rule: Reading SO_ERROR consumes the error
    Source: POSIX XSH 2.10.16 SO_ERROR; socket(7)
    The first getsockopt(SO_ERROR) after a failed attempt returns the error and the second returns
    0.

  @TCP-NBCONN-08 @linux @needs:nonblocking
  Rule: Calls on a connecting socket tell that it is not connected yet
    Source: POSIX connect() EALREADY; tcp(7)
    During SYN-SENT connect() fails with EALREADY, send() and recv() with EAGAIN, getpeername() with
    ENOTCONN, getsockname() already shows the chosen port and SO_ERROR is 0.

  @TCP-NBCONN-13 @must @needs:nonblocking
  Rule: A given-up attempt goes silent
    Source: POSIX close(); packetdrill close-on-syn-sent
    After the helper gave up and closed the socket no further SYN for that source port leaves the
    host.

  @TCP-NBCONN-16 @must @needs:nonblocking
  Rule: A lost SYN delays a nonblocking connect and does not fail it
    Source: RFC 6298 section 2.1
    If only the first SYN is lost the helper succeeds after about 1 s when t is 1500 and fails when
    t is 500.
