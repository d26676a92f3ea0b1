@addr-order
Feature: Constant addresses in memory
  INADDR_ANY, INADDR_BROADCAST and INADDR_LOOPBACK are numbers in host order; s_addr holds network
  order.

  Background:
    Given the hosts client and server share a wire

  @ADDR-ORDER-07 @must
  Rule: Only INADDR_ANY and INADDR_BROADCAST are the same in both byte orders
    Source: ip(7) NOTES; POSIX <netinet/in.h>
    INADDR_ANY (0) and INADDR_BROADCAST (0xFFFFFFFF) may be stored unconverted, whereas
    INADDR_LOOPBACK needs htonl(); stored unconverted on a little-endian host it names 1.0.0.127.

    Scenario Outline: <constant>
      Then client answers
        | htonl(<number>) | <bytes> |

      Examples: the first two read the same from both ends
        | constant         | number     | bytes       |
        | INADDR_ANY       |          0 | 00 00 00 00 |
        | INADDR_BROADCAST | 4294967295 | ff ff ff ff |
        | INADDR_LOOPBACK  | 2130706433 | 7f 00 00 01 |

    Scenario Outline: s_addr holds <bytes>
      When client binds to the s_addr bytes <bytes>
      Then bind succeeds
      And getsockname of client reports the address <address>

      Examples: the neutral constants unconverted, and INADDR_LOOPBACK converted
        | bytes       | address         |
        | 00 00 00 00 | 0.0.0.0         |
        | ff ff ff ff | 255.255.255.255 |
        | 7f 00 00 01 | 127.0.0.1       |

    Scenario: INADDR_LOOPBACK unconverted is nobody's address
      When client binds to the s_addr bytes 01 00 00 7f
      Then bind fails with EADDRNOTAVAIL

    Scenario: INADDR_LOOPBACK unconverted names 1.0.0.127
      Given client also has the address 1.0.0.127
      When client binds to the s_addr bytes 01 00 00 7f
      Then bind succeeds
      And getsockname of client reports the address 1.0.0.127
