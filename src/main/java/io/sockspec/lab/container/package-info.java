/// The laboratory `containers`: each host is a container that Testcontainers starts, with a small
/// program as process 1 that makes a fresh network namespace for each lab, TAP devices in it, and
/// passes their descriptors to this process. So the wire is the same as for namespaces, and all
/// that
/// is known about netlink and settings stays in [io.sockspec.lab.namespace]; this process needs the
/// engine and no other privilege.
///
/// A container ends when its connection does, also when this process is killed; until it is
/// connected a [Caretaker] watches over it.
///
/// Alternatives considered:
/// - A Docker network between the hosts: bridge netfilter drops or changes frames that the suite
///   must see, and a network takes 80 ms to make.
/// - A fresh container for each scenario: 0.3 s for each host, against 3 ms for a namespace in it.
/// - A request channel over the attached standard input and output: ten times slower, cannot carry
///   descriptors, and costs a thread and an HTTP connection for each container.
/// - Sweeping at the next start what a killed run has left: there may be none, and a container that
///   was made and not started stays until then. It is done as well, since a caretaker can be
/// killed.
/// - Descriptors of the namespaces themselves: to enter one takes a privilege on this machine.
@NullMarked
package io.sockspec.lab.container;

import org.jspecify.annotations.NullMarked;
