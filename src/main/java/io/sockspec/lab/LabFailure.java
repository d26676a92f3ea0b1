package io.sockspec.lab;

/// A step that the laboratory takes by itself failed: the scenario is broken, its implementation
/// not judged.
public final class LabFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LabFailure(String sentence) {
        super(sentence);
    }
}
