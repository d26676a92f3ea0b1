package io.sockspec.register;

/// What decides a verdict beside the scenarios.
///
/// @param strict whether a failed SHOULD fails as a MUST does
/// @param linuxObserved whether rules of level LINUX are observed and not judged, because the
///     implementation follows POSIX alone
/// @param deviations what is known about the implementation
public record Terms(boolean strict, boolean linuxObserved, Deviations deviations) {
    /// Judges every level, and knows nothing about the implementation.
    public static final Terms USUAL = new Terms(false, false, Deviations.NONE);

    boolean observe(Requirement requirement) {
        return linuxObserved && requirement.level() == Level.LINUX;
    }
}
