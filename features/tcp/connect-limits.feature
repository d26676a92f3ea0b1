@tcp-connect
Feature: Options that bound a connect()
  What ends an attempt that nobody answers.

  Background:
    Given the hosts client and server share a wire

  @TCP-CONNECT-13 @linux
  Rule: TCP_SYNCNT bounds connect() and ends it with ETIMEDOUT
    Source: tcp(7) TCP_SYNCNT; RFC 6298; ip-sysctl tcp_syn_retries
    With TCP_SYNCNT n and no answer, connect() fails with ETIMEDOUT after (2^(n+1)-1) s: 3 s for
    n=1, 7 s for n=2; the default 6 gives 127 s, or 131 s with the linear SYN timeouts of kernels
    since 6.5.

    Scenario Outline: A limit of <count> retransmissions
      Given client has a TCP socket with TCP_SYNCNT <count>
      And the wire loses every SYN from client
      When client connects to server on TCP port 8080
      Then connect fails with ETIMEDOUT after <least> s to <most> s
      And the second SYN from client carries
        | sequence number | 0 past the sequence number of the first SYN from client |

      Examples: (2^(n+1)-1) s, and the lateness of each timer
        | count | least | most |
        |     1 |   2.9 |  3.3 |
        |     2 |   6.9 |  7.5 |

    Scenario: The limit by default
      When client opens a TCP socket
      Then client answers
        | getsockopt(TCP_SYNCNT) | 6 |

  @TCP-CONNECT-15 @linux
  Rule: TCP_USER_TIMEOUT bounds connect() and ends it with ETIMEDOUT
    Source: tcp(7) TCP_USER_TIMEOUT; RFC 5482
    TCP_USER_TIMEOUT of 1500 ms set before connect() makes an unanswered attempt fail with ETIMEDOUT
    after 1.5 s (within 10 %).

    Scenario Outline: A limit of <limit> ms
      Given client has a TCP socket with TCP_USER_TIMEOUT <limit>
      And the wire loses every SYN from client
      When client connects to server on TCP port 8080
      Then connect fails with ETIMEDOUT after <least> ms to <most> ms

      Examples: within 10 %
        | limit | least | most |
        |  1500 |  1350 | 1650 |
        |  2500 |  2250 | 2750 |
