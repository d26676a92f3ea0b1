package io.sockspec.register;

import java.io.Serial;

/// The implementation answered wrongly. The only throwable that makes a requirement *failed*.
public final class WrongAnswer extends AssertionError {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public WrongAnswer(Finding finding) {
        super("expected: " + finding.expected() + "; actual: " + finding.actual());
        this.finding = finding;
    }

    public WrongAnswer(String expected, String actual) {
        this(Finding.of(expected, actual));
    }

    public Finding finding() {
        return finding;
    }
}
