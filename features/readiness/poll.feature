@poll
Feature: poll()
  Which events a socket shows in each state, and how the array of entries is treated.

  @POLL-01 @must @untested
  Rule: An idle connection is writable, a readable one both
    Source: POSIX poll()
    poll() on an idle connection reports POLLOUT only, with queued data POLLIN|POLLOUT.
    Untested: not written yet.

  @POLL-02 @linux @untested
  Rule: The FIN of the peer shows POLLRDHUP, not POLLHUP
    Source: poll(2); socket(7) I/O events
    After the peer FIN poll() reports POLLIN|POLLRDHUP (and POLLOUT) but not POLLHUP; when both
    directions are shut it adds POLLHUP.
    Untested: not written yet.

  @POLL-03 @linux @untested
  Rule: A reset connection shows every event
    Source: poll(2); gVisor test RSTCausesPollHUP
    After an RST poll() reports POLLIN|POLLOUT|POLLERR|POLLHUP|POLLRDHUP.
    Untested: not written yet.

  @POLL-04 @must @untested
  Rule: A listener is readable while a connection is queued
    Source: POSIX poll()/accept()
    A listener is readable exactly while a completed connection is queued.
    Untested: not written yet.

  @POLL-05 @linux @untested
  Rule: Writability returns with room in the buffer
    Source: socket(7) I/O events; measured on Linux 6.18
    A full send buffer clears POLLOUT; draining a few bytes does not restore it, draining the buffer
    does.
    Untested: not written yet.

  @POLL-06 @must @needs:select @untested
  Rule: Closed descriptors show POLLNVAL, negative ones nothing
    Source: POSIX poll()/select()
    poll() returns POLLNVAL for a closed descriptor and ignores negative ones; select() fails with
    EBADF.
    Untested: not written yet.

  @POLL-11 @must @needs:select @untested
  Rule: Nothing is ready while connecting
    Source: POSIX poll(), select(), connect() (writable when completed)
    In SYN-SENT, and in SYN-RECEIVED of a simultaneous open, poll() reports no event and select()
    puts the descriptor in no set.
    Untested: not written yet.

  @POLL-12 @linux @untested
  Rule: The own shutdown shows in the events
    Source: poll(2); Linux net/ipv4/tcp.c tcp_poll
    After shutdown(SHUT_RD) poll() reports POLLIN|POLLOUT|POLLRDHUP for good; after SHUT_WR it
    reports POLLOUT only, although send() fails with EPIPE, until the FIN of the peer adds
    POLLIN|POLLRDHUP|POLLHUP.
    Untested: not written yet.

  @POLL-21 @must @needs:select @untested
  Rule: Errors and hang-up need not be asked for
    Source: POSIX poll(); epoll_ctl(2); tcp(7)
    With an empty event mask poll() and epoll still report POLLERR and POLLHUP after a reset (and
    poll() POLLNVAL for a closed number), but not end of stream; when keepalive gives up poll()
    shows POLLIN|POLLERR|POLLHUP and select() marks the descriptor readable, and recv() then fails
    with ETIMEDOUT.
    Untested: not written yet.

  @POLL-23 @must @untested
  Rule: poll() counts entries and checks its arguments
    Source: POSIX poll(), ppoll()
    poll() counts entries with a non-zero revents, treats two entries for one descriptor separately,
    clears revents of negative ones and never touches entries beyond nfds; nfds above RLIMIT_NOFILE
    fails with EINVAL, a null array with nfds 1 with EFAULT, with nfds 0 it is a plain wait; a
    negative ppoll() timeout fails with EINVAL.
    Untested: not written yet.
