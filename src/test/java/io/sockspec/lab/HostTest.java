package io.sockspec.lab;

import static io.sockspec.lab.TestSocket.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sockspec.lab.Route.Kind;
import io.sockspec.lab.namespace.NamespaceLaboratory;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.wire.Pattern;
import io.sockspec.wire.Selection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/// What one host of a lab can be asked and told.
class HostTest {
    private static final Prefix FAR = Prefix.parse("203.0.113.0/24");
    private static final Ip4 FAR_HOST = Ip4.parse("203.0.113.7");

    @OnEachTransport
    void settingsAreOfOneHostAlone(String transport) {
        try (Lab lab = Labs.open(transport, "a", "b")) {
            assertThat(lab.host("a").sysctl("net.ipv4.ip_default_ttl")).isEqualTo("64");
            lab.host("a").sysctl("net.ipv4.ip_default_ttl", "7");
            assertThat(lab.host("a").sysctl("net.ipv4.ip_default_ttl")).isEqualTo("7");
            assertThat(lab.host("b").sysctl("net.ipv4.ip_default_ttl")).isEqualTo("64");
        }
    }

    @OnEachTransport
    void plannedSettingsAreMadeBeforeTheInterfaces(String transport) {
        LabPlan plan = LabPlan.of("a").withSysctl("a", "net.ipv4.conf.default.rp_filter", "1");
        try (Lab lab = Labs.with(transport).open(plan)) {
            assertThat(lab.host("a").sysctl("net.ipv4.conf.eth0.rp_filter")).isEqualTo("1");
        }
    }

    @OnEachTransport
    void settingsThatCannotBeMadeAreToldApart(String transport) {
        try (Lab lab = Labs.open(transport, "a")) {
            Host host = lab.host("a");
            assertThatExceptionOfType(NoSuchSetting.class)
                    .isThrownBy(() -> host.sysctl("net.ipv4.tcp_nothing"))
                    .withMessage("this kernel has no setting net.ipv4.tcp_nothing that a host has for itself");
            assertThatExceptionOfType(NotPermitted.class)
                    .isThrownBy(() -> host.sysctl("net.ipv4.tcp_available_congestion_control", "x"))
                    .withMessage("net.ipv4.tcp_available_congestion_control may not be changed here: EACCES");
            assertThatExceptionOfType(NotPermitted.class)
                    .isThrownBy(() -> host.sysctl("net.ipv4.ip_default_ttl", "900"))
                    .withMessage("net.ipv4.ip_default_ttl cannot be set to 900 here: EINVAL");
            assertThatIllegalArgumentException().isThrownBy(() -> host.sysctl("kernel.hostname"));
        }
    }

    @OnEachTransport
    void routesDecideWhatAHostCanReach(String transport) {
        try (Lab lab = Labs.open(transport, "client", "server")) {
            Host client = lab.host("client");
            try (TestSocket socket = TestSocket.udp(client)) {
                assertThat(sending(socket)).isEqualTo("ENETUNREACH");
                client.addRoute(Route.via(FAR, lab.host("server").ip4()));
                assertThat(sending(socket)).isEqualTo("sent");
                client.deleteRoute(Route.via(FAR, lab.host("server").ip4()));
                assertThat(sending(socket)).isEqualTo("ENETUNREACH");
                client.addRoute(Route.onLink(FAR, "eth0"));
                assertThat(sending(socket)).isEqualTo("sent");
            }
        }
    }

    @OnEachTransport
    void routesMayRefuse(String transport) {
        try (Lab lab = Labs.open(transport, "client")) {
            assertThat(refusal(lab.host("client"), Kind.BLACKHOLE)).isEqualTo("EINVAL");
            assertThat(refusal(lab.host("client"), Kind.UNREACHABLE)).isEqualTo("EHOSTUNREACH");
            assertThat(refusal(lab.host("client"), Kind.PROHIBIT)).isEqualTo("EACCES");
        }
    }

