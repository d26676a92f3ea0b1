@tcp-echo
Feature: The echo
  handle_client(): every byte comes back, however the stream is cut.

  @TCP-ECHO-01 @chapter
  Rule: The echo is identical at the edges of the buffer
    Source: chapter, handle_client (BUFFER_SIZE 4096)
    For payloads of 1, 4095, 4096, 4097, 65536 and 3000000 random bytes the echo server returns
    exactly the bytes sent, in order, nothing added.

    Scenario Outline: A payload of <length> bytes
      Given the hosts server and client share a wire
      And server echoes on TCP port 8080
      And client is connected to server on TCP port 8080
      When client sends <length> bytes
      Then client receives what client sent
      And client answers
        | shutdown(SHUT_WR) | 0  |
        | recv(16)          | "" |

      Examples: around one buffer of the server, many of them, and more than any socket holds
        | length  |
        | 1       |
        | 4095    |
        | 4096    |
        | 4097    |
        | 65536   |
        | 3000000 |

    Scenario Outline: <length> bytes through a relay that slices and delays
      Given the hosts server, client and relay share a wire
      And server echoes on TCP port 8080
      And relay forwards TCP port 8080 to server on TCP port 8080
      And relay cuts the stream towards server into pieces of <piece> bytes, <apart> apart
      And relay delays the stream towards client by 20 ms
      And client is connected to relay on TCP port 8080
      When client sends <length> bytes
      Then client receives what client sent

      Examples: one byte more than the server's buffer, many buffers, more than any socket holds
        | length  | piece | apart  |
        | 4097    | 100   | 1 ms   |
        | 65536   | 1000  | 1 ms   |
        | 3000000 | 1400  | 0.1 ms |

  @TCP-ECHO-02 @chapter
  Rule: Every byte value passes unchanged
    Source: chapter, handle_client
    Payloads containing NUL, 0x0A, 0x0D, 0x1A, 0xFF and every byte value 0-255 come back unchanged.

    Scenario Outline: <what>
      Given the hosts server and client share a wire
      And server echoes on TCP port 8080
      And client is connected to server on TCP port 8080
      When client sends the bytes <bytes>
      Then client receives what client sent

      Examples: what ends or changes a text somewhere
        | what            | bytes          |
        | NUL             | 61 00 62       |
        | line feed       | 61 0a 62       |
        | carriage return | 61 0d 62 0d 0a |
        | substitute      | 61 1a 62       |
        | all bits        | 61 ff 62 ff ff |
        | NUL alone       | 00             |

    Scenario: Every value, cut into bytes
      Given the hosts server, client and relay share a wire
      And server echoes on TCP port 8080
      And relay forwards TCP port 8080 to server on TCP port 8080
      And relay cuts the stream towards server into pieces of 1 byte, 1 ms apart
      And relay delays the stream towards client by 20 ms
      And client is connected to relay on TCP port 8080
      When client sends every byte value
      Then client receives what client sent

  @TCP-ECHO-03 @must
  Rule: The echo does not depend on how the stream is cut
    Source: POSIX recv() (SOCK_STREAM has no record boundaries); RFC 9293 section 3.9.1
    The client sends 32 bytes one by one with 2 ms gaps and then 32 bytes in one call; both echoes
    are correct although the number of recv() calls differs (32 and 1 as measured).

    Scenario: One by one, and then in one call
      Given the hosts server and client share a wire
      And server echoes on TCP port 8080
      And client has a TCP socket with TCP_NODELAY 1
      And client is connected to server on TCP port 8080
      When client sends 32 bytes one by one
      Then client receives what client sent
      When client sends 32 bytes
      Then client receives what client sent

    Scenario: One by one, 2 ms apart
      Given the hosts server, client and relay share a wire
      And server echoes on TCP port 8080
      And relay forwards TCP port 8080 to server on TCP port 8080
      And relay cuts the stream towards server into pieces of 1 byte, 2 ms apart
      And client is connected to relay on TCP port 8080
      When client sends 32 bytes
      Then client receives what client sent

  @TCP-ECHO-04 @chapter
  Rule: A half-close is answered in full
    Source: chapter, handle_client; RFC 9293 section 3.6.1
    After the client sends its last data and shutdown(SHUT_WR), the server echoes all outstanding
    bytes, then closes; the client reads them all and then 0.

    Scenario: The end overtakes no byte
      Given the hosts server and client share a wire
      And server echoes on TCP port 8080
      And client is connected to server on TCP port 8080
      And the wire delays every TCP segment from server by 50 ms
      When client sends 10000 bytes
      And client calls shutdown(SHUT_WR)
      Then client receives what client sent
      And client answers
        | recv(16) | "" |
