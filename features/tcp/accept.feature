@tcp-server
Feature: accept()
  From which sockets connections can be accepted and what the accepted socket starts with.

  @TCP-SERVER-28 @must @untested
  Rule: listen() and accept() fail on UDP with EOPNOTSUPP
    Source: POSIX listen()/accept() ERRORS
    listen() and accept() on a SOCK_DGRAM socket fail with EOPNOTSUPP.
    Untested: not written yet.

  @TCP-SERVER-29 @must @untested
  Rule: accept() needs listen()
    Source: POSIX accept() EINVAL
    accept() on a socket that is fresh or only bound fails with EINVAL, and a client connecting to a
    bound but not listening port gets ECONNREFUSED.
    Untested: not written yet.

  @TCP-SERVER-32 @linux @untested
  Rule: A connection reset in the queue is a matter of that client only
    Source: accept(2) ERRORS; POSIX accept() ECONNABORTED
    If the client resets a queued connection, Linux accept() still returns a descriptor with the
    peer address, and the first recv() on it fails with ECONNRESET; a server must treat this, or
    ECONNABORTED, as a per-client event and go on.
    Untested: not written yet.

  @TCP-SERVER-33 @linux @untested
  Rule: accept() respects the length of the address buffer
    Source: accept(2)
    accept() with an 8-byte address buffer writes only 8 bytes and sets addrlen to 16; with NULL
    address nothing is written; with a negative length it fails with EINVAL and the dequeued
    connection is closed.
    Untested: not written yet.

  @TCP-SERVER-34 @must @needs:nonblocking @untested
  Rule: A nonblocking accept() fails with EAGAIN on an empty queue
    Source: POSIX accept() EAGAIN
    accept() on a listener with O_NONBLOCK and an empty queue returns -1 with EAGAIN (equal to
    EWOULDBLOCK on Linux) at once.
    Untested: not written yet.

  @TCP-SERVER-35 @linux @needs:nonblocking @untested
  Rule: An accepted socket starts without O_NONBLOCK and FD_CLOEXEC
    Source: accept(2) STANDARDS; accept4(2)
    The descriptor from accept() has neither O_NONBLOCK nor FD_CLOEXEC even if the listener has
    them; accept4() sets them on request and rejects other flag bits with EINVAL.
    Untested: not written yet.

  @TCP-SERVER-36 @linux @untested
  Rule: Accepted sockets inherit the options of the listener
    Source: tcp(7) TCP_USER_TIMEOUT (inheritance); gVisor test AcceptedInheritsTCPUserTimeout
    TCP_NODELAY, SO_KEEPALIVE, TCP_KEEPIDLE, SO_RCVBUF, SO_LINGER, SO_RCVTIMEO, IP_TOS and
    TCP_USER_TIMEOUT set on the listener are in effect on accepted sockets; SO_PRIORITY is not (it
    is 0).
    Untested: not written yet.

  @TCP-SERVER-43 @must @untested
  Rule: accept() fails with EINVAL on sockets that do not listen
    Source: POSIX accept() EINVAL
    accept() fails with EINVAL at once, also in blocking mode, on a TCP socket that is connecting,
    connected, half-closed in either direction, reset, or finished, and leaves a live connection
    usable.
    Untested: not written yet.

  @TCP-SERVER-44 @must @untested
  Rule: listen() needs an unconnected socket
    Source: POSIX listen() EINVAL
    listen() on a TCP socket that is connecting, connected or half-closed in either direction fails
    with EINVAL, keeps state and addresses, and the connection goes on carrying data.
    Untested: not written yet.
