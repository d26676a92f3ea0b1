@tcp-connect
Feature: The handshake
  What connect() puts on the wire, in order and again, and which address it speaks from.

  @TCP-CONNECT-01 @must @untested
  Rule: connect() returns after SYN, SYN|ACK and ACK
    Source: RFC 9293 section 3.5; POSIX connect()
    A successful connect() puts SYN, SYN|ACK (ack = client ISN+1) and ACK (ack = server ISN+1) on
    the wire in that order before it returns 0.
    Untested: not written yet.

  @TCP-CONNECT-12 @linux @untested
  Rule: SO_RCVTIMEO does not bound connect()
    Source: socket(7) SO_RCVTIMEO
    SO_RCVTIMEO alone has no effect on the duration of connect().
    Untested: not written yet.

  @TCP-CONNECT-14 @linux @untested
  Rule: A lost SYN is repeated on schedule with the same numbers
    Source: RFC 6298 section 2.1; ip-sysctl tcp_syn_linear_timeouts
    Retransmitted SYNs carry the same sequence number and source port; the first follows after 1 s;
    kernels since 6.5 send the next ones at 1 s spacing (tcp_syn_linear_timeouts 4: 1,2,3,4,5,7 s),
    older ones double (1,3,7 s).
    Untested: not written yet.

  @TCP-CONNECT-23 @must @untested
  Rule: connect() chooses source address and port
    Source: POSIX connect(); ip(7)
    An unbound connect() uses an address of the outgoing interface and an ephemeral port, visible in
    getsockname() and equal to the peer seen by the server; after bind() the bound port is used.
    Untested: not written yet.

  @TCP-CONNECT-24 @must @untested
  Rule: A socket can connect to itself
    Source: RFC 9293 section 3.5 (simultaneous open); gVisor test SelfConnectSendRecv
    A socket bound to address and port that connects to itself reaches ESTABLISHED and reads back
    what it sends, so a client retrying a local ephemeral port must check that peer and local
    address differ.
    Untested: not written yet.

  @TCP-CONNECT-25 @must @untested
  Rule: Crossing SYNs form one connection
    Source: RFC 9293 section 3.5 (MUST-10)
    Two sockets that connect() to each other with crossing SYNs both reach ESTABLISHED (SYN, SYN,
    SYN|ACK, SYN|ACK) and form one connection.
    Untested: not written yet.

  @TCP-CONNECT-33 @must @untested
  Rule: A wrong acknowledgment in SYN-SENT draws a reset
    Source: RFC 9293 section 3.10.7.3; section 3.5.2
    In SYN-SENT a SYN|ACK or a bare ACK that acknowledges something never sent is answered by RST
    with sequence equal to that acknowledgment, the attempt stays in SYN-SENT, and the right SYN|ACK
    later completes it.
    Untested: not written yet.

  @TCP-CONNECT-34 @must @untested
  Rule: Only a SYN or a valid reset ends SYN-SENT
    Source: RFC 9293 section 3.10.7.3; RFC 5961 section 3
    In SYN-SENT a RST without ACK, a RST with a wrong acknowledgment, an acceptable ACK without SYN,
    a FIN and a segment without flags are ignored without answer.
    Untested: not written yet.

  @TCP-CONNECT-35 @must @untested
  Rule: A late SYN|ACK is refused
    Source: RFC 9293 section 3.10.4 (CLOSE in SYN-SENT), section 3.10.7.1
    When the attempt was given up with close() or AF_UNSPEC, nothing is sent at that moment, and a
    SYN|ACK arriving later is answered by RST with sequence equal to its acknowledgment, so the
    server drops the half-open connection.
    Untested: not written yet.
