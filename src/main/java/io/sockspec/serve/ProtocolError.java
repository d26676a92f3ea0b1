package io.sockspec.serve;

import java.io.Serial;

/// A request that has no result; the message is what the answer says about it.
///
/// @spec JSON-RPC 2.0 section 5.1
final class ProtocolError extends RuntimeException {
    static final int NOT_JSON = -32700;
    static final int NO_REQUEST = -32600;
    static final int NOT_OFFERED = -32601;
    static final int BAD_PARAMETERS = -32602;
    static final int BROKEN = -32603;

    @Serial
    private static final long serialVersionUID = 1L;

    private final int code;

    ProtocolError(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
