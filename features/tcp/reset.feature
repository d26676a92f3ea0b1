@tcp-wire
Feature: Resets in answer
  Which segments draw a RST, and what it looks like.

  @TCP-WIRE-01 @must
  Rule: A SYN to a closed port draws RST|ACK
    Source: RFC 9293 sections 3.5.2, 3.10.7.1
    A SYN to a port without listener is answered by RST|ACK with sequence 0, acknowledgment ISN+1
    and window 0.

    Scenario: A SYN by a host
      Given the hosts server and client share a wire
      When client connects to server on TCP port 8080
      Then the first RST from server carries
        | flags                 | RST,ACK                                                 |
        | source port           | 8080                                                    |
        | destination port      | 0 past the source port of the first SYN from client     |
        | sequence number       | 0                                                       |
        | acknowledgment number | 1 past the sequence number of the first SYN from client |
        | window                | 0                                                       |
        | TCP checksum          | right                                                   |
      And server has sent 1 TCP segment
      And connect fails with ECONNREFUSED

    Scenario Outline: A <kind> socket that is only bound is no listener
      Given the hosts server and client share a wire
      And server is bound to <kind> port 8080
      When client connects to server on TCP port 8080
      Then the first RST from server carries
        | flags           | RST,ACK |
        | sequence number | 0       |

      Examples: without listen(), and of the other protocol
        | kind |
        | TCP  |
        | UDP  |

    Scenario: The acknowledgment wraps around
      Given the host server and the scripted host peer share a wire
      And peer speaks to server on TCP port 8080 from TCP port 5000 without a connection
      When peer sends the segment
        | flags           | SYN        |
        | sequence number | 4294967295 |
      Then the first RST from server carries
        | flags                 | RST,ACK |
        | sequence number       | 0       |
        | acknowledgment number | 0       |
        | window                | 0       |

  @TCP-WIRE-02 @must
  Rule: A segment of an unknown connection draws RST
    Source: RFC 9293 sections 3.5.1, 3.10.7.1
    A segment carrying ACK for a connection that does not exist is answered by RST whose sequence
    equals its acknowledgment number, and the sender then reads ECONNRESET (half-open discovery).

    Scenario Outline: A stray <flags> to a closed port
      Given the host server and the scripted host peer share a wire
      And peer speaks to server on TCP port 8080 from TCP port 5000 without a connection
      When peer sends the segment
        | flags                 | <flags>  |
        | sequence number       | 1000     |
        | acknowledgment number | <number> |
      Then the first RST from server carries
        | flags           | RST      |
        | sequence number | <number> |
      And server has sent 1 TCP segment

      Examples: whatever else the segment carries, and whatever it acknowledges
        | flags   | number     |
        | ACK     | 123456789  |
        | ACK     | 0          |
        | PSH,ACK | 2147483648 |
        | FIN,ACK | 123456789  |
        | SYN,ACK | 4294967295 |

    Scenario: The judged host discovers that its peer forgot
      Given the hosts client and server share a wire
      And client and server are connected on TCP port 8080
      And server vanished unnoticed
      When client sends "x"
      Then the next RST from server carries
        | sequence number | 0 past the acknowledgment number of the first data segment from client |
      When client calls recv(4096)
      Then recv fails with ECONNRESET

    Scenario: The judged host forgot
      Given the hosts server and client share a wire
      And client and server are connected on TCP port 8080
      And server vanished unnoticed
      When client sends "x"
      Then the next RST from server carries
        | flags           | RST                                                                    |
        | sequence number | 0 past the acknowledgment number of the first data segment from client |
      When client calls recv(4096)
      Then recv fails with ECONNRESET
