@opt-tcp
Feature: TCP_DEFER_ACCEPT, TCP_QUICKACK, TCP_MAXSEG and TCP_SYNCNT
  Options that change when TCP answers and how much it sends.

  @OPT-TCP-01 @linux @untested
  Rule: TCP_DEFER_ACCEPT waits for data
    Source: tcp(7) TCP_DEFER_ACCEPT; chapter, option 9
    With TCP_DEFER_ACCEPT the client handshake completes, the listener is not readable and the
    server side stays in SYN-RECV until the first data segment; then accept() returns and the data
    is readable.
    Untested: not written yet.

  @OPT-TCP-02 @linux @untested
  Rule: Deferring expires
    Source: tcp(7) TCP_DEFER_ACCEPT; gVisor test TCPDeferAcceptTimeout
    Without data the server retransmits its SYN|ACK after the period and the connection is then
    accepted on the next ACK (1 s for 1, 7 s for 5).
    Untested: not written yet.

  @OPT-TCP-03 @linux @untested
  Rule: TCP_DEFER_ACCEPT is quantised
    Source: measured on Linux 6.18; tcp(7)
    TCP_DEFER_ACCEPT reads back as the sum of doubling intervals: 2->3, 4->7, 5->7, 8->15, 16->31;
    negative gives 0; on a connected socket it has no effect.
    Untested: not written yet.

  @OPT-TCP-04 @linux @untested
  Rule: TCP_QUICKACK acknowledges at once
    Source: tcp(7) TCP_QUICKACK; RFC 9293 section 3.8.6.3 (MUST-40)
    TCP_QUICKACK=1 makes the next data segment acknowledged at once, =0 delays the ACK by about 40
    ms; the setting is not permanent.
    Untested: not written yet.

  @OPT-TCP-05 @linux @untested
  Rule: TCP_MAXSEG is announced and respected
    Source: tcp(7) TCP_MAXSEG; RFC 9293 section 3.7.1
    TCP_MAXSEG 600 set before connect() announces 600 in the SYN and limits what the peer sends;
    values outside 88..32767 fail with EINVAL.
    Untested: not written yet.

  @OPT-TCP-06 @linux @untested
  Rule: TCP_SYNCNT takes 1 to 127
    Source: measured against tcp(7) TCP_SYNCNT; gVisor test SetTCPSynCntAboveMax
    TCP_SYNCNT accepts 1..127; 0, 128, 255 and -1 fail with EINVAL although the manual allows 255.
    Untested: not written yet.

  @OPT-TCP-07 @linux @untested
  Rule: TCP_MAXSEG reads the payload in use
    Source: tcp(7) TCP_MAXSEG; measured on Linux 6.18
    On a connected socket TCP_MAXSEG reads the payload size in use: announced MSS minus option bytes
    (1000 with timestamps: 988); setting it then has no visible effect. Set on a listener it is
    announced in the SYN|ACK and limits accepted connections; a fresh socket reads 536.
    Untested: not written yet.

  @OPT-TCP-08 @linux @untested
  Rule: Deferring hides clients that reset, not those that close
    Source: tcp(7) TCP_DEFER_ACCEPT; measured on Linux 6.18
    With TCP_DEFER_ACCEPT a client that closes without sending is handed to accept() when its FIN
    arrives (recv() gives 0), one that resets is never seen by accept().
    Untested: not written yet.
