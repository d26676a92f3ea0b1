@udp
Feature: ICMP errors of datagrams
  Who sends them, which socket hears them, and which call reports them.

  @UDP-19 @must @untested
  Rule: A closed port answers with port unreachable
    Source: RFC 1122 sections 4.1.3.1, 3.2.2; RFC 792
    A datagram to a port without socket draws ICMP type 3 code 3 quoting the original IP header and
    at least 8 bytes, with the UDP ports.
    Untested: not written yet.

  @UDP-20 @must @untested
  Rule: Port unreachable reaches a connected socket once
    Source: RFC 1122 section 4.1.3.3; udp(7) Error handling
    On a connected UDP socket the ICMP port unreachable makes the next recv() or send() fail once
    with ECONNREFUSED (or is read through SO_ERROR); the operation after that works.
    Untested: not written yet.

  @UDP-21 @linux @untested
  Rule: A refusal wakes a blocked recv() and poll()
    Source: udp(7); poll(2)
    An ICMP port unreachable wakes a recv() that is already blocked, and poll() reports POLLERR
    until the error is read.
    Untested: not written yet.

  @UDP-23 @linux @needs:error-queue @untested
  Rule: Fatal ICMP codes are reported, soft ones only with IP_RECVERR
    Source: RFC 1122 sections 4.1.3.3, 3.2.2.1; udp(7)
    For a connected UDP socket codes 2 (ENOPROTOOPT), 3 (ECONNREFUSED) and, unless path MTU
    discovery is off, 4 (EMSGSIZE), 9 (ENETUNREACH), 10 and 13 (EHOSTUNREACH) are reported, while 0
    and 1 are reported only with IP_RECVERR.
    Untested: not written yet.

  @UDP-24 @linux @untested
  Rule: ICMP errors are rate limited
    Source: icmp(7) icmp_ratelimit; RFC 1812 section 4.3.2.8
    Of 100 datagrams sent at once to closed ports of one Linux host only about 6 draw ICMP errors
    (then one per second), so a test must not expect one error per datagram.
    Untested: not written yet.

  @UDP-36 @linux @untested
  Rule: A pending error comes before data
    Source: udp(7); Linux net/core/datagram.c
    When a datagram is queued and an ICMP error is pending, recv() first fails with the error and
    then returns the datagram, whichever arrived first; poll() shows POLLIN|POLLERR.
    Untested: not written yet.

  @UDP-37 @linux @untested
  Rule: A pending error hits the next call to anyone
    Source: udp(7); measured on Linux 6.18
    With an ICMP error pending on a connected UDP socket sendto() to a different destination fails
    with it and its datagram is not sent; a new connect() returns 0 but keeps the error, so the
    first call towards the new peer fails.
    Untested: not written yet.

  @UDP-38 @must @untested
  Rule: An ICMP error finds its socket
    Source: RFC 1122 sections 3.2.2, 4.1.3.3
    A port unreachable is reported only on the socket whose local port and connected peer match the
    quoted header: sockets sharing the local port with another peer or unconnected ones get nothing,
    a quote with another remote port or address is ignored, and the sender of the ICMP may be a
    router.
    Untested: not written yet.

  @UDP-39 @linux @needs:error-queue @untested
  Rule: ICMP types beyond unreachable have their errno
    Source: Linux net/ipv4/udp.c __udp4_lib_err; RFC 6633 section 4
    On a connected UDP socket a parameter problem gives EPROTO, time exceeded in transit gives
    EHOSTUNREACH only with IP_RECVERR, and source quench, redirect and reassembly timeout never give
    an error.
    Untested: not written yet.
