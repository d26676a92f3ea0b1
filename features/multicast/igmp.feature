@mcast
Feature: Further IGMP
  Leaving by close, the older version, and answers to a querier.

  @MCAST-08 @must @needs:multicast @untested
  Rule: close() leaves the group
    Source: RFC 3376 section 3.1; ip(7)
    Closing the socket, or the death of its process, drops its memberships as IP_DROP_MEMBERSHIP
    would.
    Untested: not written yet.

  @MCAST-09 @must @needs:multicast @untested
  Rule: IGMPv2 can be forced
    Source: RFC 2236 sections 2, 3; RFC 3376 section 7
    With IGMPv2 forced the join is a type 0x16 report to the group itself and the leave a type 0x17
    message to 224.0.0.2, both TTL 1 with Router Alert.
    Untested: not written yet.

  @MCAST-10 @must @needs:multicast @untested
  Rule: A general query is answered
    Source: RFC 3376 section 5.2
    A general query (type 0x11 to 224.0.0.1) is answered within its maximum response time by a
    report listing the joined groups with record type 2 (MODE_IS_EXCLUDE), without 224.0.0.1.
    Untested: not written yet.
