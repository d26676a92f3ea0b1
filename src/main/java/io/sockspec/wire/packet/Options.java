package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import java.util.Optional;

/// The options of IPv4 and TCP share one form: 0 ends the list, 1 stands alone, any other has a
/// length behind it that counts kind and length too.
final class Options {
    private Options() {}

    /// The data of the first option of a kind; empty when there is none in the well-formed part of
    /// the list.
    static Optional<Bytes> find(Bytes options, int kind) {
        int at = 0;
        while (at < options.length() && options.at(at) != 0) {
            if (options.at(at) == 1) {
                at++;
                continue;
            }
            int length = at + 1 < options.length() ? options.at(at + 1) : 0;
            if (length < 2 || at + length > options.length()) {
                return Optional.empty();
            }
            if (options.at(at) == kind) {
                return Optional.of(options.slice(at + 2, at + length));
            }
            at += length;
        }
        return Optional.empty();
    }
}
