@tcp-nbconn
Feature: A nonblocking connect that takes its time
  What can be done with a socket that is still connecting, and what a lost SYN does to it. The helper
  is tcp_connect_nonblocking() with its timeout t in milliseconds.

  Background:
    Given the hosts client and server share a wire

  @TCP-NBCONN-08 @linux @needs:nonblocking
  Rule: Calls on a connecting socket tell that it is not connected yet
    Source: POSIX connect() EALREADY; tcp(7)
    During SYN-SENT connect() fails with EALREADY, send() and recv() with EAGAIN, getpeername() with
    ENOTCONN, getsockname() already shows the chosen port and SO_ERROR is 0.

    Scenario: In SYN-SENT
      Given the wire loses every SYN from client
      When client starts a nonblocking connect to server on TCP port 8080
      Then client answers
        | connect()            | EALREADY |
        | send("x")            | EAGAIN   |
        | recv(1)              | EAGAIN   |
        | getpeername()        | ENOTCONN |
        | getsockopt(SO_ERROR) | 0        |
      And getsockname of client reports the source of the first SYN from client
      And the wire lost 1 SYN

    Scenario: What was refused is not sent later
      Given server listens on TCP port 8080
      And the wire keeps every SYN,ACK from server until released
      When client starts a nonblocking connect to server on TCP port 8080
      Then client answers
        | send("x") | EAGAIN |
      When the wire releases what it keeps
      Then client becomes writable within 5 s
      And client has sent no data segment

  @TCP-NBCONN-13 @must @needs:nonblocking
  Rule: A given-up attempt goes silent
    Source: POSIX close(); packetdrill close-on-syn-sent
    After the helper gave up and closed the socket no further SYN for that source port leaves the
    host.

    Scenario: Closing while nobody answers
      Given the wire loses every SYN from client
      When client starts a nonblocking connect to server on TCP port 8080
      Then client is not writable within 200 ms
      When client calls close()
      Then client sends no further SYN within 1500 ms

    Scenario: The answer comes when the socket is closed
      Given server listens on TCP port 8080
      And the wire keeps every SYN,ACK from server until released
      And client starts a nonblocking connect to server on TCP port 8080
      And server has sent 1 SYN,ACK
      When client calls close()
      And the wire releases what it keeps
      Then client has sent no ACK

  @TCP-NBCONN-16 @must @needs:nonblocking
  Rule: A lost SYN delays a nonblocking connect and does not fail it
    Source: RFC 6298 section 2.1
    If only the first SYN is lost the helper succeeds after about 1 s when t is 1500 and fails when
    t is 500.

    Scenario: A budget of 1500 ms
      Given server listens on TCP port 8080
      And the wire loses the first SYN from client
      When client starts a nonblocking connect to server on TCP port 8080
      Then client becomes writable within 1500 ms
      And client answers
        | getsockopt(SO_ERROR) | 0 |
      And the wire lost 1 SYN
      And client has sent 2 SYN
      And the second SYN from client carries
        | source port     | 0 past the source port of the first SYN from client     |
        | sequence number | 0 past the sequence number of the first SYN from client |

    Scenario: A budget of 500 ms
      Given server listens on TCP port 8080
      And the wire loses the first SYN from client
      When client starts a nonblocking connect to server on TCP port 8080
      Then client is not writable within 500 ms
      And the wire lost 1 SYN
