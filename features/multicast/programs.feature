@mcast
Feature: udp_multicast_sender() and udp_multicast_receiver()
  The two multicast programs, judged by their contracts.

  @MCAST-25 @chapter @needs:multicast @untested
  Rule: udp_multicast_sender() sends one datagram that stays near
    Source: chapter, udp_multicast_sender
    udp_multicast_sender sends one 17-byte datagram "Multicast message" with TTL 1, with loopback
    disabled so that a member on the same host receives nothing.
    Untested: not written yet.

  @MCAST-26 @chapter @needs:multicast @untested
  Rule: udp_multicast_receiver() joins, prints and leaves
    Source: chapter, udp_multicast_receiver
    udp_multicast_receiver joins, prints one datagram and its length-limited text, leaves the group
    and closes; IGMP join and leave are both on the wire.
    Untested: not written yet.
