package io.sockspec.register;

import java.util.List;

/// The verdict of one run on one requirement.
///
/// @param ran how many of its scenarios ran
public record Judgement(Requirement requirement, Verdict verdict, int ran) {

    /// Judges a requirement by how its scenarios ended.
    public static Judgement of(Requirement requirement, List<ScenarioStatus> ended, Terms terms) {
        var verdict = verdict(requirement, ended, terms);
        var onTerms = terms.observe(requirement)
                ? observed(verdict)
                : expected(verdict, terms.deviations().lists(requirement.id()));
        return new Judgement(requirement, onTerms, ended.size());
    }

    /// Whether the run left out scenarios that the register holds. A rule without any scenario,
    /// which is not marked as untested either, is never complete: nothing ran for it.
    public boolean partial() {
        return requirement.untested() == null
                && ran < Math.max(1, requirement.scenarios().size());
    }

    private static Verdict verdict(Requirement requirement, List<ScenarioStatus> ended, Terms terms) {
        if (ended.contains(ScenarioStatus.BROKEN)) {
            return Verdict.BROKEN;
        }
        if (ended.contains(ScenarioStatus.WRONG)) {
            return requirement.level() == Level.SHOULD && !terms.strict() ? Verdict.NON_STRICT : Verdict.FAILED;
        }
        // From here on the scenarios that did not run could change the verdict.
        if (ended.size() < Math.max(1, requirement.scenarios().size())) {
            return requirement.untested() == null ? Verdict.NOT_RUN : Verdict.UNTESTED;
        }
        if (ended.contains(ScenarioStatus.BLOCKED)) {
            return Verdict.BLOCKED;
        }
        return ended.contains(ScenarioStatus.UNSUPPORTED) ? Verdict.UNSUPPORTED : Verdict.CONFORMANT;
    }

    private static Verdict observed(Verdict verdict) {
        return switch (verdict) {
            case FAILED, CONFORMANT -> Verdict.OBSERVED;
            default -> verdict;
        };
    }

    private static Verdict expected(Verdict verdict, boolean listed) {
        return switch (verdict) {
            case FAILED, NON_STRICT -> listed ? Verdict.KNOWN_DEVIATION : verdict;
            case CONFORMANT, UNSUPPORTED -> listed ? Verdict.STALE_DEVIATION : verdict;
            // What the environment or the laboratory kept from being judged says nothing of the entry.
            default -> verdict;
        };
    }
}
