@opt-keep
Feature: SO_KEEPALIVE and TCP_USER_TIMEOUT
  Probes of an idle connection, and how long silence is borne.

  @OPT-KEEP-01 @must @untested
  Rule: Probes are empty segments on schedule
    Source: RFC 9293 section 3.8.4; RFC 1122 section 4.2.3.6; tcp(7) TCP_KEEPIDLE
    With SO_KEEPALIVE, idle 1 s and interval 1 s an idle connection carries empty segments whose
    sequence is one below the next, at 1, 2, 3 s, each answered by an ACK, and stays open.
    Untested: not written yet.

  @OPT-KEEP-02 @must @untested
  Rule: A dead peer is detected
    Source: RFC 1122 section 4.2.3.6; tcp(7) TCP_KEEPCNT
    With 1/1/3 and a silent peer recv() fails with ETIMEDOUT after idle+interval*count (4 s), a RST
    is sent, and later recv() returns 0.
    Untested: not written yet.

  @OPT-KEEP-03 @must @untested
  Rule: A restarted peer is detected
    Source: RFC 9293 section 3.10.7.4
    If a probe is answered by RST recv() fails with ECONNRESET at once.
    Untested: not written yet.

  @OPT-KEEP-04 @must @untested
  Rule: Without SO_KEEPALIVE no probe is sent
    Source: tcp(7) TCP_KEEPIDLE; RFC 1122 section 4.2.3.6 (default off)
    Setting TCP_KEEPIDLE and TCP_KEEPINTVL without SO_KEEPALIVE sends no probe.
    Untested: not written yet.

  @OPT-KEEP-05 @linux @untested
  Rule: Keepalive parameters have ranges
    Source: tcp(7); gVisor tests SetTCPKeepidleZero and ...AboveMax
    TCP_KEEPIDLE and TCP_KEEPINTVL accept 1..32767 and TCP_KEEPCNT 1..127; 0, negative and larger
    values fail with EINVAL and keep the old value.
    Untested: not written yet.

  @OPT-KEEP-06 @linux @untested
  Rule: TCP_USER_TIMEOUT overrides the probes
    Source: tcp(7) TCP_USER_TIMEOUT; RFC 5482
    With TCP_USER_TIMEOUT 2500 ms and keepalive 1/1/9 a silent peer is declared dead at the first
    check after 2.5 s (about 3 s), not after nine probes.
    Untested: not written yet.

  @OPT-KEEP-07 @linux @untested
  Rule: TCP_USER_TIMEOUT bounds unacknowledged data
    Source: tcp(7) TCP_USER_TIMEOUT
    With TCP_USER_TIMEOUT 1500 ms unacknowledged data makes recv() fail with ETIMEDOUT within 1.5 to
    2.5 s; negative values are rejected with EINVAL.
    Untested: not written yet.
