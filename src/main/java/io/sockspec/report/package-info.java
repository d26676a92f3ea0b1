/// From a run to what people read of it: a plugin of Cucumber that leaves the results as a file,
/// the block that explains one failure, and the summary with its exit status. Between the run and
/// the pages stands the file: whatever a page says can be said again later, from another process,
/// and beside the results of other implementations.
///
/// Alternatives considered:
///
/// - Cucumber's own report or JUnit's XML as the source of verdicts: neither keeps why a scenario
///   ended, only that it did not pass.
/// - Counting while the run goes on and printing at its end: a killed run would look like a short
///   one. Without the file there is no verdict.
/// - A template engine for the console: the block of a failure is ten labels, and its exact text is
///   a promise with tests of its own.
@NullMarked
package io.sockspec.report;

import org.jspecify.annotations.NullMarked;
