@tcp-echo
Feature: send() on a stream
  How much it takes, when it blocks, and what an argument error leaves behind.

  @TCP-ECHO-06 @linux @untested
  Rule: A zero-length send() puts nothing on the wire
    Source: send(2); POSIX send()
    send() with length 0 on a connected TCP socket returns 0 and puts no segment on the wire.
    Untested: not written yet.

  @TCP-ECHO-08 @must @needs:nonblocking @untested
  Rule: A nonblocking send() takes what fits
    Source: POSIX send() EAGAIN
    With O_NONBLOCK and a peer that does not read, send() of 4 MiB returns a count smaller than
    requested, the next send() returns -1 with EAGAIN, and after the peer drains all accepted bytes
    arrive exactly once.
    Untested: not written yet.

  @TCP-ECHO-27 @linux @untested
  Rule: A bad buffer address fails with EFAULT
    Source: recv(2)/send(2) EFAULT
    recv() or send() with an unmapped buffer returns -1 with EFAULT, and a failed recv() leaves the
    queued data readable.
    Untested: not written yet.

  @TCP-ECHO-30 @linux @needs:signals @untested
  Rule: recv() and send() need a connection
    Source: POSIX send()/recv() ENOTCONN; send(2)
    On a never-connected TCP socket recv() fails with ENOTCONN and send() with EPIPE (POSIX names
    ENOTCONN), including SIGPIPE.
    Untested: not written yet.

  @TCP-ECHO-35 @must @untested
  Rule: A blocking send() takes everything
    Source: POSIX send() (blocks until space is available)
    Without timeout or signal a blocking send() of 4 MiB to a slow reader returns exactly 4 MiB,
    after all but the last buffer-full was taken by the peer.
    Untested: not written yet.

  @TCP-ECHO-36 @linux @untested
  Rule: A reset ends a blocked send()
    Source: send(2) ECONNRESET; POSIX send()
    A RST wakes a blocked send(): it returns the count already queued, or -1 with ECONNRESET if
    nothing of this call was queued; after a short count the next send() reports ECONNRESET and the
    one after EPIPE.
    Untested: not written yet.

  @TCP-ECHO-37 @linux @untested
  Rule: sendto() on TCP ignores the address
    Source: send(2); POSIX sendto() EISCONN
    sendto() with a foreign address on a connected TCP socket sends to the connected peer on Linux;
    POSIX lets it fail with EISCONN.
    Untested: not written yet.

  @TCP-ECHO-44 @must @untested
  Rule: Gathering and scattering keep the order of the pieces
    Source: POSIX readv(), writev(), sendmsg(), recvmsg()
    writev() and sendmsg() send their pieces in order as one stream or as exactly one datagram,
    readv() and recvmsg() fill the pieces in order, a short result ending inside a piece; elements
    of length 0, even with a null base, are skipped.
    Untested: not written yet.

  @TCP-ECHO-45 @must @untested
  Rule: Bad buffer and vector arguments send nothing
    Source: POSIX writev() EINVAL, sendmsg() EMSGSIZE; send(2) EFAULT
    iovcnt -1 or 1025 fails with EINVAL for readv() and writev(), an iov count of 1025 with EMSGSIZE
    for sendmsg(), 1024 works; a negative length gives EINVAL, a null vector, message header or
    non-empty null buffer EFAULT, and then nothing is sent; length 0 with a null buffer returns 0
    (UDP: sends an empty datagram).
    Untested: not written yet.
