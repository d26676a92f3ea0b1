@sniff
Feature: packet_sniffer()
  What the program prints of a frame, and what it must not read.

  @SNIFF-05 @chapter @needs:packet @untested
  Rule: The sniffer prints MAC addresses and ethertype
    Source: chapter, packet_sniffer; RFC 894
    The line printed for a frame shows source and destination MAC in lower-case hex and classifies
    by the ethertype at bytes 12-13 in network order.
    Untested: not written yet.

  @SNIFF-06 @chapter @needs:packet @untested
  Rule: The sniffer prints the fields of IP and TCP
    Source: chapter, packet_sniffer; RFC 9293 section 3.1
    For IPv4 it prints source, destination and protocol number, for TCP the ports and exactly the
    set flags among SYN ACK FIN RST PSH, shown on a handshake, data, FIN and RST sequence.
    Untested: not written yet.

  @SNIFF-07 @must @needs:packet @untested
  Rule: The sniffer finds TCP behind IP options
    Source: RFC 791 section 3.1
    With IP options (ihl 6 or 7) TCP ports and flags are still right because the TCP header is
    located at ihl*4.
    Untested: not written yet.

  @SNIFF-08 @must @needs:packet @untested
  Rule: A later fragment is not decoded as TCP
    Source: RFC 791 section 3.2
    A non-first fragment (offset > 0) with protocol 6 is not decoded as TCP.
    Untested: not written yet.

  @SNIFF-09 @must @needs:packet @untested
  Rule: Short and damaged frames do no harm
    Source: RFC 791 section 3.1; chapter, packet_sniffer (no length checks)
    Frames of 14, 15 and 34 bytes, ihl 0, ihl 15 on a 20-byte packet, version 6 under ethertype
    0x0800, total length beyond the frame and a TCP header cut after the ports are reported or
    skipped without reading past the received length and without ending the program.
    Untested: not written yet.

  @SNIFF-12 @chapter @needs:packet @needs:signals @untested
  Rule: Promiscuous mode is set and cleared
    Source: chapter, packet_sniffer; netdevice(7) SIOCSIFFLAGS
    While the sniffer runs the interface shows IFF_PROMISC, and after it ended, by any path
    including SIGINT and SIGTERM, the flag is as before.
    Untested: not written yet.
