@sock
Feature: Sockets as file descriptors
  A file descriptor is a number; what it refers to is shared by its duplicates and outlives exec.

  @SOCK-07 @must @untested
  Rule: Socket calls fail on pipes and on closed file descriptors
    Source: POSIX socket functions ERRORS
    bind, listen, accept, connect, send, recv, shutdown, getsockname, getpeername, getsockopt and
    setsockopt return ENOTSOCK on a pipe descriptor and EBADF on a closed one.
    Untested: not written yet.

  @SOCK-08 @must @untested
  Rule: A file descriptor is closed exactly once
    Source: POSIX close() ERRORS
    The second close() of the same descriptor number returns -1 with EBADF and, if the number was
    reused meanwhile, closes the unrelated new object, so a correct program closes each descriptor
    exactly once.
    Untested: not written yet.

  @SOCK-09 @must @untested
  Rule: dup() and F_DUPFD give out the lowest number they may
    Source: POSIX dup(), dup2(), fcntl() F_DUPFD
    dup() returns the lowest free descriptor and fcntl(F_DUPFD, n) the lowest free one not below n;
    F_DUPFD fails with EINVAL for a negative n or one at or above RLIMIT_NOFILE and with EMFILE when
    every number is taken; dup2(fd, fd) returns fd and leaves it open.
    Untested: not written yet.

  @SOCK-10 @must @needs:nonblocking @untested
  Rule: Duplicates share the socket but not FD_CLOEXEC
    Source: POSIX dup(), fcntl()
    O_NONBLOCK and socket options changed through one duplicate of a socket are seen through every
    other, while FD_CLOEXEC belongs to the single descriptor: it is clear on a dup() or F_DUPFD
    result and set on an F_DUPFD_CLOEXEC result.
    Untested: not written yet.

  @SOCK-11 @must @needs:fork @needs:nonblocking @needs:signals @untested
  Rule: exec keeps sockets that are not close-on-exec
    Source: POSIX exec (file descriptors, signals)
    Without close-on-exec a bound, listening or connected socket works after exec() under the same
    number with its options and O_NONBLOCK, and closing it there does not close it in other
    processes; ignored SIGPIPE and SIGCHLD stay ignored, caught signals return to default.
    Untested: not written yet.

  @SOCK-12 @linux @needs:nonblocking @untested
  Rule: FIONBIO and O_NONBLOCK are one flag
    Source: ioctl_fionbio(2const); measured on Linux 6.18
    ioctl(FIONBIO) with 1 or 0 sets and clears O_NONBLOCK as seen by F_GETFL and takes effect with
    the next call; a recv() or accept() already blocked in another thread stays blocked until data
    or a connection arrives.
    Untested: not written yet.
