@mcast
Feature: The loop of multicast datagrams
  Whether the host that sends to a group receives the datagram itself.

  Background:
    Given the hosts client and server share a wire
    And every host has a default route

  @MCAST-21 @must @needs:multicast
  Rule: IP_MULTICAST_LOOP decides whether the own host receives
    Source: RFC 1112 section 6.1; ip(7) IP_MULTICAST_LOOP
    With IP_MULTICAST_LOOP=1 (default) members on the sending host, including the sending socket
    itself, receive the datagram; with 0 they do not, remote members always do.

    Scenario: By default own datagrams come back
      Given client has the UDP sockets first and second bound to port 5000 by SO_REUSEADDR
      And server is bound to UDP port 5000
      And first, second and server are members of 239.1.2.3
      When first sends "x" to 239.1.2.3 on UDP port 5000
      Then each of first, second and server receives "x" once
      And first answers
        | getsockopt(IP_MULTICAST_LOOP) | 1 |

    Scenario: Without the loop only remote members receive
      Given client has the UDP sockets first and second bound to port 5000 by SO_REUSEADDR
      And server is bound to UDP port 5000
      And first, second and server are members of 239.1.2.3
      And first has called setsockopt(IP_MULTICAST_LOOP, 0)
      When first sends "x" to 239.1.2.3 on UDP port 5000
      Then server receives "x"
      And first has nothing to receive
      And second has nothing to receive

    Scenario: The loop is turned on again
      Given client is bound to UDP port 5000
      And client is a member of 239.1.2.3
      And client has called setsockopt(IP_MULTICAST_LOOP, 0)
      And client sends "x" to 239.1.2.3 on UDP port 5000
      When client calls setsockopt(IP_MULTICAST_LOOP, 1)
      And client sends "y" to 239.1.2.3 on UDP port 5000
      Then client receives "y"
      And client has nothing to receive
