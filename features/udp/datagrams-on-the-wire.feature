@udp
Feature: Datagrams on the wire
  Fragments, checksums, headers and what the receiver drops without a word.

  @UDP-09 @must @untested
  Rule: A datagram above the MTU is sent in fragments
    Source: RFC 791 section 3.2; RFC 1122 section 3.3.2
    A 3000-byte datagram crosses a 1500 MTU link as three fragments with one identification, offsets
    0/1480/2960 and more-fragments set on all but the last, and is delivered as one message.
    Untested: not written yet.

  @UDP-10 @must @untested
  Rule: A lost fragment loses the datagram
    Source: RFC 791 section 3.2
    If one fragment is dropped nothing of the datagram is delivered.
    Untested: not written yet.

  @UDP-11 @linux @untested
  Rule: Do-not-fragment sockets refuse what does not fit
    Source: ip(7) IP_MTU_DISCOVER; udp(7)
    Default UDP datagrams that fit the MTU carry DF; with IP_PMTUDISC_DO a payload of 1473 bytes on
    a 1500 MTU fails with EMSGSIZE and 1472 succeeds.
    Untested: not written yet.

  @UDP-12 @must @untested
  Rule: The checksum is present and verified
    Source: RFC 768; RFC 1122 section 4.1.3.4
    Datagrams leave with a non-zero, correct checksum, and a datagram corrupted in transit is
    dropped without error to either application.
    Untested: not written yet.

  @UDP-40 @linux @untested
  Rule: The path MTU reaches a connected socket
    Source: ip(7) IP_MTU_DISCOVER; RFC 1191
    A fragmentation-needed message for MTU 1000 leaves EMSGSIZE pending once and sets IP_MTU to
    1000; with IP_PMTUDISC_DO 973 bytes then fail with EMSGSIZE and 972 are sent, with the default
    setting 1200 bytes leave as fragments of at most 1000 bytes without DF; with IP_PMTUDISC_DONT no
    error is reported.
    Untested: not written yet.

  @UDP-41 @must @untested
  Rule: Odd but legal datagrams are delivered
    Source: RFC 768; RFC 1122 section 4.1.3.4
    A datagram with checksum field 0 is delivered unverified, one with source port 0 is delivered
    and shows port 0, bytes after the UDP length are cut off, and a UDP length below 8 or above the
    IP payload drops the datagram silently.
    Untested: not written yet.

  @UDP-42 @must @untested
  Rule: Datagrams from impossible sources are dropped
    Source: RFC 1122 sections 3.2.1.3, 3.2.2, 4.1.3.6
    A datagram whose source is a multicast address, 0.0.0.0, 255.255.255.255, in 127/8 or the own
    address of the receiver is dropped silently, and a datagram from a multicast source or in a link
    broadcast frame to a closed port draws no ICMP error.
    Untested: not written yet.

  @UDP-57 @must @untested
  Rule: Fragments are joined in any order
    Source: RFC 791 section 3.2; RFC 1122 section 3.3.2
    Fragments of one datagram are joined when they arrive in reverse order or duplicated; fragments
    with another identification never complete it, fragments reaching beyond 65535 bytes deliver
    nothing, and TCP segments sent in fragments arrive too. When the timer ends with the first
    fragment present an ICMP time exceeded code 1 is sent, without it none.
    Untested: not written yet.

  @UDP-58 @must @untested
  Rule: Packets with damaged IP headers are dropped
    Source: RFC 1122 sections 3.2.1.1, 3.2.1.2, 3.2.2.1, 3.2.2.5
    Datagrams with a wrong header checksum, version other than 4, header length below 5, or total
    length below the header or beyond the frame are dropped silently; link padding behind the packet
    is not delivered; an unknown protocol number draws ICMP protocol unreachable (type 3 code 2), a
    malformed option parameter problem (type 12).
    Untested: not written yet.

  @UDP-59 @must @untested
  Rule: Loopback stays on the host
    Source: RFC 1122 sections 3.2.1.3, 3.3.6; measured on Linux 6.18
    Frames for another MAC address are not delivered and draw no ICMP; a socket bound to 127.0.0.1
    cannot send to another host (connect() and sendto() fail with EINVAL). Linux does deliver a
    unicast datagram in a broadcast frame, without ICMP if the port is closed.
    Untested: not written yet.
