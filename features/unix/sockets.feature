@unix
Feature: Unix sockets
  Streams, datagrams and records between processes of one host.

  @UNIX-01 @must @needs:signals @needs:unix @untested
  Rule: A Unix stream has no record boundaries
    Source: POSIX socket(); unix(7)
    AF_UNIX SOCK_STREAM carries an ordered byte stream without record boundaries, with EOF after
    close or after shutdown(SHUT_WR) of the other end (the reverse direction stays open) and
    EPIPE/SIGPIPE on writing to a closed peer.
    Untested: not written yet.

  @UNIX-02 @linux @needs:unix @untested
  Rule: Datagrams and records keep their boundaries
    Source: unix(7) DESCRIPTION
    SOCK_DGRAM and SOCK_SEQPACKET keep record boundaries, flag truncation with MSG_TRUNC, deliver in
    order without loss and carry empty records; closing a seqpacket peer gives 0, a datagram peer
    does not.
    Untested: not written yet.

  @UNIX-15 @linux @needs:nonblocking @needs:unix @untested
  Rule: A full backlog fails with EAGAIN or blocks
    Source: connect(2) EAGAIN; unix(7); measured on Linux 6.18
    A listener with backlog N holds N+1 pending connections; a further nonblocking connect() fails
    with EAGAIN (not EINPROGRESS), a blocking one waits and SO_SNDTIMEO turns that into EAGAIN.
    Untested: not written yet.

  @UNIX-16 @linux @needs:unix @untested
  Rule: Closing a listener resets its clients
    Source: unix(7) ECONNRESET; measured on Linux 6.18
    Clients queued on a closed listener read ECONNRESET and write EPIPE.
    Untested: not written yet.

  @UNIX-17 @linux @needs:unix @untested
  Rule: Closing with unread data resets the peer
    Source: unix(7) ECONNRESET; gVisor test ReadOneSideClosedWithUnreadData
    Closing a stream end with unread data makes the peer read ECONNRESET once, then 0.
    Untested: not written yet.

  @UNIX-18 @linux @needs:nonblocking @needs:unix @untested
  Rule: Send buffer and queue limit the datagrams
    Source: unix(7) Sockets API; unix(7) /proc
    A datagram larger than the doubled SO_SNDBUF minus 32 fails with EMSGSIZE; a full receive queue
    makes a nonblocking sender fail with EAGAIN (after 11 messages with max_dgram_qlen 10); a
    vanished receiver gives ECONNREFUSED.
    Untested: not written yet.

  @UNIX-19 @must @needs:unix @untested
  Rule: socketpair() gives two connected sockets
    Source: POSIX socketpair(); socketpair(2)
    socketpair(AF_UNIX) returns two connected unnamed sockets with the caller credentials;
    socketpair(AF_INET) fails with EOPNOTSUPP.
    Untested: not written yet.
