/// What an author writes to have an implementation judged: [Implementation][io.sockspec.spi.Implementation], found by
/// `ServiceLoader` and chosen by name, opens [Sockets][io.sockspec.spi.Sockets] on a host of the
/// laboratory.
///
/// Alternatives considered:
/// - One method with a call name and arguments: a liar or an adapter would be a switch over
/// strings; methods are checked
///   by the compiler, and every argument is a value that prints as one line, so a call can still
/// travel as text.
/// - Exceptions for errno: an expected error is the most common answer a conformance suite looks
/// at.
@NullMarked
package io.sockspec.spi;

import org.jspecify.annotations.NullMarked;
