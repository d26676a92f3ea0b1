@opt-nagle
Feature: TCP_NODELAY and TCP_CORK
  When small writes leave, alone or together.

  @OPT-NAGLE-01 @should @untested
  Rule: Nagle joins small writes
    Source: RFC 9293 section 3.7.4 (SHLD-7); RFC 896; tcp(7) TCP_NODELAY
    With TCP_NODELAY off and the first byte unacknowledged, four further one-byte writes leave as
    one 4-byte segment when the ACK arrives.
    Untested: not written yet.

  @OPT-NAGLE-02 @must @untested
  Rule: TCP_NODELAY sends at once
    Source: RFC 9293 section 3.7.4 (MUST-17); chapter, option 3
    With TCP_NODELAY=1 five one-byte writes leave as five segments without waiting for ACKs.
    Untested: not written yet.

  @OPT-NAGLE-03 @linux @untested
  Rule: Nagle shows only when the ACK is late
    Source: RFC 9293 section 3.8.6.3; tcp(7) TCP_QUICKACK; measured on Linux 6.18
    On a direct veth without delay the receiver acknowledges the first segments immediately
    (quick-ACK), so Nagle is invisible; a scenario must delay the wire or set TCP_QUICKACK=0 on the
    receiver.
    Untested: not written yet.

  @OPT-NAGLE-04 @must @untested
  Rule: Full segments are not delayed
    Source: RFC 9293 section 3.7.4
    Data of at least one MSS is sent although earlier data is unacknowledged; only the short rest
    waits.
    Untested: not written yet.

  @OPT-NAGLE-05 @linux @untested
  Rule: Setting TCP_NODELAY sends what is held
    Source: tcp(7) TCP_NODELAY
    Setting TCP_NODELAY while small data is held sends it immediately.
    Untested: not written yet.

  @OPT-NAGLE-06 @linux @untested
  Rule: TCP_CORK and MSG_MORE hold partial segments
    Source: tcp(7) TCP_CORK; send(2) MSG_MORE
    With TCP_CORK or MSG_MORE partial segments are held and sent as one when uncorked or completed,
    at the latest after 200 ms.
    Untested: not written yet.

  @OPT-NAGLE-07 @linux @untested
  Rule: TCP_NODELAY does not undo a cork but pushes once
    Source: tcp(7) TCP_CORK, TCP_NODELAY; send(2) MSG_MORE
    Setting TCP_NODELAY, also again, sends at once what TCP_CORK or MSG_MORE holds; data written
    later is still held while TCP_CORK is on, and MSG_MORE holds although TCP_NODELAY is set.
    Untested: not written yet.
