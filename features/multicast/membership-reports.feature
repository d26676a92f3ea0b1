@mcast
Feature: Membership on the wire
  Joining and leaving a group are announced to the routers of the link, once for each host.

  Background:
    Given the hosts client and server share a wire
    And every host has a default route

  @MCAST-05 @must @needs:multicast
  Rule: The first join is announced by IGMPv3
    Source: RFC 3376 sections 4.2, 4, 5.1
    IP_ADD_MEMBERSHIP sends, possibly twice within about a second, an IGMPv3 report (type 0x22) to
    224.0.0.22 with TTL 1, the Router Alert option (IHL 6) and one CHANGE_TO_EXCLUDE record (type 4)
    for the group.

    Scenario: One join
      When client joins 239.1.2.3
      Then the first IGMP report from client carries
        | IGMP type           | 0x22                  |
        | destination address | 224.0.0.22            |
        | destination MAC     | 01:00:5e:00:00:16     |
        | source address      | the address of client |
        | TTL                 | 1                     |
        | IP header length    | 24                    |
        | router alert        | yes                   |
        | number of records   | 1                     |
        | record type         | 4                     |
        | record group        | 239.1.2.3             |
        | number of sources   | 0                     |
        | IGMP checksum       | right                 |

    Scenario: A further group
      Given client is a member of 239.9.9.9
      And client has sent no IGMP report for 1500 ms
      When client joins 239.1.2.3
      Then the next IGMP report from client carries
        | number of records | 1         |
        | record type       | 4         |
        | record group      | 239.1.2.3 |

  @MCAST-06 @must @needs:multicast
  Rule: The last leave is announced by IGMPv3
    Source: RFC 3376 section 5.1; ip(7)
    IP_DROP_MEMBERSHIP of the last member sends a report with a CHANGE_TO_INCLUDE record (type 3)
    and no sources, and traffic for the group stops reaching the socket.

    Scenario: The announcement
      Given client is a member of 239.1.2.3
      And client has sent no IGMP report for 1500 ms
      When client leaves 239.1.2.3
      Then the next IGMP report from client carries
        | IGMP type           | 0x22                  |
        | destination address | 224.0.0.22            |
        | TTL                 | 1                     |
        | router alert        | yes                   |
        | number of records   | 1                     |
        | record type         | 3                     |
        | record group        | 239.1.2.3             |
        | number of sources   | 0                     |

    Scenario: The socket receives no more
      Given client is bound to UDP port 5000
      And client is a member of 239.1.2.3
      And server sends "x" to 239.1.2.3 on UDP port 5000
      And client receives "x"
      When client leaves 239.1.2.3
      And server sends "y" to 239.1.2.3 on UDP port 5000
      Then client has nothing to receive

    Scenario: Another group stays
      Given client is bound to UDP port 5000
      And client is a member of 239.1.2.3
      And client is a member of 239.9.9.9
      When client leaves 239.1.2.3
      And server sends "y" to 239.9.9.9 on UDP port 5000
      Then client receives "y"

  @MCAST-07 @must @needs:multicast
  Rule: Nothing is announced while members remain
    Source: RFC 3376 sections 3.2, 5.1
    A second local join and the first of two leaves send no IGMP report; only the first join and the
    last leave do.

    Scenario: The second join
      Given client has the UDP sockets first and second bound to port 5000 by SO_REUSEADDR
      And first is a member of 239.1.2.3
      And client has sent no IGMP report for 1500 ms
      When second joins 239.1.2.3
      Then client sends no IGMP report within 1500 ms

    Scenario Outline: The first of two leaves, by the socket that joined <joined>
      Given client has the UDP sockets first and second bound to port 5000 by SO_REUSEADDR
      And first and second are members of 239.1.2.3
      And client has sent no IGMP report for 1500 ms
      When <joined> leaves 239.1.2.3
      Then client sends no IGMP report within 1500 ms
      When server sends "x" to 239.1.2.3 on UDP port 5000
      Then <other> receives "x"

      Examples: neither is the owner
        | joined | other  |
        | first  | second |
        | second | first  |

    Scenario: The second of two leaves
      Given client has the UDP sockets first and second bound to port 5000 by SO_REUSEADDR
      And first and second are members of 239.1.2.3
      And first leaves 239.1.2.3
      And client has sent no IGMP report for 1500 ms
      When second leaves 239.1.2.3
      Then the next IGMP report from client carries
        | record type  | 3         |
        | record group | 239.1.2.3 |
