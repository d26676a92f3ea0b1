@trap
Feature: Traps of serving programs
  What improved TCP and UDP programs must do.

  @TRAP-07 @chapter @untested
  Rule: A second server on the port must fail
    Source: chapter, create_tcp_server sets SO_REUSEPORT unconditionally
    Starting a second server on the same address and port fails with EADDRINUSE unless load sharing
    was requested explicitly.
    Untested: not written yet.

  @TRAP-08 @chapter @untested
  Rule: The port in use is reported
    Source: chapter, create_tcp_server message
    A server asked for port 0 prints the port it really listens on.
    Untested: not written yet.

  @TRAP-09 @chapter @needs:fork @untested
  Rule: Children do not repeat buffered output
    Source: chapter, tcp_server_loop exit(0)
    Output written before fork() appears once; children end with _exit() or flush first.
    Untested: not written yet.

  @TRAP-11 @chapter @untested
  Rule: A datagram beyond the buffer is not echoed in part
    Source: chapter, udp_echo_server (4095-byte limit)
    A UDP echo either returns datagrams of up to 65507 bytes whole or detects truncation (MSG_TRUNC)
    and does not echo a prefix.
    Untested: not written yet.

  @TRAP-12 @chapter @untested
  Rule: A datagram client does not wait for ever
    Source: chapter, udp_client
    udp_client ends with a timeout result when no answer comes, and prints "refused" when the port
    is closed.
    Untested: not written yet.

  @TRAP-13 @chapter @untested
  Rule: A second datagram server must fail
    Source: chapter, udp_echo_server
    A UDP server without a sharing requirement does not set SO_REUSEADDR, so a second instance gets
    EADDRINUSE.
    Untested: not written yet.

  @TRAP-14 @chapter @needs:broadcast @untested
  Rule: Broadcasting works or fails visibly without a default route
    Source: chapter, udp_broadcast
    udp_broadcast works on a host without default route by choosing the interface or using the
    directed address, or reports that no interface was found, and its exit status shows failure.
    Untested: not written yet.

  @TRAP-15 @chapter @needs:multicast @untested
  Rule: A multicast receiver prints its group only
    Source: chapter, udp_multicast_receiver
    A multicast receiver delivers only datagrams sent to its group: it binds to the group address,
    clears IP_MULTICAST_ALL, or checks IP_PKTINFO.
    Untested: not written yet.

  @TRAP-16 @chapter @untested
  Rule: Failing options are visible
    Source: chapter, configure_socket_options (results ignored)
    A function that sets several options reports each one that failed (e.g. missing eth0,
    SO_PRIORITY without privilege) and takes the device name as a parameter.
    Untested: not written yet.

  @TRAP-17 @chapter @needs:ipv6 @needs:unix @untested
  Rule: Socket information covers every domain
    Source: chapter, get_socket_info (sockaddr_in only)
    get_socket_info prints IPv6 addresses and AF_UNIX names correctly and does not call IPv4
    conversion on them.
    Untested: not written yet.
