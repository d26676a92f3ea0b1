package io.sockspec.lab.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamespaceLaboratoryTest {
    @Test
    void usesTapWhereItWorks() {
        boolean tap = Files.isReadable(Path.of(TapMaker.DEVICE)) && Files.isWritable(Path.of(TapMaker.DEVICE));

        assertThat(NamespaceLaboratory.probe()).hasToString("network namespaces by " + (tap ? "tap" : "packet"));
    }

    @Test
    void refusesATransportThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamespaceLaboratory.with("bridge"))
                .withMessage("'bridge' is not a transport of a lab; there are tap and packet");
    }

    @Test
    void theRemedyFitsWhatWasFound() {
        String unprivileged = "cannot make a network namespace: EPERM";
        assertThat(Remedy.sentence(Map.of(Transport.TAP, unprivileged, Transport.PACKET, unprivileged)))
                .isEqualTo(
                        "No lab of network namespaces can be made here (cannot make a network namespace: EPERM); run "
                                + "as root, or through 'unshare -Urnm --map-root-user', or give the container CAP_SYS_ADMIN and "
                                + "CAP_NET_ADMIN.");
        assertThat(sentence("cannot open /dev/net/tun: ENOENT"))
                .endsWith("; make /dev/net/tun readable and writable, or load the kernel modules veth and af_packet.");
        assertThat(sentence("net.ipv4.ip_forward may not be changed here: EROFS"))
                .endsWith("; make /proc/sys writable, with 'docker run --privileged' for example.");
        assertThat(sentence("cannot open a netlink socket: EMFILE"))
                .endsWith("; raise the limit of open files with 'ulimit -n'.");
    }

    private static String sentence(String obstacle) {
        return Remedy.sentence(Map.of(Transport.TAP, obstacle));
    }
}
