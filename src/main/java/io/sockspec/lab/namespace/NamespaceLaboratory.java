package io.sockspec.lab.namespace;

import io.sockspec.lab.Lab;
import io.sockspec.lab.LabFailure;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.Laboratory;
import io.sockspec.lab.NoLaboratory;
import io.sockspec.lab.NoSuchSetting;
import io.sockspec.lab.NotPermitted;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Makes labs of network namespaces of this process.
public final class NamespaceLaboratory implements Laboratory {
    /// Names the transport to use, `tap` or `packet`; when not set, the first of these that works
    /// is used.
    public static final String TRANSPORT_PROPERTY = "sockspec.transport";

    /// What trying each transport showed: nothing, or why it does not work. Tried once, it does not
    /// change.
    private static final Map<Transport, Optional<String>> OBSTACLES = new ConcurrentHashMap<>();

    private final Transport transport;
    private final Reaper reaper = new Reaper();

    private NamespaceLaboratory(Transport transport) {
        this.transport = transport;
    }

    /// The laboratory of this machine, with the transport of [#TRANSPORT_PROPERTY] or the best that
    /// works.
    ///
    /// @throws NoLaboratory when none works; the message says what was found, and the remedy
    /// @throws IllegalArgumentException when the property names no transport
    public static Laboratory probe() {
        String wanted = System.getProperty(TRANSPORT_PROPERTY, "");
        return wanted.isEmpty() ? firstOf(List.of(Transport.values())) : with(wanted);
    }

    /// The laboratory with a certain transport, `tap` or `packet`.
    ///
    /// @throws NoLaboratory when it does not work; the message says what was found, and the remedy
    /// @throws IllegalArgumentException when there is no transport of that name
    public static Laboratory with(String transport) {
        return switch (transport) {
            case "tap" -> firstOf(List.of(Transport.TAP));
            case "packet" -> firstOf(List.of(Transport.PACKET));
            default ->
                throw new IllegalArgumentException(
                        "'" + transport + "' is not a transport of a lab; there are tap and packet");
        };
    }

    private static Laboratory firstOf(List<Transport> candidates) {
        Map<Transport, String> obstacles = new EnumMap<>(Transport.class);
        for (Transport each : candidates) {
            Optional<String> obstacle = OBSTACLES.computeIfAbsent(each, NamespaceLaboratory::obstacle);
            if (obstacle.isEmpty()) {
                return new NamespaceLaboratory(each);
            }
            obstacles.put(each, obstacle.get());
        }
        throw new NoLaboratory(Remedy.sentence(obstacles));
    }

    private static Optional<String> obstacle(Transport transport) {
        try {
            new NamespaceLaboratory(transport).open(LabPlan.of("probe")).close();
            return Optional.empty();
        } catch (LabFailure | NotPermitted | NoSuchSetting found) {
            return Optional.of(String.valueOf(found.getMessage()));
        }
    }

    @Override
    public String transport() {
        return transport.label();
    }

    @Override
    public Lab open(LabPlan plan) {
        Namespace.requireHome();
        return NamespaceLab.open(plan, transport, transport.maker(reaper));
    }

    @Override
    public String toString() {
        return "network namespaces by " + transport();
    }
}
