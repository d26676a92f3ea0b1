@tcp-server
Feature: Restarting a server
  What SO_REUSEADDR allows: a new server over the remains of the old one, never two listeners.

  @TCP-SERVER-13 @linux @untested
  Rule: SO_REUSEADDR does not share a listening port
    Source: socket(7) SO_REUSEADDR
    With SO_REUSEADDR set on both sockets, bind() to a port on which another socket is already
    listening fails with EADDRINUSE.
    Untested: not written yet.

  @TCP-SERVER-14 @linux @untested
  Rule: SO_REUSEADDR is decided at listen()
    Source: socket(7) SO_REUSEADDR; listen(2) EADDRINUSE
    With SO_REUSEADDR on both, two sockets may both bind a port while neither listens; after the
    first listen() the second listen() fails with EADDRINUSE.
    Untested: not written yet.

  @TCP-SERVER-15 @linux @untested
  Rule: SO_REUSEADDR lets a server restart over TIME_WAIT
    Source: socket(7) NOTES; chapter, immediate restart claim
    After the server closed a connection first (a TIME_WAIT entry on its port), a new server that
    sets SO_REUSEADDR before bind() binds and listens at once, provided the old listener had set it
    too.
    Untested: not written yet.

  @TCP-SERVER-16 @must @untested
  Rule: Without SO_REUSEADDR a restart waits for TIME_WAIT
    Source: POSIX bind(); socket(7) NOTES
    Over a TIME_WAIT entry on its port bind() without SO_REUSEADDR fails with EADDRINUSE until the
    TIME_WAIT entry ends.
    Untested: not written yet.

  @TCP-SERVER-17 @linux @untested
  Rule: Both generations of a server must set SO_REUSEADDR
    Source: socket(7) NOTES
    If only the restarted server, but not the previous one, set SO_REUSEADDR, bind() over TIME_WAIT
    or over a surviving established connection still fails with EADDRINUSE.
    Untested: not written yet.

  @TCP-SERVER-18 @must @untested
  Rule: A client that closes first leaves the port of the server free
    Source: RFC 9293 sections 3.6, 3.3.2
    When the client closes first the TIME_WAIT entry belongs to the client, and the server can
    rebind immediately even without SO_REUSEADDR.
    Untested: not written yet.

  @TCP-SERVER-19 @must @untested
  Rule: Established connections outlive their listener
    Source: POSIX close(); socket(7)
    After close() of the listener, an accepted connection keeps working, and with SO_REUSEADDR on
    both generations a new listener on the port does not disturb it.
    Untested: not written yet.
