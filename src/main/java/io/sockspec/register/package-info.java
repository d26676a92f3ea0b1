/// The register of requirements and the words for what a run can say about them: levels, verdicts,
/// findings, and the four ways in which a scenario can end without passing. The feature files are
/// the register; this package reads them and judges, from the outcomes of the scenarios of a rule,
/// whether the implementation meets the requirement. It knows no other package of the project, so
/// that steps, laboratories and reports can all speak in its terms.
///
/// Alternatives considered:
///
/// - A catalogue beside the features (YAML, a database): two lists of the same clauses drift apart;
///   a clause that is not tested yet can just as well be a rule without scenarios.
/// - Verdicts from messages or tags of a failure: a rewording would change a verdict. The type of
///   what was thrown is checked by the compiler.
/// - Cucumber's own statuses: they know passed, failed and skipped, but not whether the
///   implementation or the laboratory is to blame.
/// - Deviations as tags on the features: the catalogue would name implementations, and whoever
/// judges
///   a new one would have to change it.
@NullMarked
package io.sockspec.register;

import org.jspecify.annotations.NullMarked;
