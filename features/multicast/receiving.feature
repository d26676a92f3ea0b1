@mcast
Feature: Receiving from a group
  Which sockets of a host get the datagrams of a group.

  @MCAST-17 @must @needs:multicast @untested
  Rule: Several receivers on one host all receive
    Source: ip(7); chapter, udp_multicast_receiver
    Two sockets with SO_REUSEADDR bound to the same port and joined to the group each receive every
    datagram.
    Untested: not written yet.

  @MCAST-19 @linux @needs:multicast @untested
  Rule: Any local join opens wildcard sockets
    Source: ip(7) IP_MULTICAST_ALL
    With the default IP_MULTICAST_ALL=1 a socket bound to 0.0.0.0:port that joined nothing receives
    a group joined by another socket of the host; with IP_MULTICAST_ALL=0 it does not.
    Untested: not written yet.

  @MCAST-20 @linux @needs:multicast @untested
  Rule: Binding to the group filters
    Source: ip(7); gVisor test TestBindToMcastThenJoinThenReceive
    A socket bound to the group address receives datagrams to that group only, neither unicast nor
    other groups, provided some socket on the host joined it.
    Untested: not written yet.

  @MCAST-27 @must @needs:multicast @untested
  Rule: Every host is in 224.0.0.1
    Source: RFC 1112 sections 4, 7.2
    A socket bound to the port (wildcard with IP_MULTICAST_ALL, or to 224.0.0.1) receives datagrams
    to 224.0.0.1 without joining and also after a join and leave; 224.0.0.2 and other groups are not
    received unjoined.
    Untested: not written yet.

  @MCAST-28 @linux @needs:ipv6 @needs:multicast @untested
  Rule: A connected socket hears a group from one source only
    Source: ip(7), udp(7); measured on Linux 6.18
    connect() to a group sets destination and getpeername(), but answers from the members' unicast
    addresses are refused by the connected socket, so the query-answer pattern needs an unconnected
    one. A receiver bound to the wildcard stops getting the group when it connects to the source,
    one bound to the group then gets only that source. The first holds for IPv6 groups too.
    Untested: not written yet.

  @MCAST-32 @linux @needs:broadcast @needs:multicast @untested
  Rule: SO_REUSEPORT does not spread multicast
    Source: socket(7) SO_REUSEPORT; measured on Linux 6.18
    Every member of a SO_REUSEPORT group gets its own copy of a multicast or broadcast datagram,
    while a unicast one goes to a single member.
    Untested: not written yet.
