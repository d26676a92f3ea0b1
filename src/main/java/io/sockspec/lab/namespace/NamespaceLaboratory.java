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
import java.util.concurrent.ConcurrentHashMap;

/// Makes labs of network namespaces of this process.
public final class NamespaceLaboratory implements Laboratory {
    /// Names the transport to use, `tap` or `packet`; when not set or `auto`, the first of these
    /// that
    /// works is used.
    public static final String TRANSPORT_PROPERTY = "sockspec.transport";

    /// What trying each transport showed; tried once, it does not change.
    private static final Map<Transport, Finding> FINDINGS = new ConcurrentHashMap<>();

    private final Transport transport;
    private final Nursery nursery = new Nursery();
    private final Reaper reaper = new Reaper();

    private sealed interface Finding {}

    private record Works(Laboratory laboratory) implements Finding {}

    private record Obstacle(String sentence) implements Finding {}

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
        return wanted.isEmpty() || wanted.equals("auto") ? firstOf(List.of(Transport.values())) : with(wanted);
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
            switch (FINDINGS.computeIfAbsent(each, NamespaceLaboratory::tried)) {
                case Works(Laboratory laboratory) -> {
                    return laboratory;
                }
                case Obstacle(String sentence) -> obstacles.put(each, sentence);
            }
        }
        throw new NoLaboratory(Remedy.sentence(obstacles));
    }

    private static Finding tried(Transport transport) {
        try {
            NamespaceLaboratory laboratory = new NamespaceLaboratory(transport);
            laboratory.open(LabPlan.of("probe")).close();
            return new Works(laboratory);
        } catch (LabFailure | NotPermitted | NoSuchSetting found) {
            return new Obstacle(String.valueOf(found.getMessage()));
        }
    }

    @Override
    public String transport() {
        return transport.label();
    }

    @Override
    public Lab open(LabPlan plan) {
        Namespace.requireHome();
        PortMaker maker = transport.maker(reaper);
        PortMaker stackMaker = new StackMaker(reaper);
        return NamespaceLab.open(
                plan, transport(), host -> nursery.create(host.ownStack() ? stackMaker : maker), maker::close);
    }

    @Override
    public String toString() {
        return "network namespaces by " + transport();
    }
}
