@tcp-wire
Feature: Which reset is believed
  A RST counts by its sequence number alone: exact, inside the window, or outside.

  @TCP-WIRE-04 @must
  Rule: A RST outside the window is ignored
    Source: RFC 9293 section 3.5.3
    A forged RST whose sequence lies outside the receive window has no effect and draws no answer.

    Scenario Outline: A <flags> at <sequence>
      Given the host client and the scripted host peer share a wire
      And peer answers connections on TCP port 8080
      And client is connected to peer on TCP port 8080
      When peer sends the segment
        | flags           | <flags>    |
        | sequence number | <sequence> |
      Then client sends no TCP segment within 100 ms
      When peer sends the segment
        | flags   | PSH,ACK |
        | payload | hello   |
      Then client receives "hello"

      Examples: just beside the window and far from it
        | flags   | sequence          |
        | RST     | next - 1          |
        | RST     | next + window + 1 |
        | RST     | next - 1000000    |
        | RST     | next + 1000000000 |
        | RST,ACK | next - 1          |

  @TCP-WIRE-05 @must
  Rule: An inexact RST draws a challenge ACK
    Source: RFC 9293 section 3.10.7.4; RFC 5961 section 3.2
    A forged RST inside the window but not at the expected sequence leaves the connection open and
    draws one ACK.

    Scenario Outline: A <flags> at <sequence>
      Given the host client and the scripted host peer share a wire
      And peer answers connections on TCP port 8080
      And client is connected to peer on TCP port 8080
      When peer sends the segment
        | flags           | <flags>    |
        | sequence number | <sequence> |
      Then the next TCP segment from client carries
        | flags                 | ACK                                                           |
        | sequence number       | 0 past the sequence number of the first ACK from client       |
        | acknowledgment number | 0 past the acknowledgment number of the first ACK from client |
      And client sends 1 TCP segment within 100 ms
      When peer sends the segment
        | flags   | PSH,ACK |
        | payload | hello   |
      Then client receives "hello"

      Examples: the first, one amid and the last of the window
        | flags   | sequence          |
        | RST     | next + 1          |
        | RST     | next + 1000       |
        | RST     | next + window - 1 |
        | RST,ACK | next + 1          |

  @TCP-WIRE-06 @must
  Rule: An exact RST resets the connection
    Source: RFC 9293 section 3.10.7.4
    A RST at exactly the expected sequence closes the connection and recv() fails with ECONNRESET.

    Scenario Outline: A <flags> on a fresh connection
      Given the host client and the scripted host peer share a wire
      And peer answers connections on TCP port 8080
      And client is connected to peer on TCP port 8080
      When peer sends the segment
        | flags           | <flags> |
        | sequence number | next    |
      Then client sends no TCP segment within 100 ms
      When client calls recv(4096)
      Then recv fails with ECONNRESET

      Examples: whether it acknowledges or not
        | flags   |
        | RST     |
        | RST,ACK |

    Scenario: Behind data
      Given the host client and the scripted host peer share a wire
      And peer answers connections on TCP port 8080
      And client is connected to peer on TCP port 8080
      And client has received "hello" from peer
      When peer sends the segment
        | flags           | RST  |
        | sequence number | next |
      And client calls recv(4096)
      Then recv fails with ECONNRESET

    Scenario: While a call waits
      Given the host client and the scripted host peer share a wire
      And peer answers connections on TCP port 8080
      And client is connected to peer on TCP port 8080
      When client starts to receive
      And peer sends the segment
        | flags           | RST  |
        | sequence number | next |
      Then recv fails with ECONNRESET

    Scenario: Nothing of the connection is left
      Given the host client and the scripted host peer share a wire
      And peer answers connections on TCP port 8080
      And client is connected to peer on TCP port 8080
      When peer sends the segment
        | flags           | RST  |
        | sequence number | next |
      And peer sends the segment
        | flags   | PSH,ACK |
        | payload | hello   |
      Then the next RST from client carries
        | flags           | RST                                                     |
        | sequence number | 0 past the sequence number of the first ACK from client |
