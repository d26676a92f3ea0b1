@addr-order
Feature: Byte order on the wire
  A program names a port and an address as numbers; memory and every header carry them most
  significant byte first.

  Background:
    Given the hosts client and server share a wire

  @ADDR-ORDER-01 @must
  Rule: htons() stores the most significant byte first
    Source: POSIX htonl()/htons(); byteorder(3)
    After htons(x) the two bytes in memory are x>>8 then x&0xFF, for the vectors 0->00 00, 1->00 01,
    255->00 FF, 256->01 00, 443->01 BB, 8080->1F 90, 32768->80 00, 65535->FF FF.

    Scenario Outline: htons(<number>)
      Then client answers
        | htons(<number>) | <bytes> |

      Examples: each byte alone, both, and the sign bit
        | number | bytes |
        |      0 | 00 00 |
        |      1 | 00 01 |
        |    255 | 00 ff |
        |    256 | 01 00 |
        |    443 | 01 bb |
        |   8080 | 1f 90 |
        |  32768 | 80 00 |
        |  65535 | ff ff |

    Scenario: Every other port
      When client converts every port with htons
      Then memory holds every port most significant byte first

  @ADDR-ORDER-02 @must
  Rule: ntohs() inverts htons() for every port
    Source: POSIX htonl()/ntohs()
    ntohs(htons(p)) equals p for all 65536 values of p, with no sign extension above 0x7FFF.

    Scenario: There and back
      When client converts every port with htons and back with ntohs
      Then every port comes back unchanged

    Scenario Outline: ntohs of the bytes <bytes>
      Then client answers
        | ntohs(<bytes>) | <number> |

      Examples: a conversion that does nothing would also come back unchanged
        | bytes | number |
        | 00 01 |      1 |
        | 1f 90 |   8080 |
        | 7f ff |  32767 |
        | 80 00 |  32768 |
        | ff ff |  65535 |

  @ADDR-ORDER-03 @chapter
  Rule: A port number crosses the wire in network byte order
    Source: chapter, first network program (byte order mistake)
    On a little-endian host a connect() whose sin_port holds the integer 8080 unconverted sends its
    SYN to destination port 36895 (0x901F), and with htons(8080) to port 8080.

    Scenario Outline: sin_port holds the bytes <bytes>
      When client connects to server with sin_port holding the bytes <bytes>
      Then the first SYN from client carries
        | destination port | <port>        |
        | destination port | bytes <bytes> |

      Examples: 8080 as a little-endian host stores it unconverted, and as htons stores it
        | bytes | port  |
        | 90 1f | 36895 |
        | 1f 90 | 8080  |

    Scenario: sin_port holds what htons gives
      Given server listens on TCP port 8080
      When client connects to server with sin_port holding what htons gives for 8080
      Then connect succeeds
      And the first SYN from client carries
        | destination port | 8080 |

    Scenario: The server on the port that was meant never sees an unconverted one
      Given server listens on TCP port 8080
      When client connects to server with sin_port holding the bytes 90 1f
      Then connect fails with ECONNREFUSED

  @ADDR-ORDER-06 @chapter
  Rule: The port of a peer is shown in host byte order
    Source: chapter, handle_client
    A server that reports the peer of an accepted connection prints the same decimal port the client
    bound, e.g. 8080, and not the byte-swapped 36895.

    Scenario Outline: A client bound to port <port>
      Given client listens on TCP port 7
      And server is bound to TCP port <port>
      And server is connected to client on TCP port 7
      When client accepts a connection as session
      Then accept reports server on TCP port <port>
      And session answers
        | getpeername() | server on TCP port <port> |
      And the first SYN from server carries
        | source port | <port> |

      Examples: a swapped pair would be another port
        | port  |
        |  8080 |
        | 36895 |
        |   256 |
        | 65534 |
