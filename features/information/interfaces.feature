@info
Feature: Interfaces of a host
  Names, indexes, addresses and flags.

  @INFO-14 @linux @untested
  Rule: getifaddrs() lists addresses and broadcast addresses
    Source: getifaddrs(3); netdevice(7)
    getifaddrs() returns one AF_INET entry per address with interface name, flags, netmask and,
    where set, the directed broadcast address (10.7.0.1/16 gives 10.7.255.255); IFF_BROADCAST is set
    on Ethernet and not on lo, which has IFF_LOOPBACK.
    Untested: not written yet.

  @INFO-16 @linux @untested
  Rule: Interface queries agree with the configuration
    Source: netdevice(7)
    On any socket SIOCGIFADDR, NETMASK, BRDADDR, HWADDR, MTU, FLAGS and INDEX agree with the
    configuration; an unknown name gives ENODEV, an interface without IPv4 address EADDRNOTAVAIL,
    SIOCSIFFLAGS and SIOCSIFMTU without CAP_NET_ADMIN EPERM. SIOCGIFCONF lists one 40-byte entry per
    IPv4 address, never a partial one (50 bytes: one), and its length with a null buffer.
    Untested: not written yet.

  @INFO-17 @must @untested
  Rule: Interface names and indexes are inverse
    Source: POSIX if_nametoindex(), if_indextoname(), if_nameindex()
    if_nametoindex() and if_indextoname() are inverse for every entry of if_nameindex(), which lists
    each interface once and also those that are down; an unknown name gives 0, an unknown index NULL
    with ENXIO.
    Untested: not written yet.
