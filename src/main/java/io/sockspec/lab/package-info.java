/// The laboratory as scenarios see it: a [LabPlan][io.sockspec.lab.LabPlan] says which hosts share
/// which segment, a
/// [Laboratory][io.sockspec.lab.Laboratory] turns it into a [Lab][io.sockspec.lab.Lab] of running
/// hosts joined by one
/// wire, and a [Host][io.sockspec.lab.Host] is a place where sockets can be opened and settings
/// changed.
///
/// Nothing here knows how a host is made: a network namespace of this process and a container whose
/// TAP descriptors were
/// passed to it are both a `Lab`.
///
/// Alternatives considered:
/// - One long-lived lab that scenarios share: any leftover (a TIME_WAIT, a route cache entry, a
/// frame under way) of one
///   scenario would be a finding in the next; a fresh lab costs milliseconds.
/// - A topology language with routers and links: every requirement is about one host's stack, and
/// hosts on up to two
///   segments show all of them.
/// - Named interfaces of `ip netns`: names and mounts outlive a killed process, descriptors do not.
@NullMarked
package io.sockspec.lab;

import org.jspecify.annotations.NullMarked;
