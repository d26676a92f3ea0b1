@udp
Feature: Connected datagram sockets
  connect() sends nothing; it fixes both addresses and filters what arrives.

  @UDP-14 @must @untested
  Rule: connect() sends nothing and fixes both addresses
    Source: POSIX connect() (datagram); udp(7)
    connect() on UDP returns 0 without any packet, fixes peer and local address (getpeername,
    getsockname with the interface address), and allows send()/recv().
    Untested: not written yet.

  @UDP-15 @must @untested
  Rule: A connected socket receives from its peer only
    Source: POSIX connect() (datagram); connect(2)
    A connected UDP socket receives, of the datagrams that arrive after connect(), only those from
    its peer; one from another source is answered by ICMP port unreachable.
    Untested: not written yet.

  @UDP-16 @linux @untested
  Rule: A destination is required
    Source: POSIX send() EDESTADDRREQ; udp(7)
    send() on an unconnected UDP socket fails with EDESTADDRREQ; sendto() with port 0 fails with
    EINVAL.
    Untested: not written yet.

  @UDP-17 @linux @untested
  Rule: sendto() on a connected socket may name another destination
    Source: udp(7); POSIX sendto() EISCONN (may)
    On Linux sendto() with another destination on a connected UDP socket succeeds and does not
    change the peer.
    Untested: not written yet.

  @UDP-18 @linux @untested
  Rule: connect() changes the peer and AF_UNSPEC removes it
    Source: connect(2)
    A second connect() changes the UDP peer; connect() with AF_UNSPEC removes it, getpeername()
    fails with ENOTCONN, send() with EDESTADDRREQ and an automatically bound local address returns
    to 0.0.0.0:0.
    Untested: not written yet.

  @UDP-28 @linux @needs:nonblocking @needs:signals @untested
  Rule: shutdown() needs a connected socket
    Source: shutdown(2); gVisor udp tests ReadShutdown, WriteShutdown
    shutdown() on an unconnected UDP socket fails with ENOTCONN; on a connected one SHUT_WR makes
    send() fail with EPIPE and SHUT_RD makes a blocking recv() return 0 (a nonblocking one gets
    EAGAIN).
    Untested: not written yet.

  @UDP-44 @linux @untested
  Rule: The filter of the peer acts on arrival
    Source: connect(2); POSIX connect() (limits the remote sender for subsequent recv())
    Datagrams of other senders queued before connect() are still returned afterwards; those arriving
    later are not.
    Untested: not written yet.

  @UDP-45 @linux @needs:nonblocking @untested
  Rule: Shutting down a datagram socket is no clean end
    Source: shutdown(2); Linux net/core/datagram.c; measured on Linux 6.18
    After shutdown(SHUT_RD) on a connected UDP socket poll() shows POLLIN|POLLRDHUP for good, queued
    and later datagrams are still returned, and a nonblocking recv() of an empty queue fails with
    EAGAIN rather than returning 0; after SHUT_WR send() and sendto() fail with EPIPE for good, also
    after another connect() or AF_UNSPEC.
    Untested: not written yet.

  @UDP-49 @linux @untested
  Rule: The local address stays over reconnects
    Source: udp(7); measured on Linux 6.18
    The source address fixed by the first connect() of a UDP socket stays when it is connected to a
    peer on another subnet, until AF_UNSPEC dissolves the association; dissolving keeps an address
    and port given to bind(), but releases a port that bind() had chosen (0).
    Untested: not written yet.
