@mcast
Feature: Multicast datagrams
  A datagram for a group stays on its link by default and reaches members only.

  Background:
    Given the hosts client, server and other share a wire
    And every host has a default route

  @MCAST-01 @must @needs:multicast
  Rule: A multicast datagram leaves with TTL 1
    Source: RFC 1112 section 6.1; ip(7) IP_MULTICAST_TTL
    Multicast datagrams leave with TTL 1 by default while unicast TTL stays 64; IP_MULTICAST_TTL n
    puts n in the header.

    Scenario: By default
      When client sends "group" to 239.1.2.3 on UDP port 5000
      And client sends "host" to server on UDP port 5000
      Then the first UDP datagram from client carries
        | destination address | 239.1.2.3 |
        | TTL                 | 1         |
      And the second UDP datagram from client carries
        | destination address | the address of server |
        | TTL                 | 64                    |

    Scenario Outline: IP_MULTICAST_TTL <ttl>
      Given client has a UDP socket with IP_MULTICAST_TTL <ttl>
      When client sends "group" to 239.1.2.3 on UDP port 5000
      And client sends "host" to server on UDP port 5000
      Then the first UDP datagram from client carries
        | TTL | <ttl> |
      And the second UDP datagram from client carries
        | TTL | 64 |

      Examples: from just above the default to the most
        | ttl |
        |   2 |
        |   5 |
        | 255 |

    Scenario: IP_MULTICAST_TTL between two datagrams
      Given client sends "before" to 239.1.2.3 on UDP port 5000
      When client calls setsockopt(IP_MULTICAST_TTL, 5)
      And client sends "after" to 239.1.2.3 on UDP port 5000
      Then the second UDP datagram from client carries
        | TTL | 5 |

    Scenario: IP_MULTICAST_TTL of another socket
      Given client has the UDP sockets first and second bound to port 5000 by SO_REUSEADDR
      And first has called setsockopt(IP_MULTICAST_TTL, 5)
      When second sends "group" to 239.1.2.3 on UDP port 5000
      Then the first UDP datagram from client carries
        | TTL | 1 |

    Scenario: IP_TTL is for unicast
      Given client has a UDP socket with IP_TTL 9
      When client sends "group" to 239.1.2.3 on UDP port 5000
      And client sends "host" to server on UDP port 5000
      Then the first UDP datagram from client carries
        | TTL | 1 |
      And the second UDP datagram from client carries
        | TTL | 9 |

  @MCAST-18 @must @needs:multicast
  Rule: A host without members delivers nothing
    Source: RFC 1112 section 7.1
    A host on which no socket joined the group delivers nothing to a socket bound to the port.

    Scenario: Only another host has a member
      Given client is bound to UDP port 5000
      And other is bound to UDP port 5000
      And other is a member of 239.1.2.3
      When server sends "x" to 239.1.2.3 on UDP port 5000
      Then other receives "x"
      And client has nothing to receive

    Scenario Outline: The host has a member of another group, <group>
      Given client is bound to UDP port 5000
      And client is a member of <group>
      When server sends "x" to 239.1.2.3 on UDP port 5000
      And server sends "y" to <group> on UDP port 5000
      Then client receives "y"
      And client has nothing to receive

      Examples: with a MAC address of its own, and with that of 239.1.2.3
        | group       |
        | 239.9.9.9   |
        | 239.129.2.3 |

    Scenario: The host has no member any more
      Given client is bound to UDP port 5000
      And client is a member of 239.1.2.3
      When client leaves 239.1.2.3
      And server sends "x" to 239.1.2.3 on UDP port 5000
      Then client has nothing to receive
