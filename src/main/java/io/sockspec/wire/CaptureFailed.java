package io.sockspec.wire;

/// A capture file could not be written; the message is one sentence with the file and the reason.
/// No part of it stays.
public final class CaptureFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CaptureFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
