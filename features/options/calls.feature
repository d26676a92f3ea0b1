@opt-gen
Feature: getsockopt() and setsockopt()
  Names, levels, lengths and the values of a fresh socket.

  @OPT-GEN-01 @must @untested
  Rule: An unknown option name fails with ENOPROTOOPT
    Source: POSIX setsockopt() ENOPROTOOPT; ip(7)
    An undefined option name at SOL_SOCKET, IPPROTO_TCP or IPPROTO_IP makes getsockopt and
    setsockopt fail with ENOPROTOOPT.
    Untested: not written yet.

  @OPT-GEN-02 @linux @needs:unix @untested
  Rule: An unknown level fails with its errno
    Source: measured on Linux 6.18; ip(7) ENOPROTOOPT and EOPNOTSUPP
    On Linux an undefined level gives ENOPROTOOPT from setsockopt and EOPNOTSUPP from getsockopt; a
    TCP option on a UDP socket behaves the same, on an AF_UNIX socket both give EOPNOTSUPP.
    Untested: not written yet.

  @OPT-GEN-03 @linux @untested
  Rule: Short and null values fail
    Source: setsockopt(2) EINVAL/EFAULT; ip(7)
    For integer SOL_SOCKET and IPPROTO_TCP options a value of 0 to 3 bytes fails with EINVAL and a
    null pointer with EFAULT; a longer value is accepted and only its first 4 bytes count; IP_TTL
    and IP_TOS also accept one byte.
    Untested: not written yet.

  @OPT-GEN-04 @linux @untested
  Rule: getsockopt() returns the true length
    Source: getsockopt(2)
    getsockopt returns the true length (4 for integers) and never writes beyond the given size;
    length 1 or 2 yields the truncated value, a negative length EINVAL.
    Untested: not written yet.

  @OPT-GEN-05 @linux @untested
  Rule: Read-only options cannot be set
    Source: socket(7) (read-only options)
    setsockopt of SO_TYPE, SO_ERROR, SO_DOMAIN, SO_PROTOCOL, SO_ACCEPTCONN and TCP_INFO fails with
    ENOPROTOOPT.
    Untested: not written yet.

  @OPT-GEN-06 @linux @untested
  Rule: Booleans read back as 0 or 1
    Source: socket(7); measured on Linux 6.18
    Any non-zero value (2, -1, 256) given to SO_REUSEADDR, SO_REUSEPORT, SO_KEEPALIVE, SO_BROADCAST,
    SO_OOBINLINE or TCP_NODELAY reads back as 1 on Linux.
    Untested: not written yet.

  @OPT-GEN-07 @linux @untested
  Rule: A fresh socket has the default values
    Source: tcp(7), socket(7), ip(7) defaults
    A new TCP socket reads SO_REUSEADDR, SO_REUSEPORT, SO_KEEPALIVE, SO_BROADCAST, TCP_NODELAY,
    TCP_CORK, TCP_DEFER_ACCEPT and TCP_USER_TIMEOUT 0, SO_LINGER off, timeouts 0,
    TCP_KEEPIDLE/INTVL/CNT 7200/75/9, TCP_SYNCNT 6, IP_TTL 64, IP_TOS 0.
    Untested: not written yet.

  @OPT-GEN-08 @chapter @untested
  Rule: configure_socket_options() leaves its values
    Source: chapter, configure_socket_options
    After configure_socket_options the descriptor reads keepalive 1 with 60/10/6, linger {1,5},
    NODELAY 1, RCVBUF and SNDBUF 524288 (or twice the cap), both timeouts 30 s, IP_TOS 0x10,
    SO_PRIORITY 6, TCP_DEFER_ACCEPT 7.
    Untested: not written yet.
