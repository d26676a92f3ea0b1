@addr-layout
Feature: Layout of addresses and structures
  Adapters write these structures byte by byte, so sizes, offsets and constants are facts to check
  before any call.

  @ADDR-LAYOUT-01 @linux @untested
  Rule: struct sockaddr has 16 bytes with the domain in the first two
    Source: chapter, socket address structures; POSIX <sys/socket.h>
    struct sockaddr has size 16 with sa_family (2 bytes) at offset 0 and sa_data (14 bytes) at
    offset 2.
    Untested: not written yet.

  @ADDR-LAYOUT-02 @linux @untested
  Rule: struct sockaddr_in has 16 bytes with port at 2 and address at 4
    Source: chapter, sockaddr_in; POSIX <netinet/in.h>
    struct sockaddr_in has size 16: sin_family at 0 (2 bytes), sin_port at 2 (2 bytes), sin_addr at
    4 (4 bytes), sin_zero at 8 (8 bytes).
    Untested: not written yet.

  @ADDR-LAYOUT-03 @linux @needs:ipv6 @untested
  Rule: struct sockaddr_in6 has 28 bytes and ends with the scope
    Source: chapter, sockaddr_in6; RFC 3493 section 3.3
    struct sockaddr_in6 has size 28: family 0, port 2, flowinfo 4, address 8 (16 bytes), scope_id
    24.
    Untested: not written yet.

  @ADDR-LAYOUT-04 @linux @needs:unix @untested
  Rule: struct sockaddr_un has 110 bytes with the path at 2
    Source: unix(7) Address format; chapter, sockaddr_un
    struct sockaddr_un has size 110 with sun_family at 0 and a 108-byte sun_path at offset 2.
    Untested: not written yet.

  @ADDR-LAYOUT-05 @must @needs:ipv6 @needs:unix @untested
  Rule: struct sockaddr_storage holds an address of every domain
    Source: RFC 3493 section 3.10; chapter, sockaddr_storage
    struct sockaddr_storage has size 128, alignment of at least 8 and ss_family at offset 0, and an
    accept()/recvfrom() result of any family fits in it unchanged.
    Untested: not written yet.

  @ADDR-LAYOUT-06 @linux @needs:ipv6 @needs:unix @untested
  Rule: Domains and types have their numbers
    Source: socket(2); chapter, socket domains and types
    AF_UNIX=1, AF_INET=2, AF_INET6=10, AF_PACKET=17, SOCK_STREAM=1, SOCK_DGRAM=2, SOCK_RAW=3 and
    SOCK_SEQPACKET=5, as visible through SO_DOMAIN and SO_TYPE.
    Untested: not written yet.

  @ADDR-LAYOUT-07 @linux @untested
  Rule: The content of sin_zero is ignored
    Source: ip(7) Address format
    bind() and connect() with a valid sockaddr_in succeed whatever bytes sin_zero holds.
    Untested: not written yet.

  @ADDR-LAYOUT-08 @linux @untested
  Rule: bind() and connect() take an address length of 16 to 128
    Source: bind(2) EINVAL; connect(2)
    For AF_INET, bind() and connect() fail with EINVAL when addrlen is below 16 (0, 2, 8, 15) or
    above 128, and succeed with 16 to 128.
    Untested: not written yet.

  @ADDR-LAYOUT-09 @linux @untested
  Rule: Option and header structures have their sizes
    Source: cmsg(3); ip(7); packet(7); socket(7)
    On LP64 Linux: struct linger 8, timeval 16, ip_mreq 8, ip_mreqn 12, ipv6_mreq 20, ucred 12,
    icmphdr 8, iphdr 20, tcphdr 20, sockaddr_ll 20, cmsghdr 16, CMSG_LEN(4)=20, CMSG_SPACE(4)=24.
    Untested: not written yet.
