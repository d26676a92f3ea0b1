@tcp-nbconn
Feature: tcp_connect_nonblocking()
  The helper takes an address, a port and a timeout t in milliseconds and is judged by its contract.

  @TCP-NBCONN-09 @chapter @needs:nonblocking @untested
  Rule: The helper waits as long as its timeout says
    Source: chapter, tcp_connect_nonblocking
    tcp_connect_nonblocking(addr, port, t) with dropped SYNs returns -1 no earlier than t and within
    t+50 ms for t = 1, 300, 999, 1000, 1001, 1500, 2000, 2500, the timeval being {t/1000,
    (t%1000)*1000}.
    Untested: not written yet.

  @TCP-NBCONN-10 @chapter @needs:nonblocking @untested
  Rule: A zero timeout looks once
    Source: POSIX select() (zero timeout); chapter, tcp_connect_nonblocking
    With timeout 0 the call returns without waiting: a descriptor if the handshake already
    completed, else -1.
    Untested: not written yet.

  @TCP-NBCONN-11 @should @needs:nonblocking @needs:select @untested
  Rule: A negative timeout leaks nothing
    Source: POSIX select() EINVAL
    A negative timeout makes select() fail with EINVAL; the program must return -1 (or define it as
    infinite) without leaking the descriptor.
    Untested: not written yet.

  @TCP-NBCONN-12 @chapter @needs:nonblocking @untested
  Rule: Every failure closes the descriptor
    Source: chapter, tcp_connect_nonblocking error paths
    After 50 failing calls (refused, unreachable, timeout) the number of open descriptors of the
    process is unchanged.
    Untested: not written yet.

  @TCP-NBCONN-14 @chapter @needs:nonblocking @untested
  Rule: Success returns a blocking socket
    Source: chapter, tcp_connect_nonblocking step 9
    After success O_NONBLOCK is clear, other status flags are unchanged, and a recv() without data
    blocks.
    Untested: not written yet.

  @TCP-NBCONN-15 @chapter @needs:nonblocking @needs:select @untested
  Rule: Local failures are reported at once
    Source: chapter, tcp_connect_nonblocking step 4
    With no route the nonblocking connect() fails directly with ENETUNREACH and the helper returns
    -1 without entering select().
    Untested: not written yet.

  @TCP-NBCONN-17 @must @needs:nonblocking @untested
  Rule: Latency is part of the budget
    Source: RFC 9293 section 3.5; chapter, timeouts of 100-500 ms
    With 50 ms one-way delay the helper succeeds in 100-400 ms and fails with t = 60.
    Untested: not written yet.
