@trap
Feature: Traps of connecting programs
  What improved connecting programs must do. The helper is a nonblocking connect with a timeout.

  @TRAP-01 @chapter @needs:nonblocking @untested
  Rule: A blocking socket is returned also on immediate success
    Source: chapter, tcp_connect_nonblocking step 4 (bug)
    A nonblocking connect helper returns a blocking descriptor on every success path, also when
    connect() returns 0 at once.
    Untested: not written yet.

  @TRAP-02 @chapter @needs:signals @untested
  Rule: Signals do not abort the wait
    Source: chapter, tcp_connect_nonblocking step 7 (bug)
    A signal during the wait makes the helper continue with the remaining time; it returns the
    connection or a timeout after the original budget.
    Untested: not written yet.

  @TRAP-03 @chapter @untested
  Rule: A timeout has its own errno
    Source: chapter, tcp_connect_nonblocking (errno left at EINPROGRESS)
    When the wait expires the helper sets errno ETIMEDOUT.
    Untested: not written yet.

  @TRAP-04 @chapter @untested
  Rule: Descriptors of 1024 and above work
    Source: chapter, tcp_connect_nonblocking; select(2) (FD_SETSIZE)
    The helper works for descriptor numbers at or above FD_SETSIZE by using poll(), or refuses them
    cleanly; it never calls FD_SET with such a number.
    Untested: not written yet.

  @TRAP-05 @chapter @untested
  Rule: The text of an address is always checked
    Source: chapter, tcp_connect_nonblocking, udp_client, udp_multicast_*, send_ping (unchecked inet_pton)
    Every program that takes an address string rejects invalid text with a message that names the
    string, sends no packet and returns an error.
    Untested: not written yet.

  @TRAP-06 @chapter @untested
  Rule: An invalid address is not reported through perror()
    Source: chapter, create_tcp_server, tcp_client_connect
    An invalid address is reported as such and not through perror(), because errno is not set when
    inet_pton returns 0.
    Untested: not written yet.

  @TRAP-10 @chapter @untested
  Rule: Idle time is not an error by accident
    Source: chapter, tcp_client_connect leaves SO_RCVTIMEO 5 s
    A client library that sets receive timeouts for connecting either removes them afterwards or
    documents EAGAIN; a server answer after 6 s is still received.
    Untested: not written yet.

  @TRAP-27 @chapter @untested
  Rule: errno survives the error report
    Source: chapter, perror() and close() before return -1
    A helper that prints a diagnostic and closes its descriptor returns -1 with errno still naming
    the original failure.
    Untested: not written yet.
