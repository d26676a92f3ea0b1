package io.sockspec.register;

/// How one scenario ended. The constants are in the order in which they count: of several, the last
/// one decides, because a broken laboratory makes even a wrong answer doubtful.
public enum ScenarioStatus {
    PASSED,
    /// The implementation does not offer what the scenario needs.
    UNSUPPORTED,
    /// The environment lacks something.
    BLOCKED,
    /// The implementation answered wrongly.
    WRONG,
    /// Nothing is known: the laboratory, a step or an agent failed.
    BROKEN;

    /// The status that a throwable stands for. Decided by its type alone; whatever is not one of
    /// the four known types, a plain assertion included, is a fault of ours.
    public static ScenarioStatus of(Throwable thrown) {
        return switch (thrown) {
            case WrongAnswer _ -> WRONG;
            case Blocked _ -> BLOCKED;
            case Unsupported _ -> UNSUPPORTED;
            default -> BROKEN;
        };
    }
}
