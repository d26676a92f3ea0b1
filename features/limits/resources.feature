@limit
Feature: Running out of resources
  Descriptors, tables and processes end; the server does not.

  @LIMIT-01 @must @untested
  Rule: At the descriptor limit calls fail with EMFILE
    Source: POSIX accept() EMFILE
    At RLIMIT_NOFILE socket(), accept() and socketpair() fail with EMFILE; the pending connection
    stays queued and is accepted after a descriptor is freed.
    Untested: not written yet.

  @LIMIT-02 @should @untested
  Rule: A server at its limit does not spin
    Source: accept(2); chapter, accept loops
    While accept() fails with EMFILE the listener stays readable; a server must back off and survive
    instead of ending or spinning at 100 % CPU.
    Untested: not written yet.

  @LIMIT-03 @should @untested
  Rule: A server recovers from its limit
    Source: accept(2); chapter, tcp_server_loop
    After a burst of clients beyond the limit disconnects, new clients are served without restart.
    Untested: not written yet.

  @LIMIT-04 @should @untested
  Rule: A full system-wide table is survived
    Source: POSIX accept() ENFILE; accept(2)
    When accept() or socket() fails with ENFILE, ENOBUFS or ENOMEM the program reports the failure,
    keeps its other connections and retries.
    Untested: not written yet.

  @LIMIT-05 @chapter @needs:fork @untested
  Rule: A failing fork() costs one client
    Source: chapter, tcp_server_loop fork branch; fork(2) EAGAIN
    When fork() fails with EAGAIN the server closes that client descriptor and goes on accepting.
    Untested: not written yet.

  @LIMIT-06 @linux @needs:nonblocking @untested
  Rule: The descriptor limit comes before an empty queue
    Source: accept(2) EMFILE; measured on Linux 6.18
    With no descriptor left accept() fails with EMFILE at once even when no connection is queued,
    both on a blocking and on a nonblocking listener.
    Untested: not written yet.
