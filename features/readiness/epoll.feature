@poll
Feature: epoll
  A set that remembers: level, edge and one shot, and what it watches.

  @POLL-16 @linux @untested
  Rule: Level repeats an event, edge tells it once
    Source: epoll(7); epoll_ctl(2) EPOLLET
    A level-triggered entry is reported by every epoll_wait() while bytes are unread; with EPOLLET
    only when new data, a new datagram burst or new room arrives or the entry is set again by
    EPOLL_CTL_MOD, not after a partial read. One event wakes every thread waiting level-triggered
    but a single one with EPOLLET.
    Untested: not written yet.

  @POLL-17 @linux @untested
  Rule: EPOLLONESHOT reports once until it is set again
    Source: epoll_ctl(2) EPOLLONESHOT
    With EPOLLONESHOT one event is reported; more data and even the close of the peer stay silent
    until EPOLL_CTL_MOD, which reports at once what is pending.
    Untested: not written yet.

  @POLL-18 @linux @untested
  Rule: Wrong arguments of epoll fail with their errno
    Source: epoll_ctl(2), epoll_wait(2), epoll_create(2)
    ADD twice EEXIST; MOD or DEL of an unknown entry ENOENT; closed number EBADF; regular file
    EPERM; own descriptor, unknown operation or a non-epoll first argument EINVAL; two sets in each
    other, or nesting deeper than four sets above the watched one, ELOOP; null event EFAULT except
    for DEL. epoll_wait() with maxevents 0 or -1 EINVAL, with a null array EFAULT and the event
    kept; epoll_create(0) and unknown flags EINVAL.
    Untested: not written yet.

  @POLL-19 @linux @needs:fork @untested
  Rule: epoll watches open file descriptions
    Source: epoll(7) Questions and answers
    Closing the last descriptor of a socket removes it from every set, closing one of two does not:
    it is still reported under the old number, which can no longer be deleted (EBADF). The set is
    shared with a child: EPOLL_CTL_DEL there ends reports in the parent. Adding or changing an entry
    takes effect for a wait already in progress.
    Untested: not written yet.

  @POLL-20 @linux @needs:select @untested
  Rule: Few slots go round, and sets nest
    Source: epoll_wait(2) NOTES; epoll(7)
    With more ready descriptors than maxevents, repeated calls go round so that each is reported
    within a few calls; an epoll descriptor is itself readable for select(), poll() and another set
    exactly while one of its entries is ready.
    Untested: not written yet.
