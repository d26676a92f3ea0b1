@addr-order
Feature: Byte order of wider integers
  Addresses have 32 bits and some protocols 64; each conversion reverses all bytes of its own width.

  @ADDR-ORDER-04 @must @untested
  Rule: htonl() stores the most significant byte first
    Source: POSIX htonl(); byteorder(3)
    htonl(0x01020304) is stored as 01 02 03 04, htonl(0x7F000001) as 7F 00 00 01, htonl(0x80000000)
    as 80 00 00 00 and htonl(0xFFFFFFFF) as FF FF FF FF, and ntohl() restores each value without
    sign extension when it is widened to 64 bits.
    Untested: not written yet.

  @ADDR-ORDER-05 @linux @untested
  Rule: htobe64() reverses all eight bytes
    Source: endian(3); chapter, modern byte order conversion
    htobe64(0x0102030405060708) is stored as 01 02 03 04 05 06 07 08, be64toh() returns the original
    for 0, 1, 2^63 and 2^64-1, and htobe16/htobe32 equal htons/htonl on every input.
    Untested: not written yet.
