/// A hook that throws after the last scenario, for the tests of the plugin. It has a package of its
/// own because glue is chosen by package.
///
/// Alternatives considered:
///
/// - A hook in the other glue that throws on request: it would have to be asked through a property,
///   which the parallel tests share.
@NullMarked
package io.sockspec.report.hooks;

import org.jspecify.annotations.NullMarked;
