@tcp-wire
Feature: The receive window
  A closed window stops the sender, probes keep asking, and small openings are not announced.

  @TCP-WIRE-09 @must @untested
  Rule: A zero window stops the sender until it opens
    Source: RFC 9293 section 3.8.6.1
    When the receiver advertises window 0 the sender sends only probes with growing intervals, and
    continues when the window opens.
    Untested: not written yet.

  @TCP-WIRE-26 @must @untested
  Rule: Answered probes outlive the retry limit
    Source: RFC 9293 section 3.8.6.1 (MUST-36, MUST-37)
    With tcp_retries2 3 a connection whose peer keeps its window at 0 stays ESTABLISHED as long as
    each probe is answered (14 s tried) and sends its data when the window opens; if the probes are
    not answered recv() fails with ETIMEDOUT after about 3 s.
    Untested: not written yet.

  @TCP-WIRE-27 @must @untested
  Rule: A closed receive window takes no data but processes control
    Source: RFC 9293 sections 3.8.6.1, 3.10.7.4 (MUST-66)
    With receive window 0 one byte of new data is not taken and draws an ACK with window 0;
    acknowledgments, the urgent pointer and a RST at the expected sequence are still processed;
    reading sends a window update.
    Untested: not written yet.

  @TCP-WIRE-34 @must @untested
  Rule: A shrinking window is survived
    Source: RFC 9293 section 3.8.6 (MUST-34)
    If the receiver takes back window already offered, also down to 0, the sender keeps the
    connection, retransmits only what fits, and delivers everything once the window opens again.
    Untested: not written yet.

  @TCP-WIRE-35 @must @untested
  Rule: Probes of a closed window back off
    Source: RFC 9293 section 3.8.6.1 (MUST-35 to MUST-37)
    While the window of the peer is closed, probes leave with growing gaps (0.2, 0.4, 0.9, 1.8, 3.5
    s); a close or shutdown in that phase sends the rest of the data and the FIN when the window
    opens.
    Untested: not written yet.

  @TCP-WIRE-36 @must @untested
  Rule: The receiver avoids silly windows
    Source: RFC 9293 section 3.8.6.2.2 (MUST-39)
    After the receive buffer filled and the window went to 0, reading a few bytes does not reopen
    it; the first update offers at least one full segment or half of the buffer.
    Untested: not written yet.
