@bcast
Feature: Broadcast
  One datagram for every host of the subnet, sent only by a socket that asked for permission.

  Background:
    Given the hosts client, server and other share a wire
    And every host has a default route

  @BCAST-03 @must @needs:broadcast
  Rule: A broadcast is one frame to every station
    Source: RFC 919 section 7; RFC 922; RFC 894
    A limited (255.255.255.255) or directed broadcast leaves as one frame with destination
    ff:ff:ff:ff:ff:ff and the broadcast address in the IP header, without ARP.

    Scenario Outline: To <address>
      Given client has a UDP socket with SO_BROADCAST 1
      When client sends "x" to <address> on UDP port 5000
      Then the first UDP datagram from client carries
        | destination MAC     | ff:ff:ff:ff:ff:ff     |
        | source MAC          | 02:00:00:00:00:01     |
        | destination address | <address>             |
        | source address      | the address of client |
        | payload text        | x                     |
      And client sends 1 frame within 100 ms

      Examples: the limited and the directed form
        | address         |
        | 255.255.255.255 |
        | 192.0.2.255     |

  @BCAST-06 @must @needs:broadcast
  Rule: Every host and every socket receives a broadcast
    Source: RFC 1122 section 3.3.6; ip(7)
    Receivers on all hosts of the subnet bound to 0.0.0.0:port get the datagram, each socket of a
    SO_REUSEADDR group on one host gets its own copy, and a receiver on the sending host gets it
    too.

    Scenario Outline: A broadcast to <address> by the judged host
      Given client has the UDP sockets first and second bound to port 5000 by SO_REUSEADDR
      And server has the UDP sockets third and fourth bound to port 5000 by SO_REUSEADDR
      And other is bound to UDP port 5000
      And client has a UDP socket with SO_BROADCAST 1
      When client sends "x" to <address> on UDP port 5000
      Then each of first, second, third, fourth and other receives "x" once

      Examples: the limited and the directed form
        | address         |
        | 255.255.255.255 |
        | 192.0.2.255     |

    Scenario Outline: A broadcast to <address> by another host
      Given client has the UDP sockets first and second bound to port 5000 by SO_REUSEADDR
      And client is bound to UDP port 5001
      And server has a UDP socket with SO_BROADCAST 1
      When server sends "x" to <address> on UDP port 5000
      Then each of first and second receives "x" once
      And client has nothing to receive

      Examples: the limited and the directed form
        | address         |
        | 255.255.255.255 |
        | 192.0.2.255     |

  @BCAST-09 @must @needs:broadcast
  Rule: A broadcast draws no ICMP error
    Source: RFC 1122 sections 3.2.2, 4.1.3.1
    A broadcast datagram to a port nobody listens on draws no ICMP error from any host.

    Scenario Outline: A broadcast to <address>
      Given server has a UDP socket with SO_BROADCAST 1
      When server sends "x" to <address> on UDP port 5000
      Then client sends no ICMP error within 200 ms
      And other has sent no ICMP error
      And server has sent no ICMP error

      Examples: the limited and the directed form
        | address         |
        | 255.255.255.255 |
        | 192.0.2.255     |

    Scenario: A unicast to the same port does draw one from the reference
      When server sends "x" to other on UDP port 5000
      Then other has sent 1 ICMP port unreachable

    Scenario: A broadcast by the judged host
      Given client has a UDP socket with SO_BROADCAST 1
      When client sends "x" to 192.0.2.255 on UDP port 5000
      Then client sends no ICMP error within 200 ms
