package io.sockspec.lab.relay;

import java.io.Serial;

/// There is no Toxiproxy server on this machine, or in the image of a host; the message is one
/// sentence: what was looked for, and the remedy.
public final class NoRelay extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    NoRelay(String sentence) {
        super(sentence);
    }
}
