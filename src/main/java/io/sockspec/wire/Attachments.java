package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Mac;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// All ports of a wire in the order of their attachment. Only the wire's thread touches it.
final class Attachments {
    private static final int MAC_BYTES = 6;

    private final List<Attachment> all = new ArrayList<>();
    private final Map<Mac, String> learned = new HashMap<>();

    List<Attachment> all() {
        return all;
    }

    void add(Port port) {
        if (all.stream().anyMatch(other -> other.port().name().equals(port.name()))) {
            throw new IllegalArgumentException("the wire has a port " + port.name() + " already");
        }
        all.add(new Attachment(port));
        all.forEach(attachment -> attachment.meet(all));
    }

    void remove(Port port) {
        all.removeIf(attachment -> attachment.port().equals(port));
        all.forEach(attachment -> attachment.meet(all));
    }

    /// All ports of a host, or the one port of that name.
    List<Attachment> called(String hostOrName) {
        List<Attachment> found = all.stream()
                .filter(attachment -> attachment.isCalled(hostOrName))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "no port of the wire is called '" + hostOrName + "'; there are " + names(all));
        }
        return found;
    }

    /// The port of that name, or the only port of that host.
    Attachment one(String hostOrName) {
        List<Attachment> found = called(hostOrName);
        return found.stream()
                .filter(attachment -> attachment.port().name().equals(hostOrName))
                .findFirst()
                .orElseGet(() -> only(hostOrName, found));
    }

    private static Attachment only(String host, List<Attachment> found) {
        if (found.size() > 1) {
            throw new IllegalArgumentException(host + " has several ports, name one of " + names(found));
        }
        return found.getFirst();
    }

    Attachment of(Port port) {
        return all.stream()
                .filter(attachment -> attachment.port().equals(port))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("port " + port.name() + " is not on the wire"));
    }

    private static String names(List<Attachment> attachments) {
        return attachments.stream().map(attachment -> attachment.port().name()).collect(Collectors.joining(", "));
    }

    /// Names the host a frame is meant for, for the log: the only other one, the one whose address
    /// is known from a frame of its own, or `all`.
    String receiver(Attachment sender, Bytes frame) {
        List<Attachment> others = sender.others();
        if (others.size() == 1) {
            return others.getFirst().port().host();
        }
        if (frame.length() < 2 * MAC_BYTES) {
            return "all";
        }
        learned.put(
                new Mac(frame.slice(MAC_BYTES, 2 * MAC_BYTES)), sender.port().host());
        return learned.getOrDefault(new Mac(frame.slice(0, MAC_BYTES)), "all");
    }
}
