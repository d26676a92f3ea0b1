package io.sockspec.register;

import java.io.Serial;
import java.util.List;

/// The features cannot be read as a register. Each problem is one sentence behind its file and
/// line.
public final class MalformedFeatures extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    MalformedFeatures(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
