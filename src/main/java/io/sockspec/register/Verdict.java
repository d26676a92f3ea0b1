package io.sockspec.register;

/// What one run says about one requirement. Each is counted apart.
public enum Verdict {
    CONFORMANT("conformant"),
    FAILED("failed"),
    /// A SHOULD that failed in a run that is not strict.
    NON_STRICT("non-strict"),
    /// It failed, and the list of deviations says so.
    KNOWN_DEVIATION("known"),
    /// The list of deviations says that it fails, but it passed, or it is not offered any more: an
    /// entry that excuses nothing today would hide tomorrow's failure.
    STALE_DEVIATION("stale"),
    /// A rule of level LINUX ran for an implementation that follows POSIX alone; what it did is
    /// recorded and not judged.
    OBSERVED("observed"),
    UNSUPPORTED("unsupported"),
    BLOCKED("blocked"),
    BROKEN("broken"),
    /// No scenario is written yet.
    UNTESTED("untested"),
    /// Scenarios are written, but this run left some of them out; such a run is partial.
    NOT_RUN("not run");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /// The word in tables and headings.
    public String word() {
        return word;
    }
}
