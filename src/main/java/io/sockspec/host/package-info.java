/// The reference implementation: the kernel of this machine, called through libc. It is judged like
/// any other, and it is
/// the peer of every implementation under test.
///
/// A call of the SPI is one call of libc; values are turned into the structures of C and back, byte
/// for byte, and
/// nothing is retried. A descriptor is remembered from the call that made it to the one that closed
/// it, so that a
/// scenario leaves none behind.
///
/// Alternatives considered:
/// - `java.nio.channels`: hides the flags, the errno and half of the calls; it is an implementation
/// of its own to judge.
/// - A process for each host: shows fork() and exec() too, but costs milliseconds where a call in
/// this JVM costs less
///   than one microsecond; an agent over the same SPI can be that process.
/// - Closing a descriptor to end a blocked call: Linux leaves the call blocked and gives its number
/// away. A signal whose
///   handler does nothing ends any call and touches nothing else.
@NullMarked
package io.sockspec.host;

import org.jspecify.annotations.NullMarked;
