@udp
Feature: The error queue
  IP_RECVERR keeps errors with the datagrams that caused them.

  @UDP-22 @linux @needs:error-queue @untested
  Rule: An unconnected socket hears errors only with IP_RECVERR
    Source: ip(7) IP_RECVERR; recv(2) MSG_ERRQUEUE
    An unconnected UDP socket gets no error for a port unreachable unless IP_RECVERR is set; then
    recv() fails with ECONNREFUSED and MSG_ERRQUEUE returns the offending datagram, its destination
    and ICMP type 3 code 3.
    Untested: not written yet.

  @UDP-55 @linux @needs:error-queue @untested
  Rule: The error queue shows in poll(), SO_ERROR and MSG_ERRQUEUE
    Source: ip(7) IP_RECVERR; recv(2) MSG_ERRQUEUE
    With IP_RECVERR poll() shows POLLERR while the error queue is not empty, also after the error
    was returned by recv(); SO_ERROR follows the next queued entry; MSG_ERRQUEUE never blocks
    (EAGAIN when empty) and works after shutdown(); switching the option off empties the queue.
    Untested: not written yet.
