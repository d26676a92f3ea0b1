package io.sockspec.lab;

/// A setting exists but may not be read or changed here, in an unprivileged namespace for example.
public final class NotPermitted extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotPermitted(String sentence) {
        super(sentence);
    }
}
