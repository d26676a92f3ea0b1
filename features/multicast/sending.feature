@mcast
Feature: Sending to a group
  TTL, interface, source and link address of what leaves.

  @MCAST-02 @must @needs:multicast @untested
  Rule: TTL zero stays on the host
    Source: RFC 1112 section 6.1
    With IP_MULTICAST_TTL 0 local members receive the datagram and no frame is sent.
    Untested: not written yet.

  @MCAST-03 @linux @needs:multicast @untested
  Rule: IP_MULTICAST_TTL takes a char or an int of 0 to 255
    Source: ip(7) IP_MULTICAST_TTL; gVisor tests SetUDPMulticastTTL*
    IP_MULTICAST_TTL accepts a char or an int of 0..255 and -1 (resets to 1); 256 and an empty value
    fail with EINVAL; on TCP sockets it fails with EINVAL.
    Untested: not written yet.

  @MCAST-04 @must @needs:multicast @untested
  Rule: A group maps to its link address
    Source: RFC 1112 section 6.4
    Multicast to a.b.c.d is sent to MAC 01:00:5e followed by the low 23 bits of the group (239.1.2.3
    -> 01:00:5e:01:02:03; 224.129.2.3 maps to the same MAC), without ARP.
    Untested: not written yet.

  @MCAST-22 @linux @needs:multicast @untested
  Rule: The loop flag of the sender counts
    Source: ip(7) IP_MULTICAST_LOOP; measured on Linux 6.18
    On Linux IP_MULTICAST_LOOP of the receiving socket has no effect, only that of the sending
    socket counts.
    Untested: not written yet.

  @MCAST-23 @linux @needs:multicast @untested
  Rule: IP_MULTICAST_IF selects the interface
    Source: ip(7) IP_MULTICAST_IF
    IP_MULTICAST_IF (address or index) selects the interface and source address; an unknown
    interface fails with EADDRNOTAVAIL; without it the route decides and a missing route gives
    ENETUNREACH.
    Untested: not written yet.

  @MCAST-29 @must @needs:multicast @untested
  Rule: A group is never a source
    Source: RFC 1112 section 6.1 (IP source address); RFC 1122 section 3.2.1.3
    A socket bound to a group or a broadcast address sends, to unicast and to multicast
    destinations, from the unicast address of the outgoing interface.
    Untested: not written yet.

  @MCAST-30 @linux @needs:multicast @untested
  Rule: The index wins over the address, and the device over the option
    Source: ip(7) IP_ADD_MEMBERSHIP, IP_MULTICAST_IF; measured on Linux 6.18
    In a join the index beats the address; without either the route decides; a leave must name an
    interface on which the socket joined (address or index, else EADDRNOTAVAIL). For sending,
    SO_BINDTODEVICE beats IP_MULTICAST_IF (setting another interface gives EINVAL), and a socket
    bound to an address sends through the interface of that address.
    Untested: not written yet.

  @MCAST-33 @must @needs:multicast @untested
  Rule: Multicast draws no error answers
    Source: RFC 1122 section 3.2.2 (no ICMP about multicast), RFC 9293 section 3.9.2.3 (MUST-57)
    A datagram to a joined group on a port without socket draws no ICMP error, and a TCP SYN to a
    group draws no RST.
    Untested: not written yet.
