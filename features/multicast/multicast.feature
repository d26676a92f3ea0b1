@mcast
Feature: Multicast datagrams
  A datagram for a group stays on its link by default and reaches members only.

  @MCAST-01 @must @needs:multicast
  Rule: A multicast datagram leaves with TTL 1
    Source: RFC 1112 section 6.1; ip(7) IP_MULTICAST_TTL
    Multicast datagrams leave with TTL 1 by default while unicast TTL stays 64; IP_MULTICAST_TTL n
    puts n in the header.

  @MCAST-18 @must @needs:multicast
  Rule: A host without members delivers nothing
    Source: RFC 1112 section 7.1
    A host on which no socket joined the group delivers nothing to a socket bound to the port.

  @MCAST-21 @must @needs:multicast
  Rule: IP_MULTICAST_LOOP decides whether the own host receives
    Source: RFC 1112 section 6.1; ip(7) IP_MULTICAST_LOOP
    With IP_MULTICAST_LOOP=1 (default) members on the sending host, including the sending socket
    itself, receive the datagram; with 0 they do not, remote members always do.
