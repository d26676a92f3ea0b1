@tcp-connect
Feature: connect() and its end
  A blocking connect ends with a connection, a refusal, or the first of its limits.

  @TCP-CONNECT-02 @must
  Rule: A closed port refuses with ECONNREFUSED
    Source: POSIX connect() ECONNREFUSED; RFC 9293 section 3.10.7.3
    connect() to a port without listener returns -1 with ECONNREFUSED within 100 ms on a direct
    link.

  @TCP-CONNECT-03 @linux
  Rule: A refused socket may connect again
    Source: connect(2) NOTES; POSIX connect() (state unspecified)
    On Linux the same descriptor may connect() again after connect() itself returned ECONNREFUSED (a
    fresh attempt is made) and SO_ERROR reads 0; portable programs open a new socket.

  @TCP-CONNECT-10 @linux
  Rule: SO_SNDTIMEO bounds connect() and ends it with EINPROGRESS
    Source: socket(7) SO_SNDTIMEO; chapter, tcp_client_connect
    With SO_SNDTIMEO t and a wire that drops SYNs, connect() fails after t (t to t+15 %) with
    EINPROGRESS, not ETIMEDOUT.

  @TCP-CONNECT-11 @linux
  Rule: The attempt survives SO_SNDTIMEO
    Source: socket(7) SO_SNDTIMEO; POSIX connect() EALREADY
    After the EINPROGRESS of SO_SNDTIMEO t the kernel keeps trying: repeated connect() waits another
    t and fails with EALREADY, and once the SYN gets through it returns 0, then EISCONN; closing the
    descriptor ends the attempt.

  @TCP-CONNECT-13 @linux
  Rule: TCP_SYNCNT bounds connect() and ends it with ETIMEDOUT
    Source: tcp(7) TCP_SYNCNT; RFC 6298; ip-sysctl tcp_syn_retries
    With TCP_SYNCNT n and no answer, connect() fails with ETIMEDOUT after (2^(n+1)-1) s: 3 s for
    n=1, 7 s for n=2; the default 6 gives 127 s, or 131 s with the linear SYN timeouts of kernels
    since 6.5.

  @TCP-CONNECT-15 @linux
  Rule: TCP_USER_TIMEOUT bounds connect() and ends it with ETIMEDOUT
    Source: tcp(7) TCP_USER_TIMEOUT; RFC 5482
    TCP_USER_TIMEOUT of 1500 ms set before connect() makes an unanswered attempt fail with ETIMEDOUT
    after 1.5 s (within 10 %).
