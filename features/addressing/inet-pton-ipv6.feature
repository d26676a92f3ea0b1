@addr-pton
Feature: inet_pton() for IPv6
  Eight groups, one run of zeros left out, and a dotted tail in the last 32 bits.

  @ADDR-PTON-08 @must @untested
  Rule: inet_pton() accepts every IPv6 form
    Source: RFC 4291 section 2.2; inet_pton(3)
    inet_pton(AF_INET6) returns 1 for "::", "::1", "1::", "1::8", "2001:DB8::A", eight full groups,
    "1:2:3:4:5:6:7::" and "::2:3:4:5:6:7:8", each with the right 16 bytes.
    Untested: not written yet.

  @ADDR-PTON-09 @must @untested
  Rule: inet_pton() rejects malformed IPv6 text
    Source: RFC 4291 section 2.2; inet_pton(3)
    inet_pton(AF_INET6) returns 0 for nine groups, seven groups without "::", two "::", ":::", a
    single leading or trailing colon, groups over four digits, non-hex digits, brackets, a "%scope"
    suffix and the empty string.
    Untested: not written yet.

  @ADDR-PTON-10 @must @untested
  Rule: An embedded IPv4 address stands in the last 32 bits only
    Source: RFC 4291 section 2.2(3); inet_pton(3) BUGS
    inet_pton(AF_INET6) accepts "::ffff:1.2.3.4", "::1.2.3.4" and "1:2:3:4:5:6:1.2.3.4" but returns
    0 for "1:2:3:4:5:6:7:1.2.3.4", "::ffff:256.1.1.1", "::ffff:1.2.3" and a bare "1.2.3.4".
    Untested: not written yet.
