package io.sockspec.lab.namespace;

import java.util.List;

/// Puts what was found and what to do about it into one sentence.
final class Remedy {
    private Remedy() {}

    static String sentence(List<String> obstacles) {
        return "No lab of network namespaces can be made here (" + String.join("; ", obstacles) + "); "
                + remedy(String.join(" ", obstacles)) + ".";
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
