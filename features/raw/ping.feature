@raw
Feature: send_ping()
  An echo request and the one reply that answers it.

  @RAW-07 @chapter @needs:raw @untested
  Rule: send_ping() sends one well-formed echo request
    Source: RFC 792 Echo; chapter, send_ping
    send_ping emits one IPv4 packet, protocol 1, with type 8, code 0, a valid checksum, a 64-byte
    ICMP part (8 header + 56 data starting "Hello, ICMP!" and zero-filled), identifier from the
    process and sequence 1.
    Untested: not written yet.

  @RAW-08 @must @needs:raw @untested
  Rule: The echo reply mirrors the request
    Source: RFC 1122 section 3.2.2.6; RFC 792
    The kernel of the target answers with type 0, code 0 and identical identifier, sequence and
    data, source and destination exchanged, for data of 0, 3 (odd), 56 and 65499 bytes.
    Untested: not written yet.

  @RAW-10 @must @needs:raw @untested
  Rule: A reply with IP options is parsed
    Source: RFC 791 section 3.1 IHL
    A reply carrying IP options (4 bytes of NOP, or record route) is parsed correctly: ihl 6 or 7,
    ICMP type at byte 24 or 28.
    Untested: not written yet.

  @RAW-11 @linux @needs:raw @untested
  Rule: The own request on loopback is no reply
    Source: raw(7) (all matching packets are passed); measured on Linux 6.18
    Pinging 127.0.0.1 or an own address makes the raw socket receive the own echo request (type 8)
    before the reply (type 0); a ping must skip it and report the reply.
    Untested: not written yet.

  @RAW-13 @must @needs:raw @untested
  Rule: Foreign and damaged replies are rejected
    Source: RFC 792; raw(7); measured (bad checksum 0xbeef delivered)
    A ping does not report success for an echo reply with another identifier, another sequence or
    another source, nor for one with a wrong ICMP checksum, which Linux passes to raw sockets
    unverified.
    Untested: not written yet.

  @RAW-14 @must @needs:raw @untested
  Rule: A damaged request gets no answer
    Source: RFC 1122 section 3.2.2; RFC 792
    An echo request with a wrong checksum or shorter than 8 bytes is dropped without reply.
    Untested: not written yet.
