package io.sockspec.lab;

/// No laboratory can be made on this machine; the message is one sentence: what was found, and the
/// remedy.
public final class NoLaboratory extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoLaboratory(String sentence) {
        super(sentence);
    }
}
