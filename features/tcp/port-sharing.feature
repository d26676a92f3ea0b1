@tcp-server
Feature: Sharing a TCP port
  When several sockets may hold one port, and who gets the connections.

  @TCP-SERVER-20 @linux @untested
  Rule: Every member of a group must set SO_REUSEPORT
    Source: socket(7) SO_REUSEPORT
    Several sockets may listen on one address and port only if each has SO_REUSEPORT set at the
    moment the next one binds; a bind() without it, or with SO_REUSEADDR only, fails with
    EADDRINUSE.
    Untested: not written yet.

  @TCP-SERVER-21 @linux @untested
  Rule: A SO_REUSEPORT group belongs to one user
    Source: socket(7) SO_REUSEPORT
    A socket created by a different effective user cannot join a SO_REUSEPORT group: bind() fails
    with EADDRINUSE.
    Untested: not written yet.

  @TCP-SERVER-22 @linux @untested
  Rule: SO_REUSEPORT spreads connections over its members
    Source: socket(7) SO_REUSEPORT; chapter, load balancing claim
    With four members and 200 connections from distinct client ports, every member receives between
    10 % and 40 % of them.
    Untested: not written yet.

  @TCP-SERVER-23 @linux @untested
  Rule: Leaving a SO_REUSEPORT group resets the queued connections
    Source: socket(7) SO_REUSEPORT; ip-sysctl tcp_migrate_req (default 0)
    When one member is closed, its queued but unaccepted connections are reset and all new
    connections go to the remaining members.
    Untested: not written yet.

  @TCP-SERVER-46 @linux @untested
  Rule: The port of an outgoing connection is taken
    Source: bind(2) EADDRINUSE; socket(7) SO_REUSEADDR
    While a connection uses an automatically chosen local port, bind() of another socket to that
    port on the same address or on 0.0.0.0 fails with EADDRINUSE, also when only the new socket has
    SO_REUSEADDR, whereas another local address (127.0.0.1) can have it.
    Untested: not written yet.

  @TCP-SERVER-47 @must @untested
  Rule: TCP and UDP ports are separate
    Source: RFC 768; RFC 9293 section 3.1; POSIX bind()
    A TCP listener and a UDP socket can be bound to the same address and port without reuse options,
    and each receives only its own protocol.
    Untested: not written yet.

  @TCP-SERVER-54 @linux @untested
  Rule: A former listener keeps only a port that bind() named
    Source: shutdown(2); measured on Linux 6.18
    connect() with AF_UNSPEC stops a listener as shutdown(SHUT_RDWR) does: queued clients read
    ECONNRESET, new ones are refused, accepted connections live on. The port stays reserved if
    bind() named it; one picked by the kernel is released although getsockname() still shows it, and
    listen() then gets another.
    Untested: not written yet.

  @TCP-SERVER-55 @linux @untested
  Rule: Port zero gives each TCP socket a port of its own even with reuse
    Source: ip(7) ip_local_port_range; measured on Linux 6.18
    With SO_REUSEADDR or SO_REUSEPORT a TCP bind() to port 0 still gives every socket a port of its
    own and EADDRINUSE when the range is used up; a UDP bind() to port 0 with either option may
    return a port another such socket already has.
    Untested: not written yet.

  @TCP-SERVER-56 @linux @untested
  Rule: Consent to sharing counts when the conflict arises
    Source: socket(7) SO_REUSEADDR, SO_REUSEPORT; measured on Linux 6.18
    SO_REUSEADDR or SO_REUSEPORT set on the first socket after its bind() counts when the second
    socket binds, on TCP and UDP. Over TIME_WAIT entries both generations must have set the same
    option: REUSEPORT with REUSEPORT works, every mixture and one-sided use gives EADDRINUSE.
    Untested: not written yet.
