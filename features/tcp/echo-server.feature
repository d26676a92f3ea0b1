@tcp-echo
Feature: The echo server and its clients
  tcp_server_loop(): no client harms another.

  @TCP-ECHO-16 @chapter @needs:signals @untested
  Rule: Ignoring SIGPIPE protects the whole process
    Source: chapter, setup_signal_handlers
    After the chapter signal set-up (SIGPIPE ignored) any writing call, also write() which has no
    flags, returns EPIPE without killing the process.
    Untested: not written yet.

  @TCP-ECHO-19 @chapter @untested
  Rule: One reset does not stop the server
    Source: chapter, handle_client and tcp_server_loop
    After a client resets in mid-echo, other connected clients and new clients are still served.
    Untested: not written yet.

  @TCP-ECHO-20 @chapter @needs:fork @untested
  Rule: The parent closes the descriptor of each client
    Source: chapter, tcp_server_loop
    The forking parent closes its copy of each accepted descriptor, so the client sees EOF as soon
    as the child ends and the parent descriptor count stays constant over 50 clients.
    Untested: not written yet.

  @TCP-ECHO-21 @chapter @needs:fork @untested
  Rule: Each child closes the listener
    Source: chapter, tcp_server_loop
    Each child closes its copy of the listening socket, so after the parent exits a new server can
    bind although an old client is still connected (with SO_REUSEADDR on both).
    Untested: not written yet.

  @TCP-ECHO-22 @chapter @needs:fork @untested
  Rule: Ended children leave no zombie
    Source: chapter, setup_signal_handlers; sigaction(2) SA_NOCLDWAIT
    With SA_NOCLDWAIT (or SIGCHLD ignored) finished children leave no zombie: after 50 clients no
    child is in state Z and waitpid() returns ECHILD.
    Untested: not written yet.

  @TCP-ECHO-23 @chapter @untested
  Rule: A slow client does not block the others
    Source: chapter, tcp_server_loop (process per client)
    While one client sends without reading (its echo path is stuck), another client is served within
    1 s.
    Untested: not written yet.

  @TCP-ECHO-24 @must @untested
  Rule: A client that never reads is held back
    Source: RFC 9293 section 3.8.6
    A client that never reads can push only a bounded amount (socket buffers of both ends,
    single-digit MiB) before its send() blocks.
    Untested: not written yet.
