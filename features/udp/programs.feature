@udp
Feature: udp_echo_server() and udp_client()
  The two datagram programs, judged by their contracts.

  @UDP-01 @chapter @untested
  Rule: Each datagram comes back unchanged
    Source: chapter, udp_echo_server
    udp_echo_server returns each datagram of 0 to 4095 bytes unchanged, to the address and port it
    came from.
    Untested: not written yet.

  @UDP-30 @chapter @untested
  Rule: udp_client() sends one datagram and prints the reply
    Source: chapter, udp_client
    udp_client connects, sends the 18 bytes "Hello, UDP Server!" in one datagram, prints the reply
    and closes the socket.
    Untested: not written yet.

  @UDP-31 @chapter @needs:signals @untested
  Rule: udp_echo_server() survives bad peers
    Source: chapter, udp_echo_server
    udp_echo_server keeps serving after a datagram to a vanished client (ICMP error), an EINTR and a
    failing sendto().
    Untested: not written yet.
