@tcp-server
Feature: bind() of a TCP socket
  Which address and port a server may take, and what it gets when it does not say.

  @TCP-SERVER-03 @must @untested
  Rule: A listener on one address refuses the others
    Source: RFC 9293 section 3.10.7.1; ip(7)
    A listener bound to 127.0.0.1 refuses (RST, ECONNREFUSED) a connection to the interface address
    with the same port, and vice versa.
    Untested: not written yet.

  @TCP-SERVER-04 @must @untested
  Rule: An accepted socket has the address the client used
    Source: POSIX getsockname(); ip(7)
    getsockname() on an accepted socket gives the destination address the client used, not 0.0.0.0,
    and its port is the listening port.
    Untested: not written yet.

  @TCP-SERVER-05 @must @untested
  Rule: Port zero picks an ephemeral port
    Source: POSIX bind(); ip(7) ip_local_port_range
    bind() with port 0 assigns a free port inside ip_local_port_range, and getsockname() reports
    that non-zero port.
    Untested: not written yet.

  @TCP-SERVER-06 @linux @untested
  Rule: listen() without bind() takes an ephemeral port
    Source: ip(7) DESCRIPTION
    listen() on an unbound TCP socket binds it to 0.0.0.0 and an ephemeral port and then accepts
    connections there.
    Untested: not written yet.

  @TCP-SERVER-07 @must @untested
  Rule: A socket is bound once only
    Source: POSIX bind() EINVAL
    A second bind() on a bound socket, or bind() after listen(), returns -1 with EINVAL and keeps
    the first address.
    Untested: not written yet.

  @TCP-SERVER-08 @must @untested
  Rule: bind() to a foreign address fails with EADDRNOTAVAIL
    Source: POSIX bind() ERRORS; ip(7)
    bind() to an IPv4 unicast address not configured on the host fails with EADDRNOTAVAIL.
    Untested: not written yet.

  @TCP-SERVER-09 @linux @untested
  Rule: A privileged port fails with EACCES
    Source: ip(7) Address format; POSIX bind() EACCES
    bind() to a port below ip_unprivileged_port_start (1024) by a process without
    CAP_NET_BIND_SERVICE fails with EACCES.
    Untested: not written yet.

  @TCP-SERVER-10 @linux @untested
  Rule: bind() checks the domain of the address
    Source: bind(2); tcp(7) ERRORS
    bind() of an AF_INET socket with family AF_INET6 fails with EAFNOSUPPORT; family AF_UNSPEC is
    accepted only together with INADDR_ANY.
    Untested: not written yet.

  @TCP-SERVER-11 @must @untested
  Rule: A second bind to the same port fails with EADDRINUSE
    Source: POSIX bind() EADDRINUSE; ip(7)
    Without reuse options a bind() to an address and port already bound by another TCP socket fails
    with EADDRINUSE, also when one side is the wildcard and the other a specific address.
    Untested: not written yet.

  @TCP-SERVER-12 @must @untested
  Rule: One port can serve two local addresses
    Source: ip(7); POSIX bind()
    Two sockets may listen on the same port when bound to two different local addresses, and each
    receives only connections for its own address.
    Untested: not written yet.

  @TCP-SERVER-45 @must @untested
  Rule: A connected socket cannot be bound
    Source: POSIX bind() EINVAL, EISCONN
    bind() on a TCP socket that got its address from connect() fails (EINVAL on Linux, EISCONN is
    allowed by POSIX) while it is connecting, connected or half-closed, and getsockname() is
    unchanged; after a reset, a refusal or the exchange of both FINs Linux lets the same descriptor
    be bound to a new port.
    Untested: not written yet.

  @TCP-SERVER-57 @linux @untested
  Rule: Sockets survive a local address that goes and comes back
    Source: ip(7); RFC 1122 section 4.2.3.5; measured on Linux 6.18
    A wildcard listener accepts on an address added later. When an address is removed, a listener
    bound to it stays and works again once it is back, bind() to it fails with EADDRNOTAVAIL, UDP
    sockets bound to it fail to send with ENETUNREACH, and a TCP connection accepts data (send()
    succeeds) that is delivered after the address returned.
    Untested: not written yet.
