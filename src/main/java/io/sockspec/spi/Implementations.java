package io.sockspec.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The implementations on the class path, by name.
public final class Implementations {
    /// The name of the one that ships with sockspec; it is the peer of all others.
    public static final String REFERENCE = "reference";

    private Implementations() {}

    /// The implementation of a name.
    ///
    /// @throws ImplementationUnavailable when no provider or more than one has that name, or a
    /// provider cannot be made
    public static Implementation named(String name) {
        return named(name, ServiceLoader.load(Implementation.class));
    }

    /// The reference implementation.
    public static Implementation reference() {
        return named(REFERENCE);
    }

    static Implementation named(String name, ServiceLoader<Implementation> loader) {
        List<Implementation> all = all(loader);
        List<Implementation> found =
                all.stream().filter(each -> each.name().equals(name)).toList();
        return switch (found.size()) {
            case 0 ->
                throw new ImplementationUnavailable("there is no implementation named '" + name + "'; known are "
                        + joined(all, Implementation::name, ", "));
            case 1 -> found.getFirst();
            default ->
                throw new ImplementationUnavailable("more than one implementation is named '" + name + "': "
                        + joined(found, each -> each.getClass().getName(), " and "));
        };
    }

    private static String joined(
            List<Implementation> implementations, Function<Implementation, String> word, String between) {
        return implementations.stream().map(word).sorted().collect(Collectors.joining(between));
    }

    /// Every provider must be made to know its name; one that fails ends the search, so that it
    /// cannot hide a second
    /// implementation of the same name.
    private static List<Implementation> all(ServiceLoader<Implementation> loader) {
        List<Implementation> all = new ArrayList<>();
        try {
            loader.forEach(all::add);
        } catch (ServiceConfigurationError broken) {
            // The message names the provider's class; the cause, when there is one, is what its constructor threw.
            String reason = broken.getCause() == null ? "" : ", because it threw " + broken.getCause();
            throw new ImplementationUnavailable(broken.getMessage() + reason, broken);
        }
        return all;
    }
}
