@fdpass
Feature: Limits of passing descriptors
  What is lost, refused, cut or duplicated on the way.

  @FDPASS-03 @must @needs:scm-rights @untested
  Rule: Rights in flight survive the sender
    Source: unix(7) SCM_RIGHTS
    A descriptor sent and then closed by the sender (even exited, file unlinked) is valid when
    received later; a pipe writer in flight keeps the reader from EOF until it is received and
    closed or the socket is destroyed.
    Untested: not written yet.

  @FDPASS-05 @must @needs:scm-rights @untested
  Rule: A descriptor that is not open fails with EBADF
    Source: unix(7) EBADF
    Sending a closed number, -1 or a list with one bad member fails with EBADF and sends nothing.
    Untested: not written yet.

  @FDPASS-06 @linux @needs:scm-rights @untested
  Rule: On a stream rights need a byte of data
    Source: unix(7) Ancillary messages
    sendmsg() with rights but no data returns 0 on a stream socket and the rights are lost; on
    datagram and seqpacket sockets they are delivered with an empty record.
    Untested: not written yet.

  @FDPASS-07 @must @needs:scm-rights @untested
  Rule: A control buffer that is too small cuts the rights and flags it
    Source: unix(7) Ancillary messages; POSIX recvmsg() MSG_CTRUNC
    If fewer descriptors fit, the receiver gets those that fit, MSG_CTRUNC is set and the rest are
    closed without leak; with no or a sub-header buffer (or plain recv/read) all are closed.
    Untested: not written yet.

  @FDPASS-09 @linux @needs:scm-rights @untested
  Rule: A received descriptor is not close-on-exec unless asked
    Source: recv(2) MSG_CMSG_CLOEXEC; gVisor test CloexecDroppedWhenFDPassed
    A received descriptor has FD_CLOEXEC clear whatever the sender had, and set with
    MSG_CMSG_CLOEXEC.
    Untested: not written yet.

  @FDPASS-10 @linux @needs:scm-rights @untested
  Rule: Rights are a barrier in a stream
    Source: unix(7) Ancillary messages; gVisor FDPassNotCoalesced
    recvmsg() does not read past the data of a message with rights, two such messages are never
    merged, and the rights arrive with the first byte of theirs.
    Untested: not written yet.

  @FDPASS-11 @linux @needs:scm-rights @untested
  Rule: Peeking duplicates the descriptors
    Source: gVisor test FDPassPeek; measured on Linux 6.18
    recvmsg(MSG_PEEK) returns own duplicates of the descriptors, which must be closed; the later
    read delivers them again.
    Untested: not written yet.

  @FDPASS-12 @linux @needs:scm-rights @untested
  Rule: A receiver at its limit gets the data without the descriptor
    Source: unix(7) SCM_RIGHTS (RLIMIT_NOFILE)
    With no free slot the data byte arrives, no descriptor, and MSG_CTRUNC is set.
    Untested: not written yet.

  @FDPASS-13 @linux @needs:scm-rights @untested
  Rule: The number of rights in flight is limited
    Source: unix(7) ETOOMANYREFS
    An unprivileged sender with more unreceived descriptors in flight than RLIMIT_NOFILE gets
    ETOOMANYREFS.
    Untested: not written yet.

  @FDPASS-15 @linux @needs:scm-rights @untested
  Rule: Malformed control data is refused or ignored
    Source: cmsg(3); measured on Linux 6.18
    An unknown SOL_SOCKET message type fails with EINVAL, a message of another level is ignored, and
    the receive function returns -1 without touching memory when no SCM_RIGHTS message came.
    Untested: not written yet.

  @FDPASS-16 @chapter @needs:scm-rights @untested
  Rule: send_fd_over_unix_socket() and its counterpart keep their contract
    Source: chapter, send_fd/receive_fd
    send_fd_over_unix_socket returns 1 on success and -1 on error, receive_fd_over_unix_socket
    returns a usable descriptor or -1 on error, on EOF and on a plain byte; the single data byte is
    "*".
    Untested: not written yet.
