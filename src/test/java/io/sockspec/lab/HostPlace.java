package io.sockspec.lab;

import io.sockspec.spi.Place;
import io.sockspec.spi.Program;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A host as the place of an implementation that does not ask for its interfaces.
public record HostPlace(Host host) implements Place {
    @Override
    public String name() {
        return host.name();
    }

    @Override
    public List<Interface> interfaces() {
        return List.of();
    }

    @Override
    public <T> T in(Supplier<T> call) {
        return host.in(call);
    }

    @Override
    public Optional<Program> start(List<String> words) {
        return host.start(words);
    }
}
