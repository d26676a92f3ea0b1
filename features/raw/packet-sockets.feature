@sniff
Feature: Packet sockets
  AF_PACKET: which frames arrive, how often and how they are marked.

  @SNIFF-01 @linux @needs:packet @untested
  Rule: ETH_P_ALL captures both directions
    Source: packet(7)
    An AF_PACKET socket with ETH_P_ALL receives outgoing frames (pkttype 4) and incoming ones (0),
    each exactly once per interface.
    Untested: not written yet.

  @SNIFF-02 @linux @needs:packet @untested
  Rule: A single protocol captures input only
    Source: packet(7); gVisor test ReceiveSentBoundToProtocolAll
    A packet socket opened for ETH_P_IP receives incoming IPv4 frames but not outgoing ones, and
    with protocol 0 it receives nothing.
    Untested: not written yet.

  @SNIFF-03 @linux @needs:packet @untested
  Rule: The protocol is given in network byte order
    Source: packet(7) DESCRIPTION
    The protocol argument must be htons(ETH_P_ALL); passing 3 unconverted selects ethertype 0x0300
    and captures nothing.
    Untested: not written yet.

  @SNIFF-04 @linux @needs:packet @untested
  Rule: Loopback frames appear twice
    Source: packet(7) PACKET_OUTGOING; measured on Linux 6.18
    Each packet on lo is seen once as outgoing and once as incoming, and a capture of any interface
    must de-duplicate or expect that.
    Untested: not written yet.

  @SNIFF-10 @linux @needs:packet @untested
  Rule: An outer VLAN tag is stripped
    Source: packet(7) PACKET_AUXDATA; measured on Linux 6.18
    Linux removes an outer 802.1Q tag before delivery: the frame shows ethertype 0x0800 and is 4
    bytes shorter, and only PACKET_AUXDATA tells VLAN id 5 and TPID 0x8100; the inner tag of a
    double-tagged frame remains.
    Untested: not written yet.

  @SNIFF-11 @linux @needs:packet @untested
  Rule: A truncated capture is detectable
    Source: packet(7); recv(2)
    recv() with a buffer smaller than the frame returns the buffer size; with MSG_TRUNC it returns
    the true length (542 for a 20-byte buffer).
    Untested: not written yet.

  @SNIFF-13 @linux @needs:packet @untested
  Rule: PACKET_MR_PROMISC is undone with its socket
    Source: packet(7) PACKET_MR_PROMISC
    PACKET_ADD_MEMBERSHIP with PACKET_MR_PROMISC counts references and is undone when the socket
    closes, also when the process is killed, without clearing a promiscuous flag set by others.
    Untested: not written yet.

  @SNIFF-14 @linux @needs:packet @untested
  Rule: Frames for other hosts are marked
    Source: packet(7) sll_pkttype; measured on Linux 6.18
    A frame for another MAC that reaches the interface is delivered with pkttype PACKET_OTHERHOST
    (3), broadcast with 1 and multicast with 2; on veth this happens even without promiscuous mode,
    so the flag, not the frame, must be checked there.
    Untested: not written yet.
