@fault
Feature: Slow wires and relays
  Latency, bandwidth and slices between two programs.

  @FAULT-07 @must
  Rule: A bottleneck delays the stream and loses nothing
    Source: RFC 9293 section 3.8.2; chapter, echo
    Through a 200 kB/s bottleneck 300 kB take between 1.4 and 2.5 s and arrive intact, and echo
    correctness does not depend on it.

    Scenario Outline: A slow wire, seen by the side that <does>
      Given the hosts <hosts> share a wire
      And client and server are connected on TCP port 8080
      And the wire limits every data segment from client to 200 kB per second
      When client sends 300000 bytes
      Then server receives what client sent after 1400 ms to 2500 ms

      Examples: one is judged, the other is the reference
        | does     | hosts             |
        | sends    | client and server |
        | receives | server and client |

    Scenario: A slow relay
      Given the hosts client, server and relay share a wire
      And server listens on TCP port 8080
      And relay forwards TCP port 8080 to server on TCP port 8080
      And relay limits the stream towards client to 200 kB per second
      And client is connected to relay on TCP port 8080
      When server accepts a connection as session
      And session sends 300000 bytes
      Then client receives what session sent after 1400 ms to 2500 ms

    Scenario: An echo through a slow relay
      Given the hosts server, client and relay share a wire
      And server echoes on TCP port 8080
      And relay forwards TCP port 8080 to server on TCP port 8080
      And relay limits the stream towards server to 200 kB per second
      And client is connected to relay on TCP port 8080
      When client sends 100000 bytes
      Then client receives what client sent

  @FAULT-08 @must
  Rule: Latency adds to every round trip
    Source: RFC 9293 section 3.8.1; Toxiproxy latency toxic
    With 100 ms extra latency the round trip grows by at least that and all results stay the same;
    scenario bounds scale with the configured latency.

    Scenario Outline: <latency> by the relay
      Given the hosts client, server and relay share a wire
      And server echoes on TCP port 8080
      And relay forwards TCP port 8080 to server on TCP port 8080
      And relay delays the stream towards <host> by <latency>
      And client is connected to relay on TCP port 8080
      When client sends 5 bytes
      Then client receives what client sent after <latency> to <most>

      Examples: in either direction, and three times as much
        | host   | latency | most    |
        | client | 100 ms  | 1100 ms |
        | server | 100 ms  | 1100 ms |
        | client | 300 ms  | 1300 ms |

    Scenario: 100 ms by the wire
      Given the hosts client and server share a wire
      And server echoes on TCP port 8080
      And the wire delays every TCP segment from server by 100 ms
      When client connects to server on TCP port 8080
      And client sends 5 bytes
      Then connect succeeds after 100 ms to 1100 ms
      And client receives what client sent after 100 ms to 1100 ms

    Scenario: The end of the stream is late
      Given the hosts client, server and relay share a wire
      And server listens on TCP port 8080
      And relay forwards TCP port 8080 to server on TCP port 8080
      And relay delays the end of the stream towards client by 300 ms
      And client is connected to relay on TCP port 8080
      When server accepts a connection as session
      And session calls close()
      Then client answers
        | recv(16) | "" |

  @FAULT-09 @must
  Rule: A stream cut into bytes is read unchanged
    Source: POSIX recv(); Toxiproxy slicer toxic
    When a proxy splits the stream into 1-byte pieces with gaps, request parsing and echo are
    unchanged.

    Scenario: An answer comes byte by byte
      Given the hosts client, server and relay share a wire
      And server listens on TCP port 8080
      And relay forwards TCP port 8080 to server on TCP port 8080
      And relay cuts the stream towards client into pieces of 1 byte, 2 ms apart
      And client is connected to relay on TCP port 8080
      When server accepts a connection as session
      And session sends "hello, world"
      Then client receives "hello, world"

    Scenario: A request to an echo server comes byte by byte
      Given the hosts server, client and relay share a wire
      And server echoes on TCP port 8080
      And relay forwards TCP port 8080 to server on TCP port 8080
      And relay cuts the stream towards server into pieces of 1 byte, 2 ms apart
      And client is connected to relay on TCP port 8080
      When client sends 64 bytes
      Then client receives what client sent
