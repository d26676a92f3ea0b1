@fdpass
Feature: Passing file descriptors
  SCM_RIGHTS gives the receiver the same open file descriptions, in order, and over Unix sockets
  only.

  @FDPASS-01 @must @needs:scm-rights
  Rule: A received descriptor refers to the same open file description
    Source: unix(7) SCM_RIGHTS; POSIX sendmsg()
    A received descriptor refers to the same open file description: offset, O_APPEND/O_NONBLOCK
    status flags and locks are shared, the number may differ.

  @FDPASS-02 @must @needs:scm-rights
  Rule: Every kind of descriptor can be passed
    Source: unix(7) SCM_RIGHTS; chapter, unix_socket_server
    Regular file, pipe end, connected TCP socket, listener and the carrying socket itself can be
    passed and used by the receiver (the chapter passes standard output).

  @FDPASS-04 @linux @needs:scm-rights
  Rule: Several descriptors arrive in order, up to 253
    Source: unix(7) SCM_MAX_FD
    One message carries up to 253 descriptors in array order; 254 fail with EINVAL.

  @FDPASS-08 @linux @needs:scm-rights
  Rule: A control buffer for one descriptor holds two
    Source: cmsg(3); measured on Linux 6.18
    A control buffer of CMSG_SPACE(sizeof(int)) = 24 bytes on LP64 accepts two descriptors without
    MSG_CTRUNC, so a receiver sized for one must walk cmsg_len, close extras, or pass
    CMSG_LEN(sizeof(int)) = 20, with which the second is dropped and flagged.

  @FDPASS-14 @linux @needs:scm-rights
  Rule: Only Unix sockets carry descriptors
    Source: measured on Linux 6.18; unix(7)
    sendmsg() with SCM_RIGHTS on TCP or UDP sends the data, returns success and passes no
    descriptor.
