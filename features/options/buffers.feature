@opt-buf
Feature: SO_RCVBUF and SO_SNDBUF
  What is asked, what is given, and what the peer sees of it.

  @OPT-BUF-01 @linux @untested
  Rule: The requested size is doubled
    Source: socket(7) SO_RCVBUF; chapter, option 4
    SO_RCVBUF 262144 and SO_SNDBUF 262144 read back as 524288 (also with the chapter value
    256*1024).
    Untested: not written yet.

  @OPT-BUF-02 @linux @untested
  Rule: The size has an upper cap
    Source: socket(7) SO_RCVBUF
    Requests above rmem_max/wmem_max (also negative ones, taken as unsigned) return 0 but are capped
    to twice that sysctl.
    Untested: not written yet.

  @OPT-BUF-03 @linux @untested
  Rule: The size has a lower cap
    Source: socket(7); measured on Linux 6.18
    Requests of 0 or 1 give a small minimum: 2304 for SO_RCVBUF and 4608 for SO_SNDBUF on kernel
    6.18 (the manual names 256 and 2048), and data still flows.
    Untested: not written yet.

  @OPT-BUF-04 @linux @untested
  Rule: The force options need privilege
    Source: socket(7) SO_RCVBUFFORCE
    SO_RCVBUFFORCE and SO_SNDBUFFORCE exceed the cap with CAP_NET_ADMIN and fail with EPERM without
    it.
    Untested: not written yet.

  @OPT-BUF-05 @linux @untested
  Rule: The receive buffer shapes the offered window
    Source: tcp(7) (window scaling, SO_RCVBUF before connect); RFC 7323 section 2.2
    SO_RCVBUF set before connect() or listen() limits the window and chooses the window scale in the
    SYN (8192 -> window 7300, scale 0); set afterwards it cannot change the scale.
    Untested: not written yet.
