package io.sockspec.lab.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import io.sockspec.lab.Host;
import io.sockspec.lab.Lab;
import io.sockspec.lab.LabFailure;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.Laboratory;
import io.sockspec.lab.Labs;
import io.sockspec.lab.NoLaboratory;
import io.sockspec.lab.NoSuchSetting;
import io.sockspec.lab.Prefix;
import io.sockspec.lab.Route;
import io.sockspec.lab.namespace.NamespaceLaboratory;
import io.sockspec.libc.Libc;
import io.sockspec.socket.Ip4;
import io.sockspec.spi.ImplementationUnavailable;
import io.sockspec.spi.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;

/// Needs an engine with the image; skipped, with the reason, where there is none.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerLabTest {
    private static final LabPlan PLAN = LabPlan.of("client", "server");

    private final Laboratory laboratory = laboratory();

    private static Laboratory laboratory() {
        try {
            return ContainerLaboratory.open(ContainerLaboratory.HOST);
        } catch (NoLaboratory absent) {
            return Assumptions.abort(String.valueOf(absent.getMessage()));
        }
    }

    private static <T> T inLab(Laboratory laboratory, LabPlan plan, Function<Host, T> work) {
        try (Lab lab = laboratory.open(plan)) {
            return work.apply(lab.host("client"));
        }
    }

    private <T> void assertSameInBoth(LabPlan plan, Function<Host, T> work) {
        T here = inLab(NamespaceLaboratory.with("tap"), plan, work);
        T there = inLab(laboratory, plan, work);
        assertThat((Object) there).isEqualTo(here);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "net.ipv4.ip_default_ttl",
                "net.ipv4.icmp_ratelimit",
                "net.ipv4.tcp_max_syn_backlog",
                "net.ipv4.tcp_max_tw_buckets",
                "net.ipv4.tcp_rmem",
                "net.ipv4.ping_group_range",
                "net.ipv4.ip_unprivileged_port_start",
                "net.ipv6.conf.all.disable_ipv6"
            })
    void aHostHasTheSettingsOfOneInANamespace(String setting) {
        assertSameInBoth(PLAN, host -> host.sysctl(setting));
    }

    @Test
    void aHostHasTheInterfacesAndTablesOfOneInANamespace() {
        LabPlan plan = PLAN.withSecondInterface("client", "other").withIpv6().withDefaultRoutes();
        assertSameInBoth(plan, Host::interfaces);
        assertSameInBoth(plan, Host::memberships);
        assertSameInBoth(plan, Host::tcpTable);
    }

    @Test
    void aHostCanBeChanged() {
        inLab(laboratory, PLAN.withIpv6(), host -> {
            host.addAddress("eth0", Prefix.parse("2001:db8::77/64"));
            host.addAddress("lo", Prefix.parse("198.51.100.7/32"));
            host.addRoute(Route.onLink(Prefix.parse("203.0.113.0/24"), "eth0"));
            host.deleteRoute(Route.onLink(Prefix.parse("203.0.113.0/24"), "eth0"));
            host.deleteAddress("lo", Prefix.parse("198.51.100.7/32"));
            host.link("eth0", false);
            assertThatExceptionOfType(LabFailure.class)
                    .isThrownBy(() -> host.link("eth7", true))
                    .withMessageMatching("the container [0-9a-f]{12} cannot find the interface 'eth7': ENODEV");
            assertThatExceptionOfType(LabFailure.class)
                    .isThrownBy(() -> host.deleteAddress("lo", Prefix.parse("198.51.100.7/32")))
                    .withMessageContaining("cannot delete 198.51.100.7/32 from lo: EADDRNOTAVAIL");
            assertThatExceptionOfType(NoSuchSetting.class).isThrownBy(() -> host.sysctl("net.ipv4.tcp_nothing"));
            return host;
        });
    }

    @Test
    void whatALabChangesTheNextDoesNotFind() {
        String before = inLab(laboratory, PLAN, host -> host.sysctl("net.ipv4.ip_default_ttl"));
        inLab(laboratory, PLAN, host -> {
            host.sysctl("net.ipv4.ip_default_ttl", "7");
            return host;
        });
        String after = inLab(laboratory, PLAN, host -> host.sysctl("net.ipv4.ip_default_ttl"));
        assertThat(after).isEqualTo(before).isNotEqualTo("7");
    }

    @Test
    void noThreadOfThisProcessCanGoThere() {
        inLab(
                laboratory,
                PLAN,
                host -> assertThatExceptionOfType(UnsupportedOperationException.class)
                        .isThrownBy(() -> host.in(() -> host))
                        .withMessageContaining("use -Dsockspec.lab=namespaces"));
    }

    @Test
    void aProgramThatIsNotInTheImageIsRefused() {
        inLab(
                laboratory,
                PLAN,
                host -> assertThatExceptionOfType(ImplementationUnavailable.class)
                        .isThrownBy(() -> host.start(List.of("/nowhere/agent")))
                        .withMessageContaining("'/nowhere/agent'")
                        .withMessageContaining("ENOENT"));
    }

    @Test
    void aProgramRunsUntilItIsEnded() {
        inLab(laboratory, PLAN, host -> {
            Program agent = host.start(List.of("/sockspec/agent")).orElseThrow();
            assertThat(agent.hasEnded()).isFalse();
            assertThat(agent.ending()).isEqualTo("is still running");
            agent.end();
            assertThat(agent.ending()).isEqualTo("was killed by signal 9");
            List.of(agent.input(), agent.output(), agent.errors()).forEach(Libc::close);
            return host;
        });
    }

    @Test
    void aStackOfItsOwnIsRefused() {
        assertThatExceptionOfType(NoLaboratory.class)
                .isThrownBy(() -> laboratory.open(PLAN.withOwnStack("client")))
                .withMessageContaining("use -Dsockspec.lab=namespaces");
    }

    private static DockerClient engine() {
        return DockerClientFactory.instance().client();
    }

    private static List<Container> containers(String owner) {
        return engine().listContainersCmd().withShowAll(true).withLabelFilter(List.of(Engine.LABEL)).exec().stream()
                .filter(each -> owner.equals(each.getLabels().get(Engine.LABEL)))
                .toList();
    }

    @Test
    void aContainerThatIsEndedFromOutsideBreaksItsLabAlone() {
        Laboratory own = ContainerLaboratory.open(ContainerLaboratory.HOST);
        // A lab whose host is gone cannot be closed without saying so.
        assertThatExceptionOfType(LabFailure.class)
                .isThrownBy(() -> inLab(own, LabPlan.of("client"), host -> {
                    Program agent = host.start(List.of("/sockspec/agent")).orElseThrow();
                    containers(Owner.self().toString())
                            .forEach(each ->
                                    engine().killContainerCmd(each.getId()).exec());
                    Labs.await("the program is lost", Duration.ofSeconds(10), agent::hasEnded);
                    assertThat(agent.ending()).isEqualTo("was lost with its container");
                    List.of(agent.input(), agent.output(), agent.errors()).forEach(Libc::close);
                    assertThatExceptionOfType(LabFailure.class)
                            .isThrownBy(() -> host.sysctl("net.ipv4.ip_default_ttl"))
                            .withMessageMatching(
                                    "the container [0-9a-f]{12} is gone: its process 1 failed, or it was ended from"
                                            + " outside, with the engine perhaps");
                    return host;
                }));
        Ip4 next = inLab(own, LabPlan.of("client"), Host::ip4);
        assertThat(next).hasToString("192.0.2.1");
    }

    /// At moments of its start, which are the ones in which something could be left.
    @ParameterizedTest
    @ValueSource(ints = {300, 900, 1300, 1700, 2500})
    void aKilledSuiteLeavesNothing(int afterMillis) throws IOException, InterruptedException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ContainerHolder.class.getName())
                .start();
        try (var output = holder.inputReader()) {
            assertThat(output.readLine()).isEqualTo("begins");
            assertThat(holder.waitFor(Duration.ofMillis(afterMillis))).isFalse();
            holder.destroyForcibly().waitFor();
        }
        // The engine removes what has ended by itself, and may be at it.
        Labs.await(
                "nothing is left",
                Duration.ofSeconds(20),
                () -> left(holder.pid()).isEmpty());
    }

    /// What a killed suite and its caretaker leave when both are killed.
    @Test
    void whatHasNoLivingOwnerIsSweptAtTheStart() throws Exception {
        Owner gone = new Owner(Owner.self().space(), 0, "1");
        Path folder = Files.createDirectory(Path.of(System.getProperty("java.io.tmpdir"), gone.fresh()));
        Files.createFile(folder.resolve(Doorway.SOCKET));
        TestEngine.docker(
                "create",
                "--label",
                Engine.LABEL + "=" + gone,
                Image.built(ContainerLaboratory.HOST).tag());
        assertThat(left(0)).hasSize(2);
        ContainerLaboratory.open(ContainerLaboratory.HOST);
        assertThat(left(0)).isEmpty();
    }

    /// With a container that was made and not started, and with one that was only about to be.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCaretakerClearsAwayWhatWasBeingStarted(boolean made) throws Exception {
        Image image = Image.built(ContainerLaboratory.HOST);
        Owner owner = new Owner("1", 0, "1");
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), owner.fresh());
        if (made) {
            Files.createDirectory(folder);
            TestEngine.docker(
                    "create",
                    "--name",
                    folder.getFileName().toString(),
                    "--label",
                    Engine.LABEL + "=" + owner,
                    image.tag());
        }
        Clearance.main(new String[] {Engine.reach().socket().toString(), folder.toString(), image.tag()});
        assertThat(folder).doesNotExist();
        assertThat(TestEngine.docker("ps", "--all", "--quiet", "--filter", "name=" + folder.getFileName()))
                .isEmpty();
    }

    private static List<String> left(long pid) {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            List<String> containers =
                    engine()
                            .listContainersCmd()
                            .withShowAll(true)
                            .withLabelFilter(List.of(Engine.LABEL))
                            .exec()
                            .stream()
                            .map(each -> each.getLabels().getOrDefault(Engine.LABEL, ""))
                            .toList();
            return Stream.concat(
                            containers.stream(),
                            files.map(each -> each.getFileName().toString()))
                    .filter(each ->
                            Owner.of(each).filter(owner -> owner.pid() == pid).isPresent())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
