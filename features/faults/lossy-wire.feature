@fault
Feature: Streams over a lossy wire
  Loss, duplication and reordering change the time, never the bytes.

  @FAULT-01 @must
  Rule: A lost SYN is repeated
    Source: RFC 6298 section 2.1; RFC 9293 section 3.8.1
    When the first SYN is dropped connect() succeeds after about 1 s.

    Scenario: The first SYN is lost
      Given the hosts client and server share a wire
      And server listens on TCP port 8080
      And the wire loses the first SYN from client
      When client connects to server on TCP port 8080
      Then connect succeeds after 950 ms to 1500 ms
      And client has sent 2 SYN

  @FAULT-02 @must
  Rule: A lost SYN|ACK is repeated
    Source: RFC 9293 sections 3.5, 3.8.1
    When the first SYN|ACK is dropped the connection is established after about 1 s and only one is
    accepted.

    Scenario: The side that connects
      Given the hosts client and server share a wire
      And server listens on TCP port 8080
      And the wire loses the first SYN,ACK from server
      When client connects to server on TCP port 8080
      Then connect succeeds after 950 ms to 1500 ms

    Scenario: The side that listens
      Given the hosts server and client share a wire
      And server listens on TCP port 8080
      And the wire loses the first SYN,ACK from server
      When client connects to server on TCP port 8080
      Then connect succeeds after 950 ms to 1500 ms
      And server accepts a connection as session
      And poll reports nothing for server

  @FAULT-03 @must
  Rule: Lost data is repeated
    Source: RFC 9293 section 3.8.1; RFC 6298
    With every tenth data segment dropped a 300 kB transfer arrives intact and the sender counts one
    retransmission per loss.

    Scenario Outline: The side that <does>
      Given the hosts <hosts> share a wire
      And client and server are connected on TCP port 8080
      And the wire loses every 10th data segment from client
      When client sends 300000 bytes
      Then server receives what client sent
      And client has repeated each data segment that the wire lost, and at most as many others

      Examples: one is judged, the other is the reference
        | does     | hosts             |
        | sends    | client and server |
        | receives | server and client |

    Scenario: The count of the side that sends
      Given the hosts client and server share a wire
      And client and server are connected on TCP port 8080
      And the wire loses every 10th data segment from client
      When client sends 300000 bytes
      Then server receives what client sent
      And client counts the data segments that it has repeated

  @FAULT-04 @must
  Rule: Duplicated segments deliver nothing twice
    Source: RFC 9293 section 3.10.7.4
    With every third segment duplicated the stream is intact and nothing is delivered twice.

    Scenario: Every third data segment comes twice
      Given the hosts server and client share a wire
      And client and server are connected on TCP port 8080
      And the wire duplicates every third data segment from client
      When client sends 300000 bytes
      Then server receives what client sent
      And server has nothing to receive

    Scenario: Every third acknowledgment comes twice
      Given the hosts client and server share a wire
      And client and server are connected on TCP port 8080
      And the wire duplicates every third ACK from server
      When client sends 300000 bytes
      Then server receives what client sent
      And server has nothing to receive

  @FAULT-05 @must
  Rule: Reordered segments are put in order
    Source: RFC 9293 sections 3.4, 3.10.7.4
    With every fifth segment delayed by 5 ms the stream is intact and in order.

    Scenario: Every fifth data segment is late
      Given the hosts server and client share a wire
      And client and server are connected on TCP port 8080
      And the wire delays every 5th data segment from client by 5 ms
      When client sends 300000 bytes
      Then server receives what client sent
      And server has nothing to receive

    Scenario: Every fifth data segment is overtaken by the next
      Given the hosts server and client share a wire
      And client and server are connected on TCP port 8080
      And the wire defers every 5th data segment from client
      When client sends 300000 bytes
      Then server receives what client sent
      And server has nothing to receive

  @FAULT-06 @must
  Rule: Lost acknowledgments do not stall the stream
    Source: RFC 9293 section 3.4 (cumulative ACK)
    With two of three ACKs dropped the transfer completes intact without stall.

    Scenario: Two of three acknowledgments are lost
      Given the hosts client and server share a wire
      And client and server are connected on TCP port 8080
      And the wire loses 2 of every 3 ACK from server
      When client sends 300000 bytes
      Then server receives what client sent within 2 s
