/// The command line of sockspec: judges the results that a run left. Everything it says comes from
/// the packages below; here is only the choice of the command and of the exit status.
///
/// Alternatives considered:
///
/// - A library for command lines: there is one command with one argument.
/// - Printing the verdict from within the run: Maven and JUnit print around it, and a run that is
///   killed would have nobody to say so.
@NullMarked
package io.sockspec;

import org.jspecify.annotations.NullMarked;
