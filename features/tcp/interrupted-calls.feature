@tcp-echo
Feature: Calls interrupted by a signal
  EINTR, short counts, and when SA_RESTART helps.

  @TCP-ECHO-09 @must @needs:signals @untested
  Rule: A signal ends a blocking send() with a short count
    Source: signal(7) (slow device rule); POSIX send() EINTR
    A blocking send() that has queued some data when a handler without SA_RESTART runs returns the
    count queued; with nothing queued it returns -1 with EINTR.
    Untested: not written yet.

  @TCP-ECHO-10 @must @needs:signals @untested
  Rule: A signal ends recv() before data with EINTR
    Source: POSIX recv() EINTR; chapter, handle_client EINTR branch
    A blocking recv() or accept() interrupted by a handler installed without SA_RESTART returns -1
    with EINTR, and the echo server continues with the same client.
    Untested: not written yet.

  @TCP-ECHO-11 @linux @needs:signals @untested
  Rule: SA_RESTART resumes a blocking recv()
    Source: signal(7)
    With SA_RESTART and no socket timeout, an interrupted recv() continues and returns the data that
    arrives later.
    Untested: not written yet.

  @TCP-ECHO-12 @linux @needs:signals @untested
  Rule: A timeout on the socket disables SA_RESTART
    Source: signal(7) (never restarted interfaces)
    If SO_RCVTIMEO is set, recv() and accept() return EINTR even when the handler was installed with
    SA_RESTART.
    Untested: not written yet.
