/// Wrong implementations, each of which lies in one way, and the pass that runs every requirement
/// against its own liars.
///
/// A liar is wrapped around the calls of the reference, or is a filter on the frames between its
/// host and the wire. It
/// states what a failure must say, so that a requirement which fails for another reason does not
/// count as caught.
///
/// Alternatives considered:
/// - Mutating the reference's code: mutants of a thin binding are crashes, not lies that a stack
/// would tell.
/// - One run for each liar: starting the suite costs more than a scenario; all liars of one rank
/// play in one run.
@NullMarked
package io.sockspec.liars;

import org.jspecify.annotations.NullMarked;
