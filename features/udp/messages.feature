@udp
Feature: Messages and control data
  sendmsg() and recvmsg(): addresses, control messages and several datagrams a call.

  @UDP-29 @linux @untested
  Rule: Control messages carry TTL and TOS
    Source: ip(7) IP_RECVTTL, IP_RECVTOS
    With IP_RECVTTL and IP_RECVTOS recvmsg() delivers the TTL as a 32-bit IP_TTL message and the TOS
    byte as an IP_TOS message with the sender values.
    Untested: not written yet.

  @UDP-47 @linux @untested
  Rule: IP_PKTINFO chooses source and interface of one datagram
    Source: ip(7) IP_PKTINFO
    An IP_PKTINFO control message sets the source (ipi_spec_dst, also against the bound address) and
    the interface (ipi_ifindex) of one datagram; an address that is not local makes the send fail
    with ENETUNREACH, an unknown index with ENODEV, a structure too short with EINVAL, and nothing
    leaves.
    Untested: not written yet.

  @UDP-50 @must @untested
  Rule: A wrong destination argument sends nothing
    Source: POSIX sendto() EINVAL, EDESTADDRREQ, EAFNOSUPPORT; send(2)
    On an unconnected UDP socket addrlen 0 to 15, above 128 or negative fails with EINVAL, 16 to 128
    works, a null address gives EDESTADDRREQ, a bad pointer EFAULT, family AF_INET6 or AF_UNIX
    EAFNOSUPPORT (AF_UNSPEC is taken as AF_INET on Linux); sendmsg() likewise, but cuts a
    msg_namelen above 128. On a connected TCP socket Linux ignores the address, whatever it holds.
    Untested: not written yet.

  @UDP-51 @linux @untested
  Rule: The source argument is filled as far as it fits
    Source: recv(2); POSIX recvfrom() (truncation); measured on Linux 6.18
    A shorter buffer (0, 2, 8) is filled only so far and the length set to 16, a longer one is not
    written beyond 16; a negative length gives EINVAL, a null length pointer EFAULT, in recvfrom()
    with the datagram lost, in recvmsg() kept. On TCP the length becomes 0 and the buffer is
    untouched. accept() with a null length pointer fails with EFAULT and drops the connection.
    Untested: not written yet.

  @UDP-52 @must @untested
  Rule: Control data that does not fit is cut and flagged
    Source: POSIX recvmsg() MSG_CTRUNC
    If the control buffer is too short for IP_PKTINFO (27, 16, 15, 0 bytes or null instead of 28)
    recvmsg() still returns the data, sets MSG_CTRUNC, never writes beyond the buffer and reports
    msg_controllen as what was written (27 and 16: cut; below a header: 0).
    Untested: not written yet.

  @UDP-53 @linux @untested
  Rule: Corked sends leave as one datagram
    Source: udp(7) UDP_CORK; send(2) MSG_MORE
    With UDP_CORK, or MSG_MORE on each send but the last, the pieces leave as one datagram when the
    option is cleared or the last piece is sent, to the destination of the first piece; beyond 65507
    bytes a send fails with EMSGSIZE and the pieces so far are discarded, and close() while corked
    sends nothing.
    Untested: not written yet.

  @UDP-54 @linux @untested
  Rule: IP_TTL and IP_TOS messages apply to one datagram
    Source: ip(7) IP_TTL, IP_TOS; measured on Linux 6.18
    IP_TTL (1 to 255) and IP_TOS control messages apply to the one datagram they are sent with;
    other values and unknown control messages of level IPPROTO_IP fail with EINVAL and send nothing.
    Untested: not written yet.

  @UDP-56 @linux @untested
  Rule: sendmmsg() and recvmmsg() carry many datagrams
    Source: sendmmsg(2), recvmmsg(2) BUGS
    sendmmsg() sends in order and returns the number sent before the first failure, or the error if
    the first fails; recvmmsg() fills one entry per datagram with its length and source, returns at
    once with MSG_WAITFORONE after the first, and checks its timeout only after a datagram arrived
    (300 ms timeout: returned with the next datagram at 600 ms); invalid timeouts give EINVAL, vlen
    0 gives 0.
    Untested: not written yet.

  @UDP-60 @linux @untested
  Rule: SO_TIMESTAMP tells the time of arrival
    Source: socket(7) SO_TIMESTAMP, SIOCGSTAMP
    With SO_TIMESTAMP recvmsg() carries the wall-clock time of arrival, not of reading (0.3 s
    earlier when read 0.3 s later); SO_TIMESTAMPNS replaces it with nanoseconds and SO_TIMESTAMP
    then reads 0; without it SIOCGSTAMP gives the time of the last datagram read and ENOENT before
    the first.
    Untested: not written yet.
