@mcast
Feature: Membership on the wire
  Joining and leaving a group are announced to the routers of the link, once for each host.

  @MCAST-05 @must @needs:multicast
  Rule: The first join is announced by IGMPv3
    Source: RFC 3376 sections 4.2, 4, 5.1
    IP_ADD_MEMBERSHIP sends, possibly twice within about a second, an IGMPv3 report (type 0x22) to
    224.0.0.22 with TTL 1, the Router Alert option (IHL 6) and one CHANGE_TO_EXCLUDE record (type 4)
    for the group.

  @MCAST-06 @must @needs:multicast
  Rule: The last leave is announced by IGMPv3
    Source: RFC 3376 section 5.1; ip(7)
    IP_DROP_MEMBERSHIP of the last member sends a report with a CHANGE_TO_INCLUDE record (type 3)
    and no sources, and traffic for the group stops reaching the socket.

  @MCAST-07 @must @needs:multicast
  Rule: Nothing is announced while members remain
    Source: RFC 3376 sections 3.2, 5.1
    A second local join and the first of two leaves send no IGMP report; only the first join and the
    last leave do.
