/// The C library, bound by `java.lang.foreign`: one method, one call; a result below zero is the
/// errno, negated.
///
/// This is the only package that touches foreign memory, so that a reader can find every unsafe
/// line in one folder and
/// so that the laboratory and the reference implementation share one binding.
///
/// Alternatives considered:
/// - A typed handle for each function: each new shape costs about 6 ms to link; one shape of six
/// machine words serves
///   every function that takes integers and pointers, in the calling conventions of x86-64 and
/// AArch64.
/// - JNA, which Pcap4J brings along: slower by a factor of ten on the path of frames, and errno is
/// not captured with the
///   call.
@NullMarked
package io.sockspec.libc;

import org.jspecify.annotations.NullMarked;
