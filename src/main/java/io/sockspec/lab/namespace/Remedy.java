package io.sockspec.lab.namespace;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts what was found and what to do about it into one sentence.
final class Remedy {
    private Remedy() {}

    /// @param obstacles for each transport that was tried, why it does not work
    static String sentence(Map<Transport, String> obstacles) {
        Set<String> different = new LinkedHashSet<>(obstacles.values());
        String found = different.size() == 1
                ? String.join("", different)
                : obstacles.entrySet().stream()
                        .map(each -> each.getKey().label() + ": " + each.getValue())
                        .collect(Collectors.joining("; "));
        return "No lab of network namespaces can be made here (" + found + "); " + remedy(found) + ".";
    }

    private static String remedy(String found) {
        if (found.contains("cannot make a network namespace: EPERM")) {
            return "run as root, or through 'unshare -Urnm --map-root-user', or give the container CAP_SYS_ADMIN and "
                    + "CAP_NET_ADMIN";
        }
        if (found.contains("cannot make a network namespace")) {
            return "use a kernel with CONFIG_NET_NS, or raise user.max_net_namespaces";
        }
        if (found.contains("EROFS")) {
            return "make /proc/sys writable, with 'docker run --privileged' for example";
        }
        if (found.contains("EMFILE") || found.contains("ENFILE")) {
            return "raise the limit of open files with 'ulimit -n'";
        }
        return "make /dev/net/tun readable and writable, or load the kernel modules veth and af_packet";
    }
}
