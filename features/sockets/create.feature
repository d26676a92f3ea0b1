@sock
Feature: Creating a socket
  socket() checks domain, type and protocol and gives the lowest free number.

  @SOCK-01 @must @untested
  Rule: socket() returns the lowest free file descriptor
    Source: POSIX socket(); POSIX XSH 2.14 (file descriptor allocation)
    socket() returns the lowest descriptor number not open in the process.
    Untested: not written yet.

  @SOCK-02 @must @untested
  Rule: An unknown domain fails with EAFNOSUPPORT
    Source: POSIX socket() ERRORS; socket(2)
    socket(99, SOCK_STREAM, 0) returns -1 with EAFNOSUPPORT.
    Untested: not written yet.

  @SOCK-03 @must @untested
  Rule: Type and protocol must match
    Source: POSIX socket() ERRORS; ip(7)
    socket(AF_INET, SOCK_STREAM, IPPROTO_UDP) and socket(AF_INET, SOCK_DGRAM, IPPROTO_TCP) return -1
    with EPROTONOSUPPORT, while protocol 0 selects TCP (SO_PROTOCOL=6) and UDP (17).
    Untested: not written yet.

  @SOCK-04 @linux @untested
  Rule: An unsupported type fails with ESOCKTNOSUPPORT or EINVAL
    Source: socket(2); ip(7) ESOCKTNOSUPPORT
    socket(AF_INET, SOCK_SEQPACKET, 0) fails with ESOCKTNOSUPPORT and an out-of-range type such as
    99 with EINVAL.
    Untested: not written yet.

  @SOCK-05 @linux @needs:nonblocking @untested
  Rule: SOCK_NONBLOCK and SOCK_CLOEXEC act at creation
    Source: socket(2); POSIX.1-2024 socket()
    SOCK_NONBLOCK and SOCK_CLOEXEC in the type argument set O_NONBLOCK and FD_CLOEXEC on the new
    descriptor and do not appear in SO_TYPE.
    Untested: not written yet.

  @SOCK-06 @must @untested
  Rule: A new socket blocks and survives exec
    Source: POSIX socket()
    Without creation flags the new socket is blocking and survives exec() (FD_CLOEXEC clear).
    Untested: not written yet.
