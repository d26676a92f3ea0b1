@poll
Feature: select()
  Sets of descriptors, a timeout that may change, and errors that leave the sets alone.

  @POLL-07 @must @needs:select @untested
  Rule: select() and poll() keep their timeout
    Source: POSIX select()/poll()
    select() and poll() without events return 0 no earlier than the timeout and at most 10 ms later
    on an idle host, with all sets cleared.
    Untested: not written yet.

  @POLL-08 @linux @needs:select @needs:signals @untested
  Rule: select() writes back the time not slept
    Source: select(2) NOTES
    Linux select() writes the time not slept into the timeval, on success and on EINTR (199931 us
    left after 100 of 300 ms).
    Untested: not written yet.

  @POLL-10 @linux @untested
  Rule: SO_RCVLOWAT delays readability
    Source: socket(7) SO_RCVLOWAT
    With SO_RCVLOWAT n poll() reports POLLIN only when n bytes are queued or the peer closed;
    SO_SNDLOWAT cannot be changed (ENOPROTOOPT).
    Untested: not written yet.

  @POLL-13 @must @needs:select @untested
  Rule: Bad timeouts and counts fail with EINVAL
    Source: POSIX pselect() EINVAL; select(2)
    select() fails with EINVAL for negative seconds or microseconds or a negative nfds, pselect()
    also for tv_nsec of 1000000000; on Linux select() accepts tv_usec 1500000 as 1.5 s, and
    pselect() leaves its timeout structure unchanged.
    Untested: not written yet.

  @POLL-14 @must @needs:select @untested
  Rule: One closed descriptor fails select() but not poll()
    Source: POSIX select() (sets unmodified on failure), poll() POLLNVAL
    With one ready and one closed descriptor select() fails with EBADF and leaves its sets as they
    were, whereas poll() returns 2 with POLLIN on the one and POLLNVAL on the other.
    Untested: not written yet.

  @POLL-22 @must @needs:select @untested
  Rule: select() looks below nfds only
    Source: POSIX select(), pselect()
    select() and pselect() look only at descriptors below nfds; the result counts a descriptor once
    per set; null sets with a zero timeout return 0.
    Untested: not written yet.
