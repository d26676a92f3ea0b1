@tcp-echo
Feature: Writing to a closed or reset connection
  EPIPE, ECONNRESET and the signal that comes with them.

  @TCP-ECHO-13 @must @untested
  Rule: The first write after the close of the peer succeeds
    Source: RFC 9293 section 3.10.7.1; socket(7) Signals
    After the peer has fully closed, the first send() returns the full count, the peer answers RST,
    and the next send() fails with EPIPE while recv() still returns 0.
    Untested: not written yet.

  @TCP-ECHO-14 @must @needs:signals @untested
  Rule: EPIPE raises SIGPIPE
    Source: POSIX send() EPIPE; socket(7) Signals
    A send() that fails with EPIPE and without MSG_NOSIGNAL delivers SIGPIPE; with the default
    disposition the process dies with signal 13.
    Untested: not written yet.

  @TCP-ECHO-15 @must @needs:signals @untested
  Rule: MSG_NOSIGNAL suppresses SIGPIPE
    Source: POSIX.1-2008 send() MSG_NOSIGNAL; chapter, handle_client
    With MSG_NOSIGNAL the failing send() returns -1 with EPIPE and no signal is delivered, whatever
    the disposition.
    Untested: not written yet.

  @TCP-ECHO-17 @linux @untested
  Rule: A reset is reported once
    Source: tcp(7) Error handling; POSIX recv() ECONNRESET
    After an RST in ESTABLISHED the first recv() or send() fails with ECONNRESET and clears it;
    later recv() returns 0 and later send() fails with EPIPE.
    Untested: not written yet.

  @TCP-ECHO-18 @linux @untested
  Rule: Data queued before a reset is readable
    Source: gVisor test RSTSentOnCloseWithUnreadDataAllowsReadBuffered; RFC 9293 section 3.10.7.4 allows flushing
    On Linux bytes received before the RST are returned by recv() first; only then ECONNRESET is
    reported.
    Untested: not written yet.

  @TCP-ECHO-48 @must @needs:signals @untested
  Rule: SIGPIPE goes to the writing thread
    Source: POSIX send() EPIPE; POSIX signal concepts section 2.4.1
    The SIGPIPE of a failing send() is delivered to the thread that called it; if that thread blocks
    the signal it stays pending for it and send() still fails with EPIPE.
    Untested: not written yet.
