@poll
Feature: Readiness and signals
  Signals interrupt every wait, masks let them through, and SIGIO announces readiness.

  @POLL-09 @linux @needs:select @needs:signals @untested
  Rule: select() and poll() are always interrupted
    Source: signal(7)
    select() and poll() return EINTR for a handled signal even with SA_RESTART.
    Untested: not written yet.

  @POLL-15 @must @needs:select @needs:signals @untested
  Rule: A signal mask applies for the time of the wait
    Source: POSIX pselect(), ppoll(); epoll_wait(2)
    A blocked, already pending signal that the mask argument lets through interrupts the call at
    once with EINTR, its handler having run, and the old mask is back afterwards; a signal blocked
    only by the argument is handled after the call returned; if a descriptor is already ready the
    call may report it and leave the signal pending (Linux does).
    Untested: not written yet.

  @POLL-24 @linux @needs:nonblocking @needs:signals @untested
  Rule: O_ASYNC raises a signal for each arrival
    Source: fcntl(2) F_SETSIG; socket(7) Signals
    With O_ASYNC (or FIOASYNC) and an owner SIGIO is raised for each arrival of stream data, each
    datagram (also an empty one), a connection on a listener, the end of a nonblocking connect() and
    the FIN of the peer; with F_SETSIG a real-time signal carries the descriptor and the poll events
    in siginfo. O_ASYNC is not inherited by accepted sockets.
    Untested: not written yet.
