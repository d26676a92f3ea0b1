@tcp-nbconn
Feature: Nonblocking connect
  connect() returns at once and the result comes with readiness. The helper is
  tcp_connect_nonblocking() with its timeout t in milliseconds.

  Background:
    Given the hosts client and server share a wire

  @TCP-NBCONN-01 @must @needs:nonblocking
  Rule: A nonblocking connect() returns at once with EINPROGRESS
    Source: POSIX connect() EINPROGRESS
    connect() on an O_NONBLOCK socket returns -1 with EINPROGRESS in under 50 ms even if the peer
    never answers.

    Scenario: The peer never answers
      Given the wire loses every SYN from client
      When client starts a nonblocking connect to server on TCP port 8080
      Then connect fails with EINPROGRESS within 50 ms
      And the wire lost 1 SYN

    Scenario: The peer accepts
      Given server listens on TCP port 8080
      When client starts a nonblocking connect to server on TCP port 8080
      Then connect fails with EINPROGRESS within 50 ms

    Scenario: The peer refuses
      When client starts a nonblocking connect to server on TCP port 8080
      Then connect fails with EINPROGRESS within 50 ms

  @TCP-NBCONN-03 @must @needs:nonblocking
  Rule: Completion makes the socket writable without an error
    Source: POSIX connect(); connect(2) EINPROGRESS
    When the handshake completes select() marks the descriptor writable, poll() reports POLLOUT
    without POLLERR, and SO_ERROR is 0.

    Scenario: The handshake completes
      Given server listens on TCP port 8080
      When client starts a nonblocking connect to server on TCP port 8080
      Then client becomes writable within 5 s
      And poll reports POLLOUT for client
      And select marks client as writable
      And client answers
        | getsockopt(SO_ERROR) | 0 |

    Scenario: A select() that waits is woken
      Given server listens on TCP port 8080
      And the wire loses the first SYN from client
      When client starts a nonblocking connect to server on TCP port 8080
      Then select marks client as writable within 5 s

    Scenario: Nothing is ready before
      Given server listens on TCP port 8080
      And the wire keeps every SYN,ACK from server until released
      When client starts a nonblocking connect to server on TCP port 8080
      Then connect fails with EINPROGRESS
      And poll reports nothing for client
      And select marks client as nothing
      When the wire releases what it keeps
      Then client becomes writable within 5 s

  @TCP-NBCONN-04 @linux @needs:nonblocking
  Rule: A refusal makes the socket readable and writable
    Source: POSIX select(); connect(2)
    When the attempt is refused select() counts the descriptor in the read and the write set but not
    in the except set, and SO_ERROR is ECONNREFUSED.

    Scenario: A closed port
      When client starts a nonblocking connect to server on TCP port 8080
      Then client becomes writable within 5 s
      And select marks client as readable and writable
      And client answers
        | getsockopt(SO_ERROR) | ECONNREFUSED |

    Scenario: A select() that waits is woken
      Given the wire loses the first SYN from client
      When client starts a nonblocking connect to server on TCP port 8080
      Then select marks client as readable and writable within 5 s

    Scenario: Nothing is ready before
      Given the wire keeps every RST,ACK from server until released
      When client starts a nonblocking connect to server on TCP port 8080
      Then connect fails with EINPROGRESS
      And select marks client as nothing
      When the wire releases what it keeps
      Then client becomes writable within 5 s
      And select marks client as readable and writable

  @TCP-NBCONN-06 @must @needs:nonblocking
  Rule: Reading SO_ERROR consumes the error
    Source: POSIX XSH 2.10.16 SO_ERROR; socket(7)
    The first getsockopt(SO_ERROR) after a failed attempt returns the error and the second returns
    0.

    Scenario: A refused attempt
      When client starts a nonblocking connect to server on TCP port 8080
      Then client becomes writable within 5 s
      And client answers
        | getsockopt(SO_ERROR) | ECONNREFUSED |
        | getsockopt(SO_ERROR) | 0 |

    Scenario: An attempt that nobody answers
      Given client has a TCP socket with TCP_USER_TIMEOUT 500
      And the wire loses every SYN from client
      When client starts a nonblocking connect to server on TCP port 8080
      Then client becomes writable within 5 s
      And client answers
        | getsockopt(SO_ERROR) | ETIMEDOUT |
        | getsockopt(SO_ERROR) | 0 |
