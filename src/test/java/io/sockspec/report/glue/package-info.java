/// Steps that end in each of the ways in which a step can end, for the tests of the plugin.
///
/// Alternatives considered:
///
/// - Events made by hand: the tests would then show what we believe of Cucumber, not what it does.
@NullMarked
package io.sockspec.report.glue;

import org.jspecify.annotations.NullMarked;
