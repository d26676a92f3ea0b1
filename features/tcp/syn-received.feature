@tcp-server
Feature: The listener's half of the handshake
  Between SYN and final ACK the server holds an entry that no program sees.

  @TCP-SERVER-48 @must @untested
  Rule: Loopback addresses are closed to the wire
    Source: RFC 1122 section 3.2.1.3 (g)
    A SYN or a datagram for 127.0.0.1, or one with a source in 127/8, that arrives on a physical
    link is dropped without any answer, also when the server is bound to 0.0.0.0.
    Untested: not written yet.

  @TCP-SERVER-49 @must @untested
  Rule: A reset in SYN-RECEIVED is invisible to the server
    Source: RFC 9293 section 3.10.7.4 (SYN-RECEIVED after passive OPEN)
    A RST that arrives before the final ACK removes the half-open connection: the listener never
    becomes readable, accept() goes on waiting, no SYN|ACK is repeated and a late ACK draws RST.
    Untested: not written yet.

  @TCP-SERVER-50 @must @untested
  Rule: A wrong final ACK does not complete the handshake
    Source: RFC 9293 section 3.10.7.4
    In SYN-RECEIVED an ACK that does not acknowledge the SYN|ACK draws RST with sequence equal to
    that acknowledgment and establishes nothing; the right ACK afterwards still completes the same
    connection.
    Untested: not written yet.

  @TCP-SERVER-51 @linux @untested
  Rule: Half-open entries are retried and dropped
    Source: tcp(7) tcp_synack_retries; RFC 9293 section 3.8.1
    An unanswered SYN|ACK is repeated after 1 s and then with doubling gaps, tcp_synack_retries
    times (2: at 1 and 3 s), always with the same sequence number; then the entry vanishes without a
    segment, accept() never reports it, and a late ACK draws RST. A repeated SYN gets the same
    SYN|ACK.
    Untested: not written yet.

  @TCP-SERVER-52 @must @untested
  Rule: Data completes the handshake
    Source: RFC 9293 section 3.10.7.4 (SYN-RECEIVED, fifth step)
    If the final ACK of the handshake is lost, the first data segment, also one with FIN, or a FIN
    alone completes it: accept() returns and the data (and end of stream) is read, and the answer
    reaches the client. Payload in the SYN itself is not acknowledged and must be sent again.
    Untested: not written yet.
