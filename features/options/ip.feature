@opt-ip
Feature: Options of the IP header and the link
  TOS, TTL, priority, routes and devices.

  @OPT-IP-01 @must @untested
  Rule: IP_TOS appears on the wire
    Source: ip(7) IP_TOS; RFC 791 section 3.1; RFC 2474
    IP_TOS 0x10 set before connect() marks SYN, ACK and data of that side with TOS 0x10 and leaves
    the other side at 0; UDP likewise.
    Untested: not written yet.

  @OPT-IP-02 @linux @untested
  Rule: The ECN bits of IP_TOS can be set on UDP only
    Source: ip(7) IP_TOS; RFC 3168
    On TCP sockets the two ECN bits cannot be set (0xFF reads 0xFC), on UDP they can; values above
    255 are cut to the low byte.
    Untested: not written yet.

  @OPT-IP-03 @linux @untested
  Rule: IP_TOS sets the priority of the socket
    Source: measured on Linux 6.18; tc-prio(8) priority map
    Setting IP_TOS changes SO_PRIORITY (0x10 -> 6, 0x08 -> 2, 0xB8 -> 4, 0 -> 0), so the order in
    which the chapter sets TOS and priority matters.
    Untested: not written yet.

  @OPT-IP-04 @linux @untested
  Rule: A high SO_PRIORITY needs privilege
    Source: socket(7) SO_PRIORITY; chapter, option 7
    SO_PRIORITY 0 to 6 is open to all; 7, larger and negative values fail with EPERM without
    CAP_NET_ADMIN, contradicting the range 0-7 of the chapter comment.
    Untested: not written yet.

  @OPT-IP-05 @linux @untested
  Rule: IP_TTL takes 1 to 255
    Source: ip(7) IP_TTL; gVisor tests ZeroTtl, InvalidLargeTtl
    IP_TTL accepts 1..255 and -1 (default 64), rejects 0 and 256 with EINVAL, and the value is on
    the wire in every packet including the SYN.
    Untested: not written yet.

  @OPT-IP-06 @linux @untested
  Rule: SO_BINDTODEVICE ties a socket to a device
    Source: socket(7) SO_BINDTODEVICE
    A listener bound with SO_BINDTODEVICE to lo refuses connections arriving on another interface,
    and a client bound to lo cannot reach a remote host; getsockopt returns the name.
    Untested: not written yet.

  @OPT-IP-07 @linux @untested
  Rule: SO_BINDTODEVICE fails for unknown devices
    Source: socket(7) SO_BINDTODEVICE; measured on 6.18
    An unknown device gives ENODEV, a buffer under 16 bytes at getsockopt EINVAL, an empty name
    unbinds; an unprivileged process may bind an unbound socket but not change or remove a binding
    (EPERM).
    Untested: not written yet.

  @OPT-IP-08 @linux @untested
  Rule: SO_DONTROUTE stays on the link
    Source: socket(7) SO_DONTROUTE; POSIX SO_DONTROUTE
    With SO_DONTROUTE, or MSG_DONTROUTE on one call, sending or connecting to an address behind a
    gateway fails with ENETUNREACH while on-link destinations still work.
    Untested: not written yet.

  @OPT-IP-09 @linux @untested
  Rule: Listeners on different devices may share a port
    Source: socket(7) SO_BINDTODEVICE
    Two TCP listeners may share a port when bound to different devices, each accepts only
    connections from its own, and accepted sockets keep the device. A UDP socket bound to another
    device than the one a datagram came in by does not get it; the sender gets port unreachable.
    Untested: not written yet.

  @OPT-IP-10 @linux @untested
  Rule: Any interface accepts any local address
    Source: RFC 1122 section 3.3.4.2; ip(7); measured on Linux 6.18
    Linux accepts datagrams and connections for any of its addresses on any interface, also for
    sockets bound to that address; only SO_BINDTODEVICE ties a socket to a link, and a socket bound
    to an address of one interface and to the device of another sends through the device with that
    address.
    Untested: not written yet.
