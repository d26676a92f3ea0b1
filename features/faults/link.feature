@fault
Feature: A link that fails
  The own interface goes off and comes back.

  @FAULT-14 @must @untested
  Rule: A connection survives a link failure
    Source: RFC 9293 section 3.8 (retransmission); RFC 1122 section 4.2.3.9
    While the own interface is down send() on an established connection is accepted, no error
    becomes pending and poll() stays quiet; after the link returns the data arrives by
    retransmission and the connection works both ways.
    Untested: not written yet.
