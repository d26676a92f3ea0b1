@tcp-connect
Feature: connect() on a used socket
  Connecting twice, dissolving, and what a refused or finished socket can still do.

  @TCP-CONNECT-16 @must @untested
  Rule: Connecting a connected socket fails with EISCONN
    Source: POSIX connect() EISCONN
    connect() on a connected TCP socket fails with EISCONN, for the same and for another
    destination, and the connection stays usable.
    Untested: not written yet.

  @TCP-CONNECT-20 @linux @untested
  Rule: AF_UNSPEC dissolves a connection
    Source: connect(2) DESCRIPTION
    connect() with family AF_UNSPEC on a connected TCP socket returns 0, sends RST to the peer (who
    reads ECONNRESET), makes getpeername() fail with ENOTCONN and allows a new connect().
    Untested: not written yet.

  @TCP-CONNECT-22 @linux @untested
  Rule: A destination without free ephemeral ports fails with EADDRNOTAVAIL
    Source: connect(2) EADDRNOTAVAIL; ip(7) BUGS
    When every port of ip_local_port_range is in use towards one destination, connect() fails with
    EADDRNOTAVAIL (bind to port 0 and listen with EADDRINUSE, UDP sendto with EAGAIN).
    Untested: not written yet.

  @TCP-CONNECT-28 @linux @untested
  Rule: Each quadruple of addresses and ports carries one connection
    Source: connect(2) EADDRNOTAVAIL; POSIX connect() EADDRINUSE
    Two sockets with SO_REUSEADDR may be bound to one local port, but while the first is connected
    to a peer, or its connection is in TIME_WAIT there (without timestamps), connect() of the second
    to the same peer address and port fails with EADDRNOTAVAIL and sends nothing; another peer port
    works.
    Untested: not written yet.

  @TCP-CONNECT-29 @linux @untested
  Rule: A finished socket stays connected in name
    Source: connect(2); measured on Linux 6.18
    connect() fails with EISCONN in every state after the own FIN and still after both sides sent
    FIN, when getpeername() already says ENOTCONN and listen() fails with EINVAL; connect() with
    AF_UNSPEC makes the descriptor usable for a new connect() from another port.
    Untested: not written yet.

  @TCP-CONNECT-30 @linux @untested
  Rule: The first reconnect after a fetched error is aborted
    Source: Linux net/ipv4/af_inet.c __inet_stream_connect; connect(2)
    If the error of a refused asynchronous attempt or of a reset was taken by getsockopt(SO_ERROR),
    recv() or send(), the next connect() fails with ECONNABORTED without sending anything and only
    the one after it starts a new attempt; if connect() itself returned the error, the following
    connect() starts at once.
    Untested: not written yet.

  @TCP-CONNECT-36 @linux @untested
  Rule: A refused socket can still listen, bind and connect
    Source: connect(2); measured on Linux 6.18
    After ECONNREFUSED listen() works, bind() works unless the port had been given explicitly (then
    EINVAL), and a new connect() works, as it does after shutdown() in SYN-SENT.
    Untested: not written yet.
