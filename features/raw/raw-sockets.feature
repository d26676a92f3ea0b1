@raw
Feature: Raw sockets
  Privilege, headers, copies, filters and what the caller builds.

  @RAW-01 @linux @untested
  Rule: A raw socket needs a capability
    Source: raw(7) ERRORS EPERM; packet(7); chapter, root warning
    socket(AF_INET, SOCK_RAW, IPPROTO_ICMP), its IPv6 counterpart and socket(AF_PACKET, ...) fail
    with EPERM for a process without CAP_NET_RAW, and send_ping then returns -1 having sent nothing.
    Untested: not written yet.

  @RAW-02 @linux @untested
  Rule: A raw socket needs a protocol
    Source: raw(7); icmp(7) ping_group_range
    socket(AF_INET, SOCK_RAW, 0) fails with EPROTONOSUPPORT; a ping socket (SOCK_DGRAM,
    IPPROTO_ICMP) fails with EACCES outside ping_group_range.
    Untested: not written yet.

  @RAW-09 @linux @needs:raw @untested
  Rule: The IP header comes before the received data
    Source: raw(7) DESCRIPTION
    recvfrom() on a raw IPv4 socket returns the IP header first (version 4, protocol, real
    addresses, total length equal to the bytes read), so ICMP starts at ihl*4.
    Untested: not written yet.

  @RAW-12 @linux @needs:raw @untested
  Rule: Every raw socket gets a copy
    Source: raw(7) DESCRIPTION
    Two raw ICMP sockets both receive each reply, also replies to requests of the other process, so
    replies are matched by identifier, sequence and source address.
    Untested: not written yet.

  @RAW-15 @should @needs:raw @untested
  Rule: ICMP errors arrive on the socket
    Source: raw(7); RFC 792; measured on Linux 6.18 (3.07 s)
    For an absent neighbour the raw socket receives ICMP type 3 code 1 from the own host after about
    3 s; the ping must report unreachable, not success and not silence.
    Untested: not written yet.

  @RAW-16 @linux @needs:raw @untested
  Rule: ICMP_FILTER hides message types
    Source: raw(7) ICMP_FILTER
    ICMP_FILTER at level 255 hides the message types whose bits are set: with only type 0 allowed
    requests to the own host are not delivered; on a non-ICMP raw socket the option fails with
    EOPNOTSUPP.
    Untested: not written yet.

  @RAW-17 @linux @needs:raw @untested
  Rule: A connected raw socket hears one source
    Source: raw(7); gVisor test SendAndReceiveViaConnect
    connect() on a raw socket limits reception to that source address and allows send().
    Untested: not written yet.

  @RAW-18 @linux @needs:raw @untested
  Rule: IP_HDRINCL sends the header of the caller
    Source: raw(7) IP_HDRINCL
    With IPPROTO_RAW (IP_HDRINCL) the given TTL and destination are used, total length and checksum
    are always filled in, zero source and identification too; nothing is ever received; above the
    MTU EMSGSIZE, below 20 bytes EINVAL.
    Untested: not written yet.
