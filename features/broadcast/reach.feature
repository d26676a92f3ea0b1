@bcast
Feature: Where a broadcast goes
  Which interface it leaves by, and which sockets it reaches.

  @BCAST-04 @linux @needs:broadcast @untested
  Rule: A limited broadcast needs a route
    Source: ip(7) ENETUNREACH; measured on Linux 6.18
    On a host without a default route sendto(255.255.255.255) fails with ENETUNREACH (before any
    EACCES); SO_BINDTODEVICE or bind() to an interface address makes it succeed.
    Untested: not written yet.

  @BCAST-05 @linux @needs:broadcast @untested
  Rule: A broadcast leaves by one interface only
    Source: RFC 1122 section 3.3.6; measured on Linux 6.18
    On a multi-homed host 255.255.255.255 leaves only through the interface of the default route,
    the bound device or the bound address; the directed broadcast leaves through its own subnet.
    Untested: not written yet.

  @BCAST-07 @linux @needs:broadcast @untested
  Rule: The bound address decides which broadcasts arrive
    Source: ip(7); gVisor test TestBindToBcastThenReceive
    A socket bound to the unicast interface address receives no broadcasts; one bound to the
    directed address receives only directed ones, one bound to 255.255.255.255 only limited ones.
    Untested: not written yet.

  @BCAST-08 @linux @needs:broadcast @untested
  Rule: Receiving broadcasts needs no flag
    Source: socket(7) SO_BROADCAST; measured against ip(7) Address format
    A receiver gets broadcasts without setting SO_BROADCAST itself, contrary to one sentence of
    ip(7).
    Untested: not written yet.

  @BCAST-10 @linux @needs:broadcast @untested
  Rule: IP_PKTINFO tells the destination of a broadcast
    Source: ip(7) IP_PKTINFO
    With IP_PKTINFO the receiver learns the interface index, its own address and the header
    destination (broadcast address), so it can tell broadcast from unicast.
    Untested: not written yet.

  @BCAST-11 @chapter @needs:broadcast @untested
  Rule: udp_broadcast() sends exactly one datagram
    Source: chapter, udp_broadcast
    udp_broadcast(port, text) sends exactly one datagram with the text to 255.255.255.255:port,
    closes its socket, and reports a failing send without crashing.
    Untested: not written yet.
