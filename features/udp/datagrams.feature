@udp
Feature: Datagrams
  One send is one datagram is one receive, with its sender and its length.

  @UDP-02 @must @untested
  Rule: recvfrom() reports the source address
    Source: POSIX recvfrom()
    recvfrom() fills family, address and port of the sender and sets addrlen to 16; replies to it
    reach the sender.
    Untested: not written yet.

  @UDP-03 @linux @untested
  Rule: The first send binds the socket
    Source: udp(7); ip(7) ip_local_port_range
    sendto() on an unbound UDP socket assigns an ephemeral port with local address 0.0.0.0, kept for
    later sends.
    Untested: not written yet.

  @UDP-04 @must @untested
  Rule: One receive takes one datagram
    Source: RFC 768; POSIX recv(); udp(7)
    Two datagrams sent back to back are returned by two recv() calls with their boundaries;
    MSG_WAITALL does not join them.
    Untested: not written yet.

  @UDP-05 @must @untested
  Rule: Truncation is flagged and the rest is gone
    Source: POSIX recvmsg() MSG_TRUNC; udp(7)
    A 10-byte datagram read into 4 bytes returns 4 with MSG_TRUNC in msg_flags and the remaining 6
    bytes are gone.
    Untested: not written yet.

  @UDP-06 @linux @untested
  Rule: MSG_TRUNC returns the real length
    Source: recv(2) MSG_TRUNC
    recv(MSG_TRUNC) on UDP returns the full datagram length (10) although the buffer is 4 bytes.
    Untested: not written yet.

  @UDP-07 @must @untested
  Rule: A zero-length datagram is no end of stream
    Source: RFC 768; recv(2) RETURN VALUE
    A datagram without payload is sent (UDP length 8 on the wire), wakes the receiver, and recv()
    returns 0, which is not end of stream; the echo server answers it with an empty datagram.
    Untested: not written yet.

  @UDP-08 @must @untested
  Rule: The largest datagram has 65507 bytes
    Source: RFC 768, RFC 791 section 3.1; POSIX sendto() EMSGSIZE
    sendto() of 65507 bytes over IPv4 succeeds and arrives whole; 65508 and more fail with EMSGSIZE
    and send nothing.
    Untested: not written yet.

  @UDP-13 @must @untested
  Rule: Loss, duplication and reordering are visible
    Source: RFC 768; RFC 8085 section 3.3
    UDP delivers exactly what the wire delivers: a dropped datagram is missing, a duplicated one
    arrives twice, a delayed one arrives late, so the client needs identifiers and a timeout.
    Untested: not written yet.

  @UDP-25 @linux @untested
  Rule: A full receive buffer drops new datagrams
    Source: socket(7) SO_RCVBUF; udp(7)
    With a small SO_RCVBUF and no reader, later datagrams are dropped silently and the first ones
    stay in order.
    Untested: not written yet.

  @UDP-34 @must @untested
  Rule: Peeking leaves the datagram
    Source: POSIX recvfrom() MSG_PEEK
    recvfrom(MSG_PEEK) returns the first datagram and its sender any number of times, also cut to a
    short buffer, and the next recvfrom() still returns it whole.
    Untested: not written yet.

  @UDP-35 @linux @untested
  Rule: A zero-length read consumes a datagram
    Source: measured on Linux 6.18; udp(7)
    recv() with length 0 on a UDP socket returns 0 and discards the whole first datagram; on an
    empty queue it waits or fails with EAGAIN.
    Untested: not written yet.

  @UDP-43 @linux @needs:nonblocking @untested
  Rule: A full send buffer holds back the sender
    Source: udp(7); send(2); arp(7)
    While datagrams wait for an unresolved neighbour and fill SO_SNDBUF (4608), a nonblocking
    sendto() fails with EAGAIN after four datagrams of 1000 bytes and poll() shows no POLLOUT; a
    blocking one waits until resolution gives up after about 3 s.
    Untested: not written yet.
