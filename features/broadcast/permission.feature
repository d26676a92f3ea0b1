@bcast
Feature: Permission to broadcast
  Only a socket that asked for it may address every host of a subnet.

  Background:
    Given the hosts client, server and other share a wire
    And every host has a default route

  @BCAST-01 @linux @needs:broadcast
  Rule: Broadcasting without SO_BROADCAST fails with EACCES
    Source: socket(7) SO_BROADCAST; POSIX sendto() EACCES; ip(7)
    sendto() to a subnet-directed broadcast address without SO_BROADCAST fails with EACCES, also
    through connect() and on raw sockets, and nothing is sent.

    Scenario: sendto() on a UDP socket
      When client sends "x" to 192.0.2.255 on UDP port 5000
      Then sendto fails with EACCES
      And client sends no frame within 100 ms

    Scenario: connect() on a UDP socket
      When client connects to 192.0.2.255 on UDP port 5000
      Then connect fails with EACCES
      And client sends no frame within 100 ms

    Scenario: sendto() on a raw socket
      Given client opens a raw ICMP socket
      When client sends "an echo request" to 192.0.2.255 on UDP port 0
      Then sendto fails with EACCES
      And client sends no frame within 100 ms

    Scenario: sendto() on a raw socket with the option
      Given client opens a raw ICMP socket
      When client calls setsockopt(SO_BROADCAST, 1)
      And client sends "an echo request" to 192.0.2.255 on UDP port 0
      Then sendto succeeds
      And client has sent 1 ICMP message

  @BCAST-02 @must @needs:broadcast
  Rule: SO_BROADCAST permits broadcasting
    Source: POSIX XSH 2.10.16 SO_BROADCAST
    With SO_BROADCAST=1 a send to a subnet-directed broadcast address succeeds, and after setting it
    back to 0 it fails again.

    Scenario: The option is set
      Given client has a UDP socket with SO_BROADCAST 1
      And server is bound to UDP port 5000
      When client sends "x" to 192.0.2.255 on UDP port 5000
      Then sendto succeeds
      And server receives "x"

    Scenario: The option is set on a socket that connects
      Given client has a UDP socket with SO_BROADCAST 1
      And server is bound to UDP port 5000
      When client connects to 192.0.2.255 on UDP port 5000
      Then connect succeeds
      When client sends "x"
      Then server receives "x"

    Scenario: The option is cleared before anything is sent
      Given client has a UDP socket with SO_BROADCAST 1
      And client has called setsockopt(SO_BROADCAST, 0)
      When client sends "x" to 192.0.2.255 on UDP port 5000
      Then sendto fails with EACCES
      And client sends no frame within 100 ms

    Scenario: The option is cleared after a broadcast
      Given client has a UDP socket with SO_BROADCAST 1
      And client sends "x" to 192.0.2.255 on UDP port 5000
      And client has sent 1 UDP datagram
      When client calls setsockopt(SO_BROADCAST, 0)
      And client sends "y" to 192.0.2.255 on UDP port 5000
      Then sendto fails with EACCES
      And client has sent 1 UDP datagram

    Scenario: The option is set after a refusal
      Given server is bound to UDP port 5000
      And client sends "x" to 192.0.2.255 on UDP port 5000
      And sendto fails with EACCES
      When client calls setsockopt(SO_BROADCAST, 1)
      And client sends "y" to 192.0.2.255 on UDP port 5000
      Then server receives "y"
      And server has nothing to receive
