@tcp-connect
Feature: connect() and its end
  A blocking connect ends with a connection, a refusal, or the first of its limits.

  Background:
    Given the hosts client and server share a wire

  @TCP-CONNECT-02 @must
  Rule: A closed port refuses with ECONNREFUSED
    Source: POSIX connect() ECONNREFUSED; RFC 9293 section 3.10.7.3
    connect() to a port without listener returns -1 with ECONNREFUSED within 100 ms on a direct
    link.

    Scenario: Nobody listens
      When client connects to server on TCP port 8080
      Then connect fails with ECONNREFUSED within 100 ms
      And client has sent 1 TCP segment
      And server has sent 1 RST,ACK

    Scenario: Somebody listens on another port
      Given server listens on TCP port 8081
      When client connects to server on TCP port 8080
      Then connect fails with ECONNREFUSED within 100 ms

  @TCP-CONNECT-03 @linux
  Rule: A refused socket may connect again
    Source: connect(2) NOTES; POSIX connect() (state unspecified)
    On Linux the same descriptor may connect() again after connect() itself returned ECONNREFUSED (a
    fresh attempt is made) and SO_ERROR reads 0; portable programs open a new socket.

    Scenario: The second attempt goes to an open port
      Given server listens on TCP port 8081
      When client connects to server on TCP port 8080
      Then connect fails with ECONNREFUSED
      And client answers
        | getsockopt(SO_ERROR) | 0 |
      When client connects to server on TCP port 8081
      Then connect succeeds
      And client has sent 2 SYN
      And client answers
        | getpeername() | server on TCP port 8081 |

    Scenario: The second attempt is refused too
      When client connects to server on TCP port 8080
      Then connect fails with ECONNREFUSED
      When client connects to server on TCP port 8080
      Then connect fails with ECONNREFUSED
      And client has sent 2 SYN

    Scenario: The second connection carries data
      Given server listens on TCP port 8081
      And client has failed to connect to server on TCP port 8080 with ECONNREFUSED
      When client connects to server on TCP port 8081
      And client sends "hello"
      Then server accepts a connection as session
      And session receives "hello"

  @TCP-CONNECT-10 @linux
  Rule: SO_SNDTIMEO bounds connect() and ends it with EINPROGRESS
    Source: socket(7) SO_SNDTIMEO; chapter, tcp_client_connect
    With SO_SNDTIMEO t and a wire that drops SYNs, connect() fails after t (t to t+15 %) with
    EINPROGRESS, not ETIMEDOUT.

    Scenario Outline: A limit of <limit> ms
      Given client has a TCP socket with SO_SNDTIMEO <limit> ms
      And the wire loses every SYN from client
      When client connects to server on TCP port 8080
      Then connect fails with EINPROGRESS after <limit> ms to <most> ms
      And the first SYN from client carries
        | destination port | 8080 |

      Examples: t to t + 15 %, below a second and behind the first retransmission
        | limit | most |
        |   600 |  690 |
        |  1200 | 1380 |

  @TCP-CONNECT-11 @linux
  Rule: The attempt survives SO_SNDTIMEO
    Source: socket(7) SO_SNDTIMEO; POSIX connect() EALREADY
    After the EINPROGRESS of SO_SNDTIMEO t the kernel keeps trying: repeated connect() waits another
    t and fails with EALREADY, and once the SYN gets through it returns 0, then EISCONN; closing the
    descriptor ends the attempt.

    Scenario: The attempt goes on behind the limit
      Given client has a TCP socket with SO_SNDTIMEO 500 ms
      And the wire loses every SYN from client
      When client connects to server on TCP port 8080
      Then connect fails with EINPROGRESS after 500 ms to 575 ms
      When client connects to server on TCP port 8080
      Then connect fails with EALREADY after 500 ms to 575 ms
      And client answers
        | connect() | EALREADY |

    Scenario: The attempt succeeds behind the limit
      Given server listens on TCP port 8080
      And client has a TCP socket with SO_SNDTIMEO 700 ms
      And the wire loses the first SYN from client
      And client has failed to connect to server on TCP port 8080 with EINPROGRESS
      When client connects to server on TCP port 8080
      Then connect succeeds
      And client answers
        | connect() | EISCONN |
      And the second SYN from client carries
        | source port     | 0 past the source port of the first SYN from client     |
        | sequence number | 0 past the sequence number of the first SYN from client |

    Scenario: Closing ends the attempt
      Given client has a TCP socket with SO_SNDTIMEO 200 ms
      And the wire loses every SYN from client
      When client connects to server on TCP port 8080
      Then connect fails with EINPROGRESS
      When client calls close()
      Then client sends no further SYN within 1500 ms
