package io.sockspec.steps;

import io.sockspec.agent.AgentImplementation;
import io.sockspec.spi.Implementation;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Puts an agent on stage that misbehaves as the feature file is named.
public final class HostileLineup implements Lineup {
    private final Map<String, Implementation> agents = new ConcurrentHashMap<>();

    @Override
    public Part cast(String requirement, URI feature, Implementation chosen) {
        String behaviour = Path.of(feature).getFileName().toString().replace(".feature", "");
        return Part.of(agents.computeIfAbsent(
                behaviour,
                it -> it.equals("a") // the warm-up
                        ? chosen
                        : AgentImplementation.of("python3 -I -S src/test/resources/hostile-agent.py " + it + " once")));
    }
}
