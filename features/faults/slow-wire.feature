@fault
Feature: Slow wires and relays
  Latency, bandwidth, cuts and silence between two programs.

  @FAULT-07 @must @untested
  Rule: A bottleneck delays the stream and loses nothing
    Source: RFC 9293 section 3.8.2; chapter, echo
    Through a 200 kB/s bottleneck 300 kB take between 1.4 and 2.5 s and arrive intact, and echo
    correctness does not depend on it.
    Untested: not written yet.

  @FAULT-08 @must @untested
  Rule: Latency adds to every round trip
    Source: RFC 9293 section 3.8.1; Toxiproxy latency toxic
    With 100 ms extra latency the round trip grows by at least that and all results stay the same;
    scenario bounds scale with the configured latency.
    Untested: not written yet.

  @FAULT-09 @must @untested
  Rule: A stream cut into bytes is read unchanged
    Source: POSIX recv(); Toxiproxy slicer toxic
    When a proxy splits the stream into 1-byte pieces with gaps, request parsing and echo are
    unchanged.
    Untested: not written yet.

  @FAULT-10 @must @untested
  Rule: A truncated stream is no success
    Source: POSIX recv(); Toxiproxy limit_data toxic
    When the proxy closes after n bytes of the answer the client reports a short answer (n bytes,
    then EOF) and not success.
    Untested: not written yet.

  @FAULT-11 @must @untested
  Rule: A reset in mid-stream is reported after the bytes before it
    Source: RFC 9293 section 3.10.7.4; Toxiproxy reset_peer toxic
    When the peer or proxy resets after n bytes the reader gets the n bytes it can and then
    ECONNRESET, and the program releases its descriptor.
    Untested: not written yet.

  @FAULT-12 @must @untested
  Rule: A stalled peer is bounded by a timeout
    Source: socket(7) SO_RCVTIMEO; chapter, advice 3; Toxiproxy timeout toxic
    When traffic stops without FIN a program with SO_RCVTIMEO returns within its timeout (500 ms:
    520 ms) and can continue when traffic resumes; without a timeout it must be bounded by keepalive
    or user timeout.
    Untested: not written yet.

  @FAULT-13 @should @untested
  Rule: A relay accepts for a dead server
    Source: RFC 9293 section 3.5 (connection is with the proxy); Toxiproxy documentation
    Through a TCP proxy whose upstream is down connect() succeeds and the failure appears only as
    EOF or reset on the first read, so connection-refused scenarios must bypass the proxy.
    Untested: not written yet.
