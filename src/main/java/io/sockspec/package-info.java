/// The command line of sockspec: runs the catalogue, judges the results that a run left, compares
/// those of several. Everything it says comes from the packages below; here is only the choice of
/// the command and of the exit status.
///
/// Alternatives considered:
///
/// - A library for command lines: there are three commands, and each argument is a word or
///   `--KEY=VALUE`.
/// - Printing the verdict from within the run: Maven and JUnit print around it, and a run that is
///   killed would have nobody to say so.
/// - A Maven plugin for adapters elsewhere: it would fit one build tool, and a command fits all.
@NullMarked
package io.sockspec;

import org.jspecify.annotations.NullMarked;
