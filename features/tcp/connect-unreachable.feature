@tcp-connect
Feature: connect() to what cannot be reached
  No route, no neighbour, no such service: the errno and the time it takes.

  @TCP-CONNECT-04 @must @untested
  Rule: No route fails with ENETUNREACH at once
    Source: POSIX connect() ENETUNREACH; connect(2)
    connect() to an address without route, or with the only interface down, returns ENETUNREACH at
    once and sends no packet.
    Untested: not written yet.

  @TCP-CONNECT-05 @linux @untested
  Rule: An absent neighbour fails with EHOSTUNREACH after three requests
    Source: RFC 826; arp(7) mcast_solicit; ip(7) EHOSTUNREACH
    connect() to an unused on-link address sends three broadcast ARP requests about 1 s apart, no
    SYN, and fails with EHOSTUNREACH after about 3 s.
    Untested: not written yet.

  @TCP-CONNECT-06 @linux @untested
  Rule: ICMP unreachable ends an attempt with its errno
    Source: RFC 1122 section 4.2.3.9; tcp(7) Error handling
    While in SYN-SENT an ICMP destination unreachable maps to ENETUNREACH (code 0), EHOSTUNREACH
    (code 1 and code 13) and ECONNREFUSED (code 3).
    Untested: not written yet.

  @TCP-CONNECT-07 @linux @untested
  Rule: An early ICMP error is reported at the first retransmission
    Source: tcp(7) Error handling (soft errors); measured on Linux 6.18
    On a link where the ICMP answer returns while connect() still owns the socket (veth), a blocking
    connect() reports the ICMP error only at the first SYN retransmission, about 1.02 s later, so
    time bounds for this case must allow 1.5 s.
    Untested: not written yet.

  @TCP-CONNECT-08 @linux @untested
  Rule: Special routes fail with their errno
    Source: ip(7) ERRORS; ip-route(8)
    connect() and UDP sendto() to a blackhole route fail with EINVAL, to an unreachable route with
    EHOSTUNREACH, to a prohibit route with EACCES.
    Untested: not written yet.

  @TCP-CONNECT-09 @linux @untested
  Rule: TCP needs a unicast destination
    Source: RFC 1122 section 4.2.3.10; ip(7) Address format
    connect() of a TCP socket to a multicast, subnet broadcast or 255.255.255.255 address fails with
    ENETUNREACH and sends nothing.
    Untested: not written yet.

  @TCP-CONNECT-31 @linux @untested
  Rule: Further ICMP errors end an attempt with their errno
    Source: tcp(7) Error handling; Linux net/ipv4/icmp.c icmp_err_convert
    While in SYN-SENT, destination unreachable code 2 gives ENOPROTOOPT, code 9 ENETUNREACH, code 10
    EHOSTUNREACH, time exceeded in transit EHOSTUNREACH and parameter problem EPROTO, each ending
    the attempt.
    Untested: not written yet.

  @TCP-CONNECT-32 @must @untested
  Rule: Some ICMP messages must not end an attempt
    Source: RFC 9293 section 3.9.2.2 (MUST-54, MUST-55); RFC 6633 section 3; RFC 5927 section 4.1 (sequence check)
    In SYN-SENT a source quench, a redirect, a fragment reassembly timeout and a
    fragmentation-needed message leave the attempt running, and so does a port unreachable whose
    quoted ports, or whose quoted sequence number, do not belong to the SYN.
    Untested: not written yet.
