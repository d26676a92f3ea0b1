package io.sockspec.lab.container;

import io.sockspec.lab.NoLaboratory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// An image of hosts, by the name that the engine knows it by.
record Image(String tag) {
    private static final int HASH_DIGITS = 12;
    /// What each image is made of, below `containers`, as and in the order in which `ci/images` has
    /// it.
    private static final Map<String, List<String>> INPUTS = Map.of(
            "host",
            List.of("host/files", "host/host.c", "c/agent.c"),
            "python",
            List.of(
                    "python/files",
                    "python/agent.py",
                    "python/calls.py",
                    "python/forms.py",
                    "host/files",
                    "host/host.c",
                    "c/agent.c"));

    /// The image of a name as `ci/images` builds it from the files of this version.
    static Image built(String name) {
        return new Image("sockspec-" + name + ":" + hash(Objects.requireNonNull(INPUTS.get(name))));
    }

    private static String hash(List<String> inputs) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            inputs.forEach(input -> digest.update(shipped(input)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] shipped(String input) {
        try (InputStream in = Image.class.getResourceAsStream("/containers/" + input)) {
            if (in == null) {
                throw new NoLaboratory("containers/" + input + " is missing on the class path; build sockspec anew.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return tag;
    }
}
