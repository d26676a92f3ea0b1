@fault
Feature: A relay between two hosts
  A relay ends TCP itself, on both sides, and passes on bytes alone.

  @FAULT-13 @should
  Rule: A relay accepts for a dead server
    Source: RFC 9293 section 3.5 (connection is with the proxy); Toxiproxy documentation
    Through a TCP proxy whose upstream is down connect() succeeds and the failure appears only as
    EOF or reset on the first read, so connection-refused scenarios must bypass the proxy.
    What else only a wire without a relay shows: a lost, duplicated or reordered segment; options,
    windows and urgent data of the other end; a half-close, since the relay closes both directions
    when one ends; a silent peer, since the relay acknowledges data and probes for it.

    Background:
      Given the hosts client, server and relay share a wire
      And relay forwards TCP port 8080 to server on TCP port 8080

    Scenario: Through the relay
      When client connects to relay on TCP port 8080
      Then connect succeeds
      And client receives the end of the stream or ECONNRESET

    Scenario: Past the relay
      When client connects to server on TCP port 8080
      Then connect fails with ECONNREFUSED

    Scenario: The relay is down too
      Given relay goes down
      When client connects to relay on TCP port 8080
      Then connect fails with ECONNREFUSED
