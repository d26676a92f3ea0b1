package io.sockspec.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known about one implementation before a run. A listed requirement that passes is stale
/// and fails the run, so that the list cannot rot.
public final class Deviations {
    /// Nothing is known; every failure is news.
    public static final Deviations NONE = new Deviations(List.of());

    private final Map<String, Deviation> byId = new HashMap<>();

    public Deviations(List<Deviation> list) {
        for (var deviation : list) {
            if (byId.put(deviation.id(), deviation) != null) {
                throw new IllegalArgumentException(deviation.id() + " is listed twice as a deviation.");
            }
        }
    }

    public Optional<Deviation> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    boolean lists(String id) {
        return byId.containsKey(id);
    }
}
