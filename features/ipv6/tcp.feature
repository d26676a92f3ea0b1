@ipv6
Feature: TCP over IPv6
  The life of a connection and the two families on one port.

  @IPV6-01 @must @needs:ipv6 @untested
  Rule: TCP works over IPv6
    Source: RFC 3493; RFC 8200
    The TCP life cycle (refused, echo, half-close, reset, names) works with AF_INET6 addresses, ::1
    and global, with 28-byte addresses.
    Untested: not written yet.

  @IPV6-02 @must @needs:ipv6 @untested
  Rule: A dual-stack listener accepts IPv4 clients
    Source: RFC 3493 sections 3.7, 5.3; ipv6(7) IPV6_V6ONLY
    A socket bound to :: with IPV6_V6ONLY=0 (Linux default) accepts IPv4 clients, shown as
    ::ffff:a.b.c.d, and a v6 client socket can connect to a mapped address over IPv4.
    Untested: not written yet.

  @IPV6-03 @must @needs:ipv6 @untested
  Rule: IPV6_V6ONLY refuses IPv4 clients
    Source: RFC 3493 section 5.3; ipv6(7)
    With IPV6_V6ONLY=1 IPv4 clients are refused, an IPv4 socket can bind the same port, connecting
    to a mapped address fails with ENETUNREACH, and the option cannot change after bind (EINVAL).
    Untested: not written yet.

  @IPV6-04 @linux @needs:ipv6 @untested
  Rule: A dual-stack listener reserves the IPv4 port too
    Source: ipv6(7); gVisor test DualStackV6AnyWithListenReservesEverything
    While a dual-stack socket listens on ::, bind() of an IPv4 socket to the same port fails with
    EADDRINUSE, even with SO_REUSEADDR.
    Untested: not written yet.

  @IPV6-05 @linux @needs:ipv6 @untested
  Rule: bind() takes 24 or 28 bytes
    Source: ipv6(7) VERSIONS; measured on Linux 6.18
    bind() accepts 24 (old layout without scope) and 28 bytes; 16 or 23 bytes, also with an AF_INET
    structure, fail with EINVAL.
    Untested: not written yet.

  @IPV6-06 @linux @needs:ipv6 @untested
  Rule: Link-local addresses need a scope
    Source: ipv6(7) ERRORS; RFC 4007 section 11
    bind() to fe80:: without scope id fails with EINVAL and with an unknown index with ENODEV; with
    the right index it succeeds and traffic reaches the peer link-local address.
    Untested: not written yet.

  @IPV6-16 @linux @needs:ipv6 @untested
  Rule: Mapped and native addresses do not mix
    Source: RFC 4038 section 4.2; ipv6(7); measured on Linux 6.18
    A socket bound to a mapped address cannot connect or send to a native one (EAFNOSUPPORT) nor the
    other way round (ENETUNREACH); an unbound one may change from one to the other. A native IPv6
    packet with a mapped source is delivered like one from that IPv4 host, so mapped addresses alone
    prove nothing.
    Untested: not written yet.

  @IPV6-20 @must @needs:ipv6 @untested
  Rule: Neighbour discovery comes before the first packet
    Source: RFC 4861 section 7.2.2; RFC 4291 section 2.7.1
    The first packet to an unresolved on-link IPv6 neighbour is preceded by a neighbour solicitation
    (ICMPv6 135, hop limit 255) to its solicited-node group ff02::1:ffxx:xxxx in a 33:33:ff frame;
    without answer three are sent about 1 s apart and connect() fails with EHOSTUNREACH after about
    3 s.
    Untested: not written yet.
