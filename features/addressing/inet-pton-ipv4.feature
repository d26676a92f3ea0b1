@addr-pton
Feature: inet_pton() for IPv4
  Text becomes an address only when it is four decimal octets and nothing else.

  @ADDR-PTON-01 @must @untested
  Rule: inet_pton() accepts every dotted quad
    Source: POSIX inet_pton(); inet_pton(3)
    inet_pton(AF_INET) returns 1 and writes network-order bytes for 0.0.0.0, 1.2.3.4, 127.0.0.1,
    192.168.1.1, 224.0.0.1 and 255.255.255.255.
    Untested: not written yet.

  @ADDR-PTON-02 @must @untested
  Rule: inet_pton() rejects fewer or more than four octets
    Source: POSIX inet_pton(); inet_pton(3) NOTES
    inet_pton(AF_INET) returns 0 for "1", "1.2", "1.2.3" and "1.2.3.4.5", unlike inet_aton().
    Untested: not written yet.

  @ADDR-PTON-03 @must @untested
  Rule: inet_pton() rejects octets out of range
    Source: inet_pton(3)
    inet_pton(AF_INET) returns 0 when any octet exceeds 255 ("256.1.1.1", "1.2.3.256") or has more
    than three digits ("1.2.3.1000").
    Untested: not written yet.

  @ADDR-PTON-04 @linux @untested
  Rule: inet_pton() rejects leading zeros and hexadecimal octets
    Source: inet_pton(3) NOTES (glibc behaviour)
    glibc inet_pton(AF_INET) returns 0 for "01.2.3.4", "010.0.0.1", "001.002.003.004", "00.0.0.0"
    and "0x7f.0.0.1".
    Untested: not written yet.

  @ADDR-PTON-05 @must @untested
  Rule: inet_pton() rejects stray characters
    Source: POSIX inet_pton()
    inet_pton(AF_INET) returns 0 for leading or trailing blanks, a sign, empty octets, a trailing
    dot, a newline, a "/24" suffix, a host name, the empty string and an IPv6 literal.
    Untested: not written yet.

  @ADDR-PTON-06 @linux @untested
  Rule: A rejected text leaves errno and the output alone
    Source: inet_pton(3) RETURN VALUE
    When inet_pton returns 0 neither errno nor the destination buffer is modified, so a perror()
    after it prints an unrelated message.
    Untested: not written yet.

  @ADDR-PTON-07 @must @untested
  Rule: inet_pton() and inet_ntop() know two domains only
    Source: POSIX inet_ntop()/inet_pton() ERRORS
    With a family other than AF_INET/AF_INET6 (AF_UNIX, 99) inet_pton returns -1 and inet_ntop
    returns NULL, both with EAFNOSUPPORT.
    Untested: not written yet.

  @ADDR-PTON-11 @must @untested
  Rule: inet_addr() cannot report a failure
    Source: inet_addr(3); chapter, prefer inet_pton
    inet_addr() returns 0xFFFFFFFF both for "255.255.255.255" and for garbage, and accepts "1.2" and
    octal "010.0.0.1" (8.0.0.1), so a program that must accept the limited broadcast address or
    reject garbage has to use inet_pton().
    Untested: not written yet.
