@info
Feature: The state of a socket
  SO_TYPE, SO_ERROR, TCP_INFO and the queues.

  @INFO-05 @linux @needs:unix @untested
  Rule: SO_TYPE, SO_DOMAIN and SO_PROTOCOL tell what socket() made
    Source: socket(7); chapter, get_socket_info
    SO_TYPE, SO_DOMAIN and SO_PROTOCOL report 1/2/6 for TCP, 2/2/17 for UDP, 5 for AF_UNIX
    seqpacket, and survive accept() and descriptor passing.
    Untested: not written yet.

  @INFO-06 @linux @untested
  Rule: SO_ERROR tells a reset once
    Source: socket(7) SO_ERROR
    After a reset in ESTABLISHED SO_ERROR returns 104 (ECONNRESET) once; the following recv() then
    returns 0 and send() fails with EPIPE.
    Untested: not written yet.

  @INFO-07 @linux @untested
  Rule: TCP_INFO follows the state
    Source: tcp(7) TCP_INFO; linux/tcp.h
    tcpi_state follows the life of the socket: 7 closed, 10 listen, 2 syn-sent, 1 established, 5
    FIN-WAIT-2, 8 CLOSE-WAIT.
    Untested: not written yet.

  @INFO-08 @linux @untested
  Rule: TCP_INFO measures the round trip
    Source: tcp(7) TCP_INFO
    tcpi_rtt is in microseconds: below 2000 on a local wire and between 95000 and 250000 with 50 ms
    delay each way.
    Untested: not written yet.

  @INFO-09 @linux @untested
  Rule: TCP_INFO counts retransmissions
    Source: tcp(7) TCP_INFO; chapter, get_socket_info
    tcpi_snd_mss is 1448 on a 1500 MTU path with timestamps, tcpi_total_retrans is 0 on a clean
    wire, 1 after one lost SYN and grows with each lost segment (23 for 23 drops).
    Untested: not written yet.

  @INFO-10 @linux @needs:unix @untested
  Rule: TCP_INFO fills the given length
    Source: tcp(7); gVisor tests ShortTcpInfoSucceeds
    getsockopt(TCP_INFO) fills at most the given length and returns it, so old 104-byte and newer
    callers both work; on UDP and AF_UNIX it fails with EOPNOTSUPP.
    Untested: not written yet.

  @INFO-11 @linux @untested
  Rule: SO_ERROR may name a soft error
    Source: Linux net/core/sock.c SO_ERROR; RFC 9293 section 3.9.2.2 (SHLD-25)
    After an ICMP error for a segment in flight of an established connection SO_ERROR returns it
    once (EHOSTUNREACH, ECONNREFUSED and so on) and then 0, although the connection is alive, poll()
    shows no POLLERR and recv() and send() do not report it.
    Untested: not written yet.

  @INFO-12 @linux @untested
  Rule: FIONREAD and SIOCOUTQ tell the queues
    Source: tcp(7) SIOCINQ, SIOCOUTQ; udp(7) SIOCINQ
    FIONREAD gives the readable bytes of a TCP socket (only up to the urgent mark) and the size of
    the first datagram on UDP (0 for an empty queue or an empty datagram); SIOCOUTQ gives
    unacknowledged bytes with a FIN counted as one; both fail with EINVAL on a listener.
    Untested: not written yet.

  @INFO-15 @linux @untested
  Rule: TCP_INFO follows the closing states
    Source: tcp(7) TCP_INFO; linux/tcp_states.h
    After shutdown(SHUT_WR) tcpi_state is 4 until the FIN is acknowledged, 9 when the peer had
    closed first, 11 when the FINs crossed; once both FINs are acknowledged it is 7, and then
    shutdown() and getpeername() fail with ENOTCONN, recv() returns 0 and send() fails with EPIPE.
    Untested: not written yet.
