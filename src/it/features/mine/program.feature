Feature: What our own program relies on

  Scenario: A broadcast leaves for everybody
    Given the hosts client and server share a wire
    And client has a UDP socket with SO_BROADCAST 1
    When client sends "x" to 192.0.2.255 on UDP port 5000
    Then the first UDP datagram from client carries
      | destination MAC | ff:ff:ff:ff:ff:ff |
