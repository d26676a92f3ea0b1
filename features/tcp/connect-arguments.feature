@tcp-connect
Feature: Arguments and interruptions of connect()
  Wrong arguments, the zero destinations and signals.

  @TCP-CONNECT-17 @must @needs:signals @untested
  Rule: An interrupted connect() continues in the background
    Source: POSIX connect() EINTR; signal(7)
    A blocking connect() interrupted by a handler without SA_RESTART fails with EINTR while the
    handshake goes on; the right reaction is to wait for writability and read SO_ERROR.
    Untested: not written yet.

  @TCP-CONNECT-18 @linux @needs:signals @untested
  Rule: SA_RESTART resumes connect() unless SO_SNDTIMEO is set
    Source: signal(7)
    With SA_RESTART an interrupted connect() resumes unless SO_SNDTIMEO is set, in which case EINTR
    is returned.
    Untested: not written yet.

  @TCP-CONNECT-19 @must @untested
  Rule: Wrong arguments fail with EAFNOSUPPORT, EINVAL or EFAULT
    Source: connect(2) ERRORS
    connect() fails with EAFNOSUPPORT for family AF_INET6 on an AF_INET socket, EINVAL for addrlen 1
    or 8, EFAULT for an invalid pointer.
    Untested: not written yet.

  @TCP-CONNECT-21 @linux @untested
  Rule: The destination 0.0.0.0 is the own host
    Source: RFC 1122 section 3.2.1.3; ip(7)
    connect() to INADDR_ANY reaches the local host over loopback, and getpeername() shows 127.0.0.1
    on the accepting side.
    Untested: not written yet.

  @TCP-CONNECT-37 @linux @untested
  Rule: Destination zero means the own address, and port zero nobody
    Source: ip(7); measured on Linux 6.18
    connect() to 0.0.0.0 from a socket bound to an address goes to that address (getpeername() shows
    it), from an unbound one to loopback; TCP connect() to port 0 fails with ECONNREFUSED; UDP
    connect() to port 0 returns 0, but getpeername() then gives ENOTCONN.
    Untested: not written yet.
