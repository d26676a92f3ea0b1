@mcast
Feature: Joining and leaving
  The arguments of a membership, its limits and its interface.

  @MCAST-11 @linux @needs:multicast @untested
  Rule: Joining twice fails with EADDRINUSE
    Source: ip(7) ERRORS EADDRINUSE; measured on Linux 6.18
    A second IP_ADD_MEMBERSHIP for the same group and interface on one socket fails with EADDRINUSE,
    also when given as index instead of address.
    Untested: not written yet.

  @MCAST-12 @linux @needs:multicast @untested
  Rule: Leaving without joining fails with EADDRNOTAVAIL
    Source: ip(7) ERRORS EADDRNOTAVAIL; measured on Linux 6.18
    IP_DROP_MEMBERSHIP for a group not joined on that socket, or dropped already, fails with
    EADDRNOTAVAIL.
    Untested: not written yet.

  @MCAST-13 @must @needs:multicast @untested
  Rule: Only class D addresses are groups
    Source: ip(7) IP_ADD_MEMBERSHIP
    Joining 10.77.0.9, 240.0.0.1 or 255.255.255.255 fails with EINVAL.
    Untested: not written yet.

  @MCAST-14 @linux @needs:multicast @untested
  Rule: A membership needs a local interface
    Source: ip(7) IP_ADD_MEMBERSHIP; measured on Linux 6.18
    A join naming an address or index of no local interface fails with ENODEV, and so does
    INADDR_ANY on a host without any matching route.
    Untested: not written yet.

  @MCAST-15 @linux @needs:multicast @untested
  Rule: A membership needs a full structure and a datagram socket
    Source: ip(7); measured on Linux 6.18
    A membership structure shorter than 8 bytes fails with EINVAL, and a join on a TCP socket with
    EPROTO.
    Untested: not written yet.

  @MCAST-16 @linux @needs:multicast @untested
  Rule: The number of memberships is limited
    Source: ip-sysctl igmp_max_memberships
    The 21st membership of one socket fails with ENOBUFS (igmp_max_memberships 20).
    Untested: not written yet.

  @MCAST-24 @must @needs:multicast @untested
  Rule: A source-specific membership hears one source
    Source: RFC 3376 section 3.1; RFC 3678; ip(7)
    IP_ADD_SOURCE_MEMBERSHIP delivers only the named source; IP_BLOCK_SOURCE hides one source until
    IP_UNBLOCK_SOURCE, which fails with EADDRNOTAVAIL when it is not blocked.
    Untested: not written yet.

  @MCAST-31 @must @needs:multicast @untested
  Rule: A membership belongs to an interface
    Source: RFC 1112 section 7.1; RFC 3678 sections 4.1, 5.1
    A datagram for the group arriving on an interface where it was not joined is not delivered; join
    and bind() work in either order, one socket may join several groups, and MCAST_JOIN_GROUP is the
    same membership as IP_ADD_MEMBERSHIP (joining again either way gives EADDRINUSE).
    Untested: not written yet.
