@unix
Feature: Credentials of a peer
  Who is at the other end, as the kernel knows it.

  @UNIX-13 @linux @needs:unix @untested
  Rule: SO_PEERCRED tells who connected
    Source: unix(7) SO_PEERCRED; chapter, unix_socket_server
    SO_PEERCRED on both ends returns pid, uid and gid of the peer as they were at connect(),
    listen() or socketpair() time, unchanged after setuid() or exit of the peer; without a peer
    (unconnected, or a TCP socket) it gives pid 0 and uid and gid -1.
    Untested: not written yet.

  @UNIX-14 @linux @needs:unix @untested
  Rule: SCM_CREDENTIALS come with each message
    Source: unix(7) SCM_CREDENTIALS
    With SO_PASSCRED each message carries SCM_CREDENTIALS; an unprivileged sender naming another uid
    fails with EPERM, a non-existing pid gives ESRCH, root may forge.
    Untested: not written yet.
