@tcp-wire
Feature: Resets on the wire
  When a segment draws RST, and which RST is believed.

  @TCP-WIRE-01 @must
  Rule: A SYN to a closed port draws RST|ACK
    Source: RFC 9293 sections 3.5.2, 3.10.7.1
    A SYN to a port without listener is answered by RST|ACK with sequence 0, acknowledgment ISN+1
    and window 0.

  @TCP-WIRE-02 @must
  Rule: A segment of an unknown connection draws RST
    Source: RFC 9293 sections 3.5.1, 3.10.7.1
    A segment carrying ACK for a connection that does not exist is answered by RST whose sequence
    equals its acknowledgment number, and the sender then reads ECONNRESET (half-open discovery).

  @TCP-WIRE-04 @must
  Rule: A RST outside the window is ignored
    Source: RFC 9293 section 3.5.3
    A forged RST whose sequence lies outside the receive window has no effect and draws no answer.

  @TCP-WIRE-05 @must
  Rule: An inexact RST draws a challenge ACK
    Source: RFC 9293 section 3.10.7.4; RFC 5961 section 3.2
    A forged RST inside the window but not at the expected sequence leaves the connection open and
    draws one ACK.

  @TCP-WIRE-06 @must
  Rule: An exact RST resets the connection
    Source: RFC 9293 section 3.10.7.4
    A RST at exactly the expected sequence closes the connection and recv() fails with ECONNRESET.
