@ipv6
Feature: Multicast and raw ICMP over IPv6
  Groups instead of broadcast, announced by MLDv2.

  @IPV6-10 @must @needs:ipv6 @needs:multicast @untested
  Rule: Joining and leaving are announced by MLDv2
    Source: RFC 3810 section 5.2; RFC 2464 section 7
    IPV6_JOIN_GROUP sends ICMPv6 type 143 to ff02::16 with hop limit 1 and a hop-by-hop Router
    Alert, record type 4, leaving record type 3; frames to the group use MAC 33:33 plus the low 32
    bits.
    Untested: not written yet.

  @IPV6-11 @linux @needs:ipv6 @needs:multicast @untested
  Rule: Wrong memberships fail with their errno
    Source: ipv6(7) IPV6_ADD_MEMBERSHIP; measured on Linux 6.18
    Joining twice gives EADDRINUSE, leaving without joining EADDRNOTAVAIL, a non-multicast address
    EINVAL, an unknown index ENODEV, a TCP socket EPROTO.
    Untested: not written yet.

  @IPV6-12 @must @needs:ipv6 @needs:multicast @untested
  Rule: All-nodes multicast takes the place of broadcast
    Source: RFC 4291 sections 2.7, 2.7.1
    IPv6 has no broadcast: SO_BROADCAST is irrelevant and the all-nodes group ff02::1 reaches every
    host of the link.
    Untested: not written yet.

  @IPV6-13 @must @needs:ipv6 @needs:raw @untested
  Rule: A raw ICMPv6 socket leaves the checksum to the kernel
    Source: RFC 3542 sections 3, 3.1; RFC 4443 section 4
    A raw ICMPv6 socket delivers the message without IP header, the kernel fills in the checksum,
    and echo uses types 128 and 129.
    Untested: not written yet.

  @IPV6-21 @linux @needs:ipv6 @needs:multicast @untested
  Rule: Options of multicast senders have ranges
    Source: ipv6(7); RFC 3493 section 5.2
    IPV6_MULTICAST_IF takes an index (unknown or negative: ENODEV), IPV6_MULTICAST_HOPS -1 to 255
    (else EINVAL), IPV6_MULTICAST_LOOP 0 or 1 only (else EINVAL); with loop 0 a member on the own
    host gets nothing. Datagrams to ff02::1 are received without joining.
    Untested: not written yet.
