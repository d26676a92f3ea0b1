@info
Feature: getsockname() and getpeername()
  The two ends of a socket in every state.

  @INFO-01 @must @untested
  Rule: The names of the two ends match crosswise
    Source: POSIX getsockname()/getpeername()
    On an established connection getsockname() of each side equals getpeername() of the other.
    Untested: not written yet.

  @INFO-02 @must @untested
  Rule: An unconnected socket has no peer name
    Source: POSIX getpeername() ENOTCONN
    getpeername() fails with ENOTCONN on a fresh, bound, listening or reset socket; getsockname()
    succeeds and shows 0.0.0.0:0 for a fresh one.
    Untested: not written yet.

  @INFO-03 @linux @untested
  Rule: The peer name outlives the FIN of the peer
    Source: getpeername(2); measured on Linux 6.18
    getpeername() still works after the peer sent FIN (CLOSE-WAIT).
    Untested: not written yet.

  @INFO-04 @linux @untested
  Rule: Names respect the length of the buffer
    Source: getsockname(2)
    With length 8 or 0 only that many bytes are written while the length returned is 16; a negative
    length gives EINVAL, a null length pointer EFAULT.
    Untested: not written yet.

  @INFO-13 @linux @untested
  Rule: Names change at the end of a connection
    Source: getpeername(2); measured on Linux 6.18
    getpeername() works in SYN-RECEIVED, FIN-WAIT-1/2, CLOSING and LAST-ACK and fails with ENOTCONN
    as soon as both FINs are exchanged or the attempt was refused, while getsockname() keeps address
    and port in every state, also after reset, refusal and the end.
    Untested: not written yet.
