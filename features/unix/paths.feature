@unix
Feature: Paths of Unix sockets
  A name in the file system with its length, its file and its permissions.

  @UNIX-03 @linux @needs:unix @untested
  Rule: The address length covers the path
    Source: unix(7) Address format
    getsockname() returns offset 2 plus path length plus 1; an unnamed socket returns length 2 with
    no path.
    Untested: not written yet.

  @UNIX-04 @linux @needs:unix @untested
  Rule: The longest path has 107 or 108 bytes
    Source: unix(7) Pathname sockets, BUGS
    A path of 107 bytes plus NUL binds and connects; Linux also binds 108 bytes without NUL and then
    reports length 111; 109 bytes, addrlen above 110, addrlen 0 or 1 and family AF_INET fail with
    EINVAL.
    Untested: not written yet.

  @UNIX-05 @linux @needs:unix @untested
  Rule: bind() creates the socket file
    Source: unix(7) Pathname socket ownership; POSIX open() ENXIO
    bind() creates a file of type socket whose permission bits are 0777 minus umask; listen() does
    not create it, and opening it with open() fails with ENXIO.
    Untested: not written yet.

  @UNIX-06 @must @needs:unix @untested
  Rule: A stale file blocks bind()
    Source: unix(7) NOTES; POSIX bind() EADDRINUSE
    The file remains after close(); a new bind() fails with EADDRINUSE, with SO_REUSEADDR too, and
    connect() to it with ECONNREFUSED, until it is unlinked.
    Untested: not written yet.

  @UNIX-07 @must @needs:unix @untested
  Rule: An occupied path blocks bind()
    Source: POSIX bind(); unix(7)
    bind() over an existing regular file, directory entry or dangling symlink fails with EADDRINUSE
    and in a missing directory with ENOENT, leaving the existing object untouched.
    Untested: not written yet.

  @UNIX-08 @linux @needs:unix @untested
  Rule: connect() fails according to what the path holds
    Source: unix(7) ERRORS; connect(2)
    connect() gives ENOENT for a missing path, ECONNREFUSED for a regular file, a directory and a
    bound but not listening socket, EPROTOTYPE for a socket of another type.
    Untested: not written yet.

  @UNIX-09 @must @needs:unix @untested
  Rule: Connections outlive unlink() and rename()
    Source: unix(7) NOTES
    After unlink() existing connections continue and new connects fail with ENOENT; after rename()
    clients reach the listener under the new name; a symbolic link works for connect.
    Untested: not written yet.

  @UNIX-10 @linux @needs:unix @untested
  Rule: Permissions gate connecting
    Source: unix(7) Pathname socket ownership
    Another user needs write permission on the socket file and search permission on its directories:
    modes 0700 and 0444 give EACCES, 0666 succeeds; sendto() to a 0600 datagram socket gives EACCES.
    Untested: not written yet.

  @UNIX-11 @chapter @needs:unix @untested
  Rule: unix_socket_server() opens its file to all
    Source: chapter, unix_socket_server chmod
    unix_socket_server leaves the socket file with mode 0666 regardless of umask before it accepts
    clients.
    Untested: not written yet.

  @UNIX-12 @linux @needs:unix @untested
  Rule: Abstract names are compared over their full length
    Source: unix(7) Abstract sockets
    A name starting with NUL is compared over its full length: binding with addrlen 110 and
    connecting with exact length are different names (ECONNREFUSED); it creates no file, vanishes
    with the socket, ignores permissions and is invisible in another network namespace, unlike a
    path.
    Untested: not written yet.
