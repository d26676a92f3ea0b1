@ipv6
Feature: UDP over IPv6
  Sizes, checksums, errors, header fields and fragments.

  @IPV6-07 @must @needs:ipv6 @untested
  Rule: The largest datagram has 65527 bytes and a checksum
    Source: RFC 8200 section 8.1; RFC 768
    The largest UDP payload is 65527 bytes (65528 fails with EMSGSIZE) and the UDP checksum is never
    zero on the wire.
    Untested: not written yet.

  @IPV6-08 @must @needs:ipv6 @untested
  Rule: A closed port answers with ICMPv6 port unreachable
    Source: RFC 4443 section 3.1
    A datagram to a closed UDP port draws ICMPv6 type 1 code 4 and a connected sender gets
    ECONNREFUSED.
    Untested: not written yet.

  @IPV6-09 @must @needs:ipv6 @untested
  Rule: Hop limit and traffic class appear on the wire
    Source: RFC 3493 section 5.1; RFC 3542 section 6.5
    IPV6_UNICAST_HOPS and IPV6_TCLASS values appear on the wire; hops accept 0..255 and -1, class
    0..255, others fail with EINVAL; multicast hops default to 1.
    Untested: not written yet.

  @IPV6-14 @must @needs:ipv6 @untested
  Rule: A datagram without a checksum is dropped
    Source: RFC 768; RFC 1122 section 4.1.3.4; RFC 8200 section 8.1
    A UDP datagram over IPv6 whose checksum field is 0 is dropped without an answer, while one over
    IPv4 is delivered.
    Untested: not written yet.

  @IPV6-15 @must @needs:ipv6 @untested
  Rule: A dual-stack datagram socket speaks IPv4 too
    Source: RFC 3493 sections 3.7, 5.3
    A UDP socket bound to :: with IPV6_V6ONLY 0 receives IPv4 datagrams with source ::ffff:a.b.c.d
    and answers to that address leave as IPv4; with IPV6_V6ONLY 1 sending to a mapped address fails
    with ENETUNREACH.
    Untested: not written yet.

  @IPV6-17 @linux @needs:ipv6 @untested
  Rule: Native and mapped destinations have separate header fields
    Source: ipv6(7), ip(7); measured on Linux 6.18
    On an AF_INET6 socket datagrams to native addresses use IPV6_TCLASS and IPV6_UNICAST_HOPS, those
    to mapped addresses IP_TOS and IP_TTL, each set independently.
    Untested: not written yet.

  @IPV6-18 @must @needs:ipv6 @untested
  Rule: Control messages carry address, interface, hop limit and class
    Source: RFC 3542 section 6
    With IPV6_RECVPKTINFO, IPV6_RECVHOPLIMIT and IPV6_RECVTCLASS recvmsg() gives destination address
    and interface, hop limit and class as 20- and 4-byte messages (mapped form for IPv4 datagrams);
    as control messages IPV6_PKTINFO, IPV6_HOPLIMIT (-1 to 255) and IPV6_TCLASS set them for one
    datagram; a foreign address fails with EINVAL, an unknown index with ENODEV, hop limit 256 or -2
    with EINVAL.
    Untested: not written yet.

  @IPV6-19 @must @needs:ipv6 @untested
  Rule: Fragments are joined unless they overlap
    Source: RFC 8200 section 4.5; RFC 5722 section 4; RFC 3542 section 11.2
    A 3000-byte datagram leaves in packets with a fragment header (next header 44), one
    identification, offsets 0/1448/2896, and is delivered whole in any order; overlapping fragments
    deliver nothing (on Linux over IPv4 too). With IPV6_DONTFRAG 1452 bytes are sent and 1453 fail
    with EMSGSIZE.
    Untested: not written yet.