    private static String refusal(Host host, Kind kind) {
        Route route = Route.refusing(kind, FAR);
        host.addRoute(route);
        try (TestSocket socket = TestSocket.udp(host)) {
            return sending(socket);
        } finally {
            host.deleteRoute(route);
        }
    }

    private static String sending(TestSocket socket) {
        long result = socket.trySendTo(at(FAR_HOST, 9), "x");
        return result < 0 ? new Errno((int) -result).toString() : "sent";
    }

    @OnEachTransport
    void aRefusedRouteSaysWhichAndWhy(String transport) {
        try (Lab lab = Labs.open(transport, "client")) {
            Route route = Route.via(FAR, Ip4.parse("10.0.0.1"));
            assertThatExceptionOfType(LabFailure.class)
                    .isThrownBy(() -> lab.host("client").addRoute(route))
                    .withMessageStartingWith("cannot add the route 203.0.113.0/24 via 10.0.0.1: ENETUNREACH (")
                    .withMessageContaining("gateway");
            assertThatExceptionOfType(LabFailure.class)
                    .isThrownBy(() -> lab.host("client").addRoute(Route.onLink(FAR, "eth7")))
                    .withMessage("cannot find the interface 'eth7': ENODEV");
        }
    }

    @OnEachTransport
    void defaultRoutesComeWithThePlan(String transport) {
        LabPlan plan = LabPlan.of("client").withIpv6().withDefaultRoutes();
        try (Lab lab = Labs.with(transport).open(plan);
                TestSocket socket = TestSocket.udp(lab.host("client"))) {
            assertThat(sending(socket)).isEqualTo("sent");
        }
    }

    @OnEachTransport
    void addressesComeAndGo(String transport) {
        try (Lab lab = Labs.open(transport, "client", "server")) {
            Host server = lab.host("server");
            Prefix more = Prefix.parse("192.0.2.77/24");
            server.addAddress("eth0", more);
            try (TestSocket receiver = TestSocket.udp(server).bind(at(Ip4.parse("192.0.2.77"), 5000));
                    TestSocket sender = TestSocket.udp(lab.host("client"))) {
                sender.sendTo(at(Ip4.parse("192.0.2.77"), 5000), "more");
                assertThat(receiver.receive()).isEqualTo("more");
            }
            server.deleteAddress("eth0", more);
            assertThatExceptionOfType(LabFailure.class)
                    .isThrownBy(() -> server.deleteAddress("eth0", more))
                    .withMessageStartingWith("cannot delete 192.0.2.77/24 from eth0: EADDRNOTAVAIL");
        }
    }

    @OnEachTransport
    void anAddedIpv6AddressIsUsableAtOnce(String transport) {
        try (Lab lab = Labs.with(transport).open(LabPlan.of("client", "server").withIpv6())) {
            Host server = lab.host("server");
            Ip6 more = Ip6.parse("2001:db8::77");
            server.addAddress("eth0", Prefix.parse("2001:db8::77/64"));
            try (TestSocket listener =
                            TestSocket.tcp6(server).bind(at(more, 80)).listen();
                    TestSocket client = TestSocket.tcp6(lab.host("client")).connect(at(more, 80))) {
                assertThat(listener.fd()).isNotEqualTo(client.fd());
            }
            Selection solicitations =
                    Selection.every(Pattern.parse("neighbour solicitation")).from("client");
            assertThat(lab.wire().frames(solicitations)).hasSize(1);
        }
    }

    @OnEachTransport
    void anInterfaceThatIsOffReceivesNothingUntilItIsOn(String transport) {
        try (Lab lab = Labs.open(transport, "client", "server")) {
            Host server = lab.host("server");
            try (TestSocket receiver = TestSocket.udp(server).bind(at(server.ip4(), 5000));
                    TestSocket sender = TestSocket.udp(lab.host("client"))) {
                server.link("eth0", false);
                sender.sendTo(at(server.ip4(), 5000), "lost");
                lab.wire().drain();
                assertThat(receiver.poll()).isEqualTo("EAGAIN");
                server.link("eth0", true);
                sender.sendTo(at(server.ip4(), 5000), "back");
                assertThat(receiver.receive()).isIn("lost", "back");
            }
        }
    }

