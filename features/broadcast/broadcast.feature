@bcast
Feature: Broadcast
  One datagram for every host of the subnet, sent only by a socket that asked for permission.

  @BCAST-01 @linux @needs:broadcast
  Rule: Broadcasting without SO_BROADCAST fails with EACCES
    Source: socket(7) SO_BROADCAST; POSIX sendto() EACCES; ip(7)
    sendto() to a subnet-directed broadcast address without SO_BROADCAST fails with EACCES, also
    through connect() and on raw sockets, and nothing is sent.

  @BCAST-02 @must @needs:broadcast
  Rule: SO_BROADCAST permits broadcasting
    Source: POSIX XSH 2.10.16 SO_BROADCAST
    With SO_BROADCAST=1 a send to a subnet-directed broadcast address succeeds, and after setting it
    back to 0 it fails again.

  @BCAST-03 @must @needs:broadcast
  Rule: A broadcast is one frame to every station
    Source: RFC 919 section 7; RFC 922; RFC 894
    A limited (255.255.255.255) or directed broadcast leaves as one frame with destination
    ff:ff:ff:ff:ff:ff and the broadcast address in the IP header, without ARP.

  @BCAST-06 @must @needs:broadcast
  Rule: Every host and every socket receives a broadcast
    Source: RFC 1122 section 3.3.6; ip(7)
    Receivers on all hosts of the subnet bound to 0.0.0.0:port get the datagram, each socket of a
    SO_REUSEADDR group on one host gets its own copy, and a receiver on the sending host gets it
    too.

  @BCAST-09 @must @needs:broadcast
  Rule: A broadcast draws no ICMP error
    Source: RFC 1122 sections 3.2.2, 4.1.3.1
    A broadcast datagram to a port nobody listens on draws no ICMP error from any host.
