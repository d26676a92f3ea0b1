@tcp-server
Feature: create_tcp_server()
  The program that makes a listening socket, judged by its contract.

  @TCP-SERVER-01 @chapter @untested
  Rule: create_tcp_server() returns a listening socket
    Source: chapter, create_tcp_server
    create_tcp_server(addr, port) returns a descriptor whose SO_ACCEPTCONN is 1, SO_TYPE is
    SOCK_STREAM and whose local address equals the request, and a client can complete a handshake
    before any accept().
    Untested: not written yet.

  @TCP-SERVER-02 @chapter @untested
  Rule: A null address means all interfaces
    Source: chapter, create_tcp_server; ip(7) INADDR_ANY
    With addr NULL the server binds 0.0.0.0 and accepts connections to every local address:
    127.0.0.1, another 127/8 address and each interface address.
    Untested: not written yet.

  @TCP-SERVER-40 @chapter @untested
  Rule: create_tcp_server() leaves nothing open when it fails
    Source: chapter, create_tcp_server error paths
    create_tcp_server returns -1 and leaves no additional open descriptor when the address text is
    invalid, not local, or in use without reuse options.
    Untested: not written yet.
