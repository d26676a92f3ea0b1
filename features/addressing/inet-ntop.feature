@addr-ntop
Feature: inet_ntop()
  An address becomes its one canonical text, or an error when the buffer is too small.

  @ADDR-NTOP-01 @must @untested
  Rule: inet_ntop() writes canonical dotted decimal
    Source: POSIX inet_ntop()
    inet_ntop(AF_INET) yields canonical dotted decimal without leading zeros and returns the buffer
    pointer.
    Untested: not written yet.

  @ADDR-NTOP-02 @must @untested
  Rule: inet_ntop() fails with ENOSPC when the buffer is too small
    Source: POSIX inet_ntop() ERRORS; inet_ntop(3)
    inet_ntop returns NULL with ENOSPC when size is below text length plus NUL: 15 for
    255.255.255.255, 7 for 1.2.3.4, 39 for eight full IPv6 groups; INET_ADDRSTRLEN is 16 and
    INET6_ADDRSTRLEN 46.
    Untested: not written yet.

  @ADDR-NTOP-03 @should @untested
  Rule: inet_ntop() compresses the longest run of zero groups
    Source: RFC 5952 section 4.2
    inet_ntop(AF_INET6) prints lower case, compresses the longest run of two or more zero groups
    (leftmost on a tie) and never a single zero group: 0:0:1:0:0:0:1:0 -> 0:0:1::1:0,
    1:0:0:2:0:0:3:4 -> 1::2:0:0:3:4, 1:0:2:3:4:5:6:7 unchanged.
    Untested: not written yet.

  @ADDR-NTOP-04 @linux @untested
  Rule: inet_ntop() prints mapped addresses with a dotted tail
    Source: RFC 5952 section 5; inet_ntop(3) BUGS
    inet_ntop(AF_INET6) prints ::ffff:1.2.3.4 for an IPv4-mapped address and hexadecimal for other
    prefixes such as 64:ff9b::102:304.
    Untested: not written yet.

  @ADDR-NTOP-05 @must @untested
  Rule: inet_pton() restores what inet_ntop() wrote
    Source: POSIX inet_ntop()/inet_pton()
    inet_pton(inet_ntop(a)) equals a for at least 10000 random IPv4 and IPv6 addresses including
    ones with long zero runs.
    Untested: not written yet.
