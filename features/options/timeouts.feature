@opt-timeo
Feature: SO_RCVTIMEO and SO_SNDTIMEO
  Blocking calls end after a time and the socket stays usable.

  @OPT-TIMEO-01 @must @untested
  Rule: SO_RCVTIMEO ends recv() and accept() with EAGAIN
    Source: POSIX XSH 2.10.16 SO_RCVTIMEO; socket(7)
    With SO_RCVTIMEO t a recv() or accept() without data fails with EAGAIN after t (300 ms: 303 to
    320 ms) and the socket stays usable.
    Untested: not written yet.

  @OPT-TIMEO-02 @must @untested
  Rule: SO_SNDTIMEO ends send() with what was queued
    Source: POSIX XSH 2.10.16 SO_SNDTIMEO; socket(7)
    With SO_SNDTIMEO t a send() that queued part returns the partial count after t; with nothing
    queued it fails with EAGAIN.
    Untested: not written yet.

  @OPT-TIMEO-03 @linux @untested
  Rule: Wrong timeouts fail with EDOM and tiny ones are rounded up
    Source: socket(7); POSIX setsockopt() EDOM; gVisor RecvTimeoutUsecTooLarge
    Zero means no timeout; tv_usec of 1000000 or negative fails with EDOM; a negative tv_sec makes
    calls fail with EAGAIN at once; tiny values round up to a clock tick (1 us reads back 4000 us at
    HZ 250); lengths below 16 fail with EINVAL.
    Untested: not written yet.

  @OPT-TIMEO-04 @linux @needs:select @untested
  Rule: Timeouts do not affect poll() and select()
    Source: socket(7) SO_RCVTIMEO
    SO_RCVTIMEO and SO_SNDTIMEO have no effect on poll() and select().
    Untested: not written yet.
