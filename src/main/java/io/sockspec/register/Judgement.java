package io.sockspec.register;

import java.util.List;

/// The verdict of one run on one requirement.
///
/// @param ran how many of its scenarios ran
public record Judgement(Requirement requirement, Verdict verdict, int ran) {

    /// Judges a requirement by how its scenarios ended.
    ///
    /// @param strict whether a failed SHOULD fails as a MUST does
    public static Judgement of(
            Requirement requirement, List<ScenarioStatus> ended, boolean strict, Deviations deviations) {
        var verdict = expected(requirement, verdict(requirement, ended, strict), deviations);
        return new Judgement(requirement, verdict, ended.size());
    }

    /// Whether the run left out scenarios that the register holds. A rule without any scenario,
    /// which is not marked as untested either, is never complete: nothing ran for it.
    public boolean partial() {
        return requirement.untested() == null
                && ran < Math.max(1, requirement.scenarios().size());
    }

    private static Verdict verdict(Requirement requirement, List<ScenarioStatus> ended, boolean strict) {
        if (ended.contains(ScenarioStatus.BROKEN)) {
            return Verdict.BROKEN;
        }
        if (ended.contains(ScenarioStatus.WRONG)) {
            return requirement.level() == Level.SHOULD && !strict ? Verdict.NON_STRICT : Verdict.FAILED;
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

    private static Verdict expected(Requirement requirement, Verdict verdict, Deviations deviations) {
        if (!deviations.lists(requirement.id())) {
            return verdict;
        }
        return switch (verdict) {
            case FAILED, NON_STRICT -> Verdict.KNOWN_DEVIATION;
            case CONFORMANT -> Verdict.STALE_DEVIATION;
            default -> verdict;
        };
    }
}
