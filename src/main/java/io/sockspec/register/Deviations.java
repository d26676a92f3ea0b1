package io.sockspec.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known about one implementation before a run. A listed requirement that passes, or that
/// the implementation does not even offer, is stale and fails the run, so that the list cannot rot.
public final class Deviations {
    /// Nothing is known; every failure is news.
    public static final Deviations NONE = new Deviations(List.of());

    private final Map<String, Deviation> byId = new LinkedHashMap<>();

    public Deviations(List<Deviation> list) {
        for (var deviation : list) {
            if (byId.put(deviation.requirement(), deviation) != null) {
                throw new IllegalArgumentException(deviation.requirement() + " is listed twice as a deviation.");
            }
        }
    }

    public Optional<Deviation> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// All of them, in their order.
    public List<Deviation> list() {
        return List.copyOf(byId.values());
    }

    boolean lists(String id) {
        return byId.containsKey(id);
    }
}
