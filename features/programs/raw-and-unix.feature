@trap
Feature: Traps of raw and Unix programs
  What improved ping, sniffer and Unix programs must do.

  @TRAP-18 @chapter @needs:raw @untested
  Rule: A ping reports the truth
    Source: chapter, send_ping (one recvfrom, no match, always 0)
    send_ping returns success only for a matching echo reply (source, identifier, sequence,
    checksum), keeps waiting past other ICMP packets, ends on a timeout, and returns failure for
    unreachable.
    Untested: not written yet.

  @TRAP-19 @chapter @needs:raw @untested
  Rule: The identifier of a ping fits 16 bits
    Source: chapter, send_ping id = getpid()
    The echo identifier is defined in network byte order and derived so that pids above 65535 do not
    collide silently with other pings on the host.
    Untested: not written yet.

  @TRAP-20 @chapter @needs:scm-rights @untested
  Rule: A Unix server survives leaving clients
    Source: chapter, unix_socket_server (sendmsg without MSG_NOSIGNAL)
    A client that disconnects before the descriptor is sent does not end the Unix server.
    Untested: not written yet.

  @TRAP-21 @chapter @needs:unix @untested
  Rule: A live socket is not unlinked
    Source: chapter, unix_socket_server unlink
    A Unix server removes an existing socket file only after connect() to it gave ECONNREFUSED; if a
    live server answers it fails with EADDRINUSE, and it never removes a non-socket file.
    Untested: not written yet.

  @TRAP-22 @chapter @needs:unix @untested
  Rule: Long Unix paths are rejected
    Source: chapter, unix_socket_server strncpy
    A path of 108 bytes or more is refused with ENAMETOOLONG before any file is created.
    Untested: not written yet.

  @TRAP-23 @chapter @needs:unix @untested
  Rule: A socket file is never too open
    Source: chapter, unix_socket_server chmod 0666
    The Unix server restricts access by default (mode 0600 or 0660 via umask before bind, no window
    between bind and chmod), and 0666 is an explicit choice.
    Untested: not written yet.

  @TRAP-24 @chapter @needs:signals @needs:unix @untested
  Rule: A socket file is removed at exit
    Source: chapter, unix_socket_server (code after the loop is unreachable)
    The Unix server removes its socket file on SIGTERM and SIGINT.
    Untested: not written yet.

  @TRAP-25 @chapter @needs:scm-rights @untested
  Rule: Rights are received safely
    Source: chapter, receive_fd_over_unix_socket
    receive_fd uses an aligned control buffer, MSG_CMSG_CLOEXEC, checks cmsg_len and MSG_CTRUNC,
    closes surplus descriptors, sets errno on every -1 and distinguishes EOF.
    Untested: not written yet.

  @TRAP-26 @chapter @needs:packet @needs:signals @untested
  Rule: A sniffer restores and checks
    Source: chapter, packet_sniffer (loop without exit, unchecked lengths)
    The sniffer takes the interface as argument, checks each ioctl, bounds every header access by
    the received length, uses PACKET_MR_PROMISC and stops on a signal or packet count.
    Untested: not written yet.
