@tcp-echo
Feature: Urgent data
  One byte out of line, the mark in the stream, and the signal that announces it.

  @TCP-ECHO-28 @must @untested
  Rule: The urgent byte is out of line
    Source: POSIX recv() MSG_OOB; tcp(7) Sockets API
    One byte sent with MSG_OOB raises POLLPRI (and the select except set), is fetched by
    recv(MSG_OOB), and is skipped by normal reads, which stop at the mark; without urgent data
    recv(MSG_OOB) fails with EINVAL.
    Untested: not written yet.

  @TCP-ECHO-29 @must @untested
  Rule: SO_OOBINLINE keeps the urgent byte in line
    Source: POSIX sockatmark(); tcp(7) SIOCATMARK
    With SO_OOBINLINE the urgent byte is read in sequence, SIOCATMARK is true exactly before it, and
    recv(MSG_OOB) fails with EINVAL.
    Untested: not written yet.

  @TCP-ECHO-38 @linux @untested
  Rule: Only the last byte of an urgent send is urgent
    Source: tcp(7); RFC 6093 section 3; send(2) MSG_OOB
    send("abcX", MSG_OOB) sets URG with an urgent pointer of 4 (one past the X); the receiver reads
    "abc" in line, SIOCATMARK then is 1 and recv(MSG_OOB) returns "X"; the mark also ends a
    recv(MSG_WAITALL) early.
    Untested: not written yet.

  @TCP-ECHO-39 @linux @needs:signals @untested
  Rule: Urgent mode is announced before its byte
    Source: POSIX recv() EAGAIN for MSG_OOB; tcp(7)
    When the urgent pointer lies beyond the data received so far, SIGURG is sent at once but poll()
    shows no POLLPRI, recv(MSG_OOB) fails with EAGAIN (also on a blocking socket, without waiting)
    and normal data before the mark is readable; POLLPRI and the byte come with its segment.
    Untested: not written yet.

  @TCP-ECHO-40 @linux @untested
  Rule: Reading past the mark discards the urgent byte
    Source: tcp(7) (no urgent data left); measured on Linux 6.18
    An urgent byte that was not fetched is lost as soon as recv() passes its position, even when
    that recv() has nothing else to return and fails with EAGAIN: recv(MSG_OOB) then fails with
    EINVAL and POLLPRI is gone; MSG_PEEK does not discard it. With SO_OOBINLINE POLLPRI stays until
    the byte itself is read.
    Untested: not written yet.

  @TCP-ECHO-41 @must @needs:signals @untested
  Rule: SIGURG goes to the owner
    Source: POSIX fcntl() F_SETOWN, XSH 2.10.17
    Urgent data delivers SIGURG to the process set with fcntl(F_SETOWN), which F_GETOWN reports;
    without an owner no signal is sent, and normal data sends none.
    Untested: not written yet.

  @TCP-ECHO-46 @linux @untested
  Rule: A second urgent byte replaces the first
    Source: tcp(7); RFC 6093 section 3.2; measured on Linux 6.18
    If a second byte is sent with MSG_OOB before the first was fetched, recv(MSG_OOB) returns only
    the second and the first becomes ordinary data: "ab1" and "cd2" give urgent "2" and the stream
    "ab1cd"; with SO_OOBINLINE the mark moves before the second and every byte is read in sequence.
    Untested: not written yet.

  @TCP-ECHO-47 @must @untested
  Rule: Reads stop at the urgent mark
    Source: POSIX sockatmark(), recv() MSG_OOB
    A normal read never crosses the mark and sockatmark() is true when it got there; recv(MSG_OOB)
    never blocks (EINVAL without urgent data, EAGAIN when announced but not arrived), works before
    the data ahead of it is read, also with MSG_PEEK (byte stays) and after the peer closed, fails
    with EINVAL the second time, and then poll() no longer shows POLLPRI. FIONREAD counts up to the
    mark. Datagram sockets refuse to send MSG_OOB (EOPNOTSUPP).
    Untested: not written yet.
