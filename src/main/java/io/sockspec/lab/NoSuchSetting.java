package io.sockspec.lab;

/// This kernel has no such setting, or none that each host has for itself.
public final class NoSuchSetting extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoSuchSetting(String sentence) {
        super(sentence);
    }
}
