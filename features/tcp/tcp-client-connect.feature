@tcp-connect
Feature: tcp_client_connect()
  The program that connects with timeouts, judged by its contract.

  @TCP-CONNECT-26 @chapter @untested
  Rule: tcp_client_connect() sets both timeouts
    Source: chapter, tcp_client_connect
    tcp_client_connect leaves SO_SNDTIMEO and SO_RCVTIMEO at exactly 5 s on the returned descriptor,
    returns a blocking connected socket, and prints the destination.
    Untested: not written yet.

  @TCP-CONNECT-27 @chapter @untested
  Rule: tcp_client_connect() leaves nothing open when it fails
    Source: chapter, tcp_client_connect
    tcp_client_connect returns -1 with no descriptor left open for an invalid address, a refused
    port and a silent host, and an invalid address causes no packet.
    Untested: not written yet.
