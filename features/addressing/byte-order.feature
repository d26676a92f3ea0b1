@addr-order
Feature: Byte order on the wire
  A program names a port and an address as numbers; memory and every header carry them most
  significant byte first.

  @ADDR-ORDER-01 @must
  Rule: htons() stores the most significant byte first
    Source: POSIX htonl()/htons(); byteorder(3)
    After htons(x) the two bytes in memory are x>>8 then x&0xFF, for the vectors 0->00 00, 1->00 01,
    255->00 FF, 256->01 00, 443->01 BB, 8080->1F 90, 32768->80 00, 65535->FF FF.

  @ADDR-ORDER-02 @must
  Rule: ntohs() inverts htons() for every port
    Source: POSIX htonl()/ntohs()
    ntohs(htons(p)) equals p for all 65536 values of p, with no sign extension above 0x7FFF.

  @ADDR-ORDER-03 @chapter
  Rule: A port number crosses the wire in network byte order
    Source: chapter, first network program (byte order mistake)
    On a little-endian host a connect() whose sin_port holds the integer 8080 unconverted sends its
    SYN to destination port 36895 (0x901F), and with htons(8080) to port 8080.

  @ADDR-ORDER-06 @chapter
  Rule: The port of a peer is shown in host byte order
    Source: chapter, handle_client
    A server that reports the peer of an accepted connection prints the same decimal port the client
    bound, e.g. 8080, and not the byte-swapped 36895.

  @ADDR-ORDER-07 @must
  Rule: Only INADDR_ANY and INADDR_BROADCAST are the same in both byte orders
    Source: ip(7) NOTES; POSIX <netinet/in.h>
    INADDR_ANY (0) and INADDR_BROADCAST (0xFFFFFFFF) may be stored unconverted, whereas
    INADDR_LOOPBACK needs htonl(); stored unconverted on a little-endian host it names 1.0.0.127.