    @OnEachTransport
    void theTcpTableShowsBothEnds(String transport) {
        try (Lab lab = Labs.open(transport, "client", "server")) {
            Host server = lab.host("server");
            try (TestSocket listener =
                            TestSocket.tcp(server).bind(at(server.ip4(), 80)).listen();
                    TestSocket client = TestSocket.tcp(lab.host("client")).connect(at(server.ip4(), 80));
                    TestSocket accepted = listener.accept()) {
                client.send("hello");
                lab.wire().drain();
                TcpEntry entry = lab.host("client").tcpTable().getFirst();
                assertThat(entry.remote()).isEqualTo(at(server.ip4(), 80));
                assertThat(entry.state()).isEqualTo(TcpState.ESTABLISHED);
                assertThat(entry.sendQueueBytes()).isZero();
                assertThat(server.tcpTable())
                        .contains(new TcpEntry(at(server.ip4(), 80), entry.local(), TcpState.ESTABLISHED, 0, 5))
                        .anyMatch(each -> each.state() == TcpState.LISTEN);
                assertThat(accepted.receive()).isEqualTo("hello");
            }
        }
    }

    @OnEachTransport
    void membershipsShowTheGroupsOfAnInterface(String transport) {
        try (Lab lab = Labs.open(transport, "a")) {
            Host host = lab.host("a");
            GroupEntry entry = new GroupEntry("eth0", Ip4.parse("233.252.0.1"), 1);
            assertThat(host.memberships()).doesNotContain(entry);
            try (TestSocket socket = TestSocket.udp(host).join(entry.group(), host.ip4())) {
                assertThat(socket.fd()).isPositive();
                assertThat(host.memberships()).contains(entry);
            }
            assertThat(host.memberships()).doesNotContain(entry);
        }
    }

    @OnEachTransport
    void hostsMayBeEnteredFromWithinHosts(String transport) {
        try (Lab lab = Labs.open(transport, "a", "b")) {
            Host a = lab.host("a");
            Host b = lab.host("b");
            a.sysctl("net.ipv4.ip_default_ttl", "1");
            b.sysctl("net.ipv4.ip_default_ttl", "2");
            String seen = a.in(() -> a.sysctl("net.ipv4.ip_default_ttl")
                    + b.sysctl("net.ipv4.ip_default_ttl")
                    + b.in(() -> a.sysctl("net.ipv4.ip_default_ttl"))
                    + a.sysctl("net.ipv4.ip_default_ttl"));
            assertThat(seen).isEqualTo("1211");
        }
    }

    @OnEachTransport
    void aClosedLabCannotBeEntered(String transport) {
        Lab lab = Labs.open(transport, "a");
        Host host = lab.host("a");
        lab.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> host.in(() -> "here"))
                .withMessage("the lab of this host is closed");
    }

    @OnEachTransport
    void labsAreNotOpenedOrClosedFromWithinAHost(String transport) {
        Laboratory laboratory = Labs.with(transport);
        try (Lab lab = laboratory.open(LabPlan.of("a"))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> lab.host("a").in(() -> laboratory.open(LabPlan.of("b"))));
            lab.host("a").in(() -> assertThatIllegalStateException().isThrownBy(lab::close));
        }
    }

    @Test
    void virtualThreadsCannotEnter() {
        try (Lab lab = NamespaceLaboratory.probe().open(LabPlan.of("a"))) {
            CompletableFuture<String> entered = new CompletableFuture<>();
            Thread.startVirtualThread(
                    () -> entered.completeAsync(() -> lab.host("a").in(() -> "in"), Runnable::run));
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(entered::get)
                    .withMessageContaining("a virtual thread cannot enter a host");
        }
    }
}
