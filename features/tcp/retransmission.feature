@tcp-wire
Feature: Retransmission
  When unacknowledged data is sent again, how often, and how it ends.

  @TCP-WIRE-08 @must @untested
  Rule: Data retransmission backs off
    Source: RFC 6298 section 5; RFC 9293 section 3.8.1
    An unacknowledged segment is retransmitted with growing gaps (0.2, 0.2, 0.4, 0.8, 1.6 s as
    measured) with identical bytes, and delivered once after the path heals.
    Untested: not written yet.

  @TCP-WIRE-24 @should @untested
  Rule: The third duplicate ACK retransmits
    Source: RFC 5681 section 3.2
    Three duplicate ACKs make the sender retransmit the first unacknowledged segment at once (below
    50 ms), two do not.
    Untested: not written yet.

  @TCP-WIRE-28 @linux @untested
  Rule: Retransmission ends with ETIMEDOUT
    Source: tcp(7) tcp_retries2; RFC 9293 section 3.8.3
    With tcp_retries2 3 one unacknowledged byte is sent four times, and about 3.3 s after the first
    transmission recv() fails with ETIMEDOUT and poll() shows POLLIN|POLLOUT|POLLERR|POLLHUP.
    Untested: not written yet.

  @TCP-WIRE-29 @must @untested
  Rule: Soft ICMP errors do not abort a connection
    Source: RFC 9293 section 3.9.2.2 (MUST-55, MUST-56, SHLD-26); RFC 5461; tcp(7) Error handling
    In ESTABLISHED net or host unreachable, time exceeded, parameter problem and source quench that
    quote a segment in flight leave the connection open, poll() shows no POLLERR and data flows on;
    Linux also survives protocol and port unreachable and administratively prohibited (codes 2, 3,
    13), for which the RFC recommends to abort.
    Untested: not written yet.

  @TCP-WIRE-30 @linux @untested
  Rule: A soft error explains the timeout
    Source: tcp(7) Error handling (ETIMEDOUT); Linux sk_err_soft
    When retransmission of data gives up, recv() fails with the ICMP error received meanwhile
    (EHOSTUNREACH for code 1, ENETUNREACH for code 0) instead of ETIMEDOUT; without such a message
    it is ETIMEDOUT.
    Untested: not written yet.

  @TCP-WIRE-39 @linux @untested
  Rule: ICMP is checked before it is believed
    Source: RFC 5927 sections 4.1, 7; ip-sysctl min_pmtu; measured on Linux 6.18
    An ICMP error that quotes a sequence number outside the data in flight is ignored, in SYN-SENT
    as for fragmentation-needed on a connection; one that quotes less than the ports or other ports
    reaches nobody; a fragmentation-needed with MTU 0, 40 or 68 lowers the path MTU only to min_pmtu
    (552) and the packets then lose DF.
    Untested: not written yet.

  @TCP-WIRE-41 @linux @untested
  Rule: An orphan gives up silently
    Source: tcp(7) tcp_retries2, tcp_orphan_retries; RFC 9293 section 3.8.3 (MUST-20 to MUST-23)
    A closed socket whose peer is silent repeats its FIN at 0.2, 0.6, 1.5 and 3.1 s with
    tcp_orphan_retries 3 and is then given up without any segment.
    Untested: not written yet.
