@fault
Feature: Streams that are cut or stall
  A peer that breaks off, resets or falls silent, and what a relay in between can show of it.

  @FAULT-10 @must
  Rule: A truncated stream is no success
    Source: POSIX recv(); Toxiproxy limit_data toxic
    When the proxy closes after n bytes of the answer the client reports a short answer (n bytes,
    then EOF) and not success.

    Background:
      Given the hosts client, server and relay share a wire
      And server listens on TCP port 8080
      And relay forwards TCP port 8080 to server on TCP port 8080

    Scenario: The relay ends the stream
      Given relay ends the stream towards client after 5 bytes
      And client is connected to relay on TCP port 8080
      When server accepts a connection as session
      And session sends "hello, world"
      Then client receives "hello" and then the end of the stream

    Scenario: The relay goes down
      Given client is connected to relay on TCP port 8080
      And server accepts a connection as session
      And session has called send("hello")
      And client has called recv(5)
      When relay goes down
      Then client answers
        | recv(16) | "" |

  @FAULT-11 @must
  Rule: A reset in mid-stream is reported after the bytes before it
    Source: RFC 9293 section 3.10.7.4; Toxiproxy reset_peer toxic
    When the peer or proxy resets after n bytes the reader gets the n bytes it can and then
    ECONNRESET, and the program releases its descriptor.

    Scenario: The peer resets after the bytes were read
      Given the host client and the scripted host peer share a wire
      And peer answers connections on TCP port 8080
      And client is connected to peer on TCP port 8080
      And client has received "hello" from peer
      When peer sends the segment
        | flags | RST,ACK |
      Then client answers
        | recv(16) | ECONNRESET |
        | close()  | 0          |
      And client sends no further TCP segment within 100 ms

    Scenario: The relay resets
      Given the hosts client, server and relay share a wire
      And server listens on TCP port 8080
      And relay forwards TCP port 8080 to server on TCP port 8080
      And relay resets the stream towards client after 5 bytes
      And client is connected to relay on TCP port 8080
      When server accepts a connection as session
      And session sends "hello, world"
      Then client receives "hello" or its beginning, and then ECONNRESET

  @FAULT-12 @must
  Rule: A stalled peer is bounded by a timeout
    Source: socket(7) SO_RCVTIMEO; chapter, advice 3; Toxiproxy timeout toxic
    When traffic stops without FIN a program with SO_RCVTIMEO returns within its timeout (500 ms:
    520 ms) and can continue when traffic resumes; without a timeout it must be bounded by keepalive
    or user timeout.

    Background:
      Given the hosts client, server and relay share a wire
      And server echoes on TCP port 8080

    Scenario: A relay takes the answer and passes nothing on
      Given relay forwards TCP port 8080 to server on TCP port 8080
      And relay holds the stream towards client
      And client has a TCP socket with SO_RCVTIMEO 500 ms
      And client is connected to relay on TCP port 8080
      When client calls send("hello")
      And client calls recv(16)
      Then recv fails with EAGAIN after 500 ms to 575 ms

    Scenario: Traffic resumes
      Given the wire keeps every data segment from server until released
      And client has a TCP socket with SO_RCVTIMEO 500 ms
      And client is connected to server on TCP port 8080
      And client has called send("hello")
      When client calls recv(16)
      Then recv fails with EAGAIN after 500 ms to 575 ms
      When the wire releases what it keeps
      Then client receives "hello"

    Scenario: A user timeout bounds what is not acknowledged
      Given client has a TCP socket with TCP_USER_TIMEOUT 1000
      And client is connected to server on TCP port 8080
      And the wire loses every TCP segment from server
      When client calls send("hello")
      And client calls recv(16)
      Then recv fails with ETIMEDOUT after 900 ms to 3 s

    Scenario: Keep-alive probes bound the silence
      Given client is connected to server on TCP port 8080
      And client has called setsockopt(TCP_KEEPIDLE, 1)
      And client has called setsockopt(TCP_KEEPINTVL, 1)
      And client has called setsockopt(TCP_KEEPCNT, 2)
      And client has called setsockopt(SO_KEEPALIVE, 1)
      And the wire loses every TCP segment from server
      When client calls recv(16)
      Then recv fails with ETIMEDOUT after 2 s to 5 s
