@udp
Feature: Binding datagram sockets
  Who owns a port, who shares it, and who gets the datagram.

  @UDP-26 @linux @untested
  Rule: A port shared by SO_REUSEADDR goes to the last binder
    Source: socket(7) SO_REUSEADDR; chapter, udp_echo_server sets it
    Two UDP sockets with SO_REUSEADDR may bind one address and port; on Linux unicast datagrams then
    go only to the most recent one, and without the option bind() fails with EADDRINUSE.
    Untested: not written yet.

  @UDP-27 @linux @untested
  Rule: SO_REUSEPORT spreads flows over its members
    Source: socket(7) SO_REUSEPORT
    A SO_REUSEPORT group of four spreads 200 source ports over all members and keeps one flow (fixed
    source port) on one member.
    Untested: not written yet.

  @UDP-32 @linux @untested
  Rule: The best matching socket receives
    Source: Linux net/ipv4/udp.c compute_score; udp(7)
    Of UDP sockets sharing a port (SO_REUSEADDR) a datagram goes to the one connected to its sender,
    else to one bound to the destination address, else to a wildcard one.
    Untested: not written yet.

  @UDP-33 @must @untested
  Rule: A datagram socket is bound once
    Source: POSIX bind() EINVAL
    bind() fails with EINVAL on a UDP socket that has a local port already, from bind(), from
    connect() or from a first sendto().
    Untested: not written yet.

  @UDP-46 @linux @untested
  Rule: A wildcard server answers from the address the route prefers
    Source: RFC 1122 section 4.1.3.5; ip(7) IP_PKTINFO
    On a host with several addresses a UDP server bound to 0.0.0.0 that replies with plain sendto()
    sends from the address the route prefers; a client connected to another address of the host
    never sees the answer. Replying with the ipi_spec_dst of the received IP_PKTINFO, or from a
    socket bound to that address, uses the address asked.
    Untested: not written yet.

  @UDP-48 @must @untested
  Rule: The wildcard excludes every specific address
    Source: POSIX bind() EADDRINUSE; RFC 768
    Without reuse options a UDP port bound to the wildcard excludes every specific address and the
    other way round (EADDRINUSE), two different addresses may share the number, and TCP and UDP have
    separate port numbers.
    Untested: not written yet.
