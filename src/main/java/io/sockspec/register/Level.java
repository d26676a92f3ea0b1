package io.sockspec.register;

import java.util.Locale;
import java.util.Optional;

/// How binding a requirement is, and on whom.
public enum Level {
    /// POSIX or an RFC demands it of every implementation.
    MUST,
    /// POSIX or an RFC recommends it; a failure is reported as non-strict.
    SHOULD,
    /// A fact of Linux that other systems may not share.
    LINUX,
    /// The contract of one of the chapter's programs.
    CHAPTER;

    /// The tag on a rule, such as `@must`.
    public String tag() {
        return "@" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Level> ofTag(String tag) {
        for (var level : values()) {
            if (level.tag().equals(tag)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
