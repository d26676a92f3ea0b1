package io.sockspec.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class LabPlanTest {
    @Test
    void addressesFollowFromThePlace() {
        LabPlan plan = LabPlan.of("client", "server").scripted("peer").withIpv6();

        InterfacePlan peer = plan.hosts().get(2).interfaces().getFirst();
        assertThat(plan.hosts()).extracting(HostPlan::scripted).containsExactly(false, false, true);
        assertThat(peer.name()).isEqualTo("eth0");
        assertThat(peer.segment()).isEqualTo("wire");
        assertThat(peer.mac()).hasToString("02:00:00:00:00:03");
        assertThat(peer.ip4()).hasToString("192.0.2.3");
        assertThat(peer.broadcast()).hasToString("192.0.2.255");
        assertThat(peer.ip6().orElseThrow()).hasToString("2001:db8::3");
    }

    @Test
    void aSecondInterfaceHasAddressesOfItsOwn() {
        LabPlan plan = LabPlan.of("a", "b").withSecondInterface("b", "side").withIpv6();

        InterfacePlan second = plan.hosts().get(1).interfaces().get(1);
        assertThat(second.name()).isEqualTo("eth1");
        assertThat(second.segment()).isEqualTo("side");
        assertThat(second.mac()).hasToString("02:00:00:00:01:02");
        assertThat(second.ip4()).hasToString("198.51.100.2");
        assertThat(second.ip6().orElseThrow()).hasToString("2001:db8:1::2");
        assertThat(plan.hosts().getFirst().interfaces()).hasSize(1);
    }

    @Test
    void ipv6DoesNotDependOnTheOrderOfCalls() {
        assertThat(LabPlan.of("a").withIpv6().scripted("b").withSecondInterface("a", "side"))
                .isEqualTo(LabPlan.of("a")
                        .scripted("b")
                        .withSecondInterface("a", "side")
                        .withIpv6());
    }

    @Test
    void hostsHaveNoDefaultRouteAndNoIpv6UnlessAsked() {
        HostPlan host = LabPlan.of("a").hosts().getFirst();

        assertThat(host.defaultRoute()).isFalse();
        assertThat(host.interfaces().getFirst().ip6()).isEmpty();
        assertThat(LabPlan.of("a").withDefaultRoutes().hosts().getFirst().defaultRoute())
                .isTrue();
    }

    @Test
    void oneHostMayBringItsOwnStack() {
        LabPlan plan =
                LabPlan.of("mine", "server").withOwnStack("mine").withIpv6().withDefaultRoutes();

        assertThat(plan.hosts()).extracting(HostPlan::ownStack).containsExactly(true, false);
        assertThat(plan.hosts().getFirst().interfaces().getFirst())
                .isEqualTo(LabPlan.of("mine")
                        .withIpv6()
                        .hosts()
                        .getFirst()
                        .interfaces()
                        .getFirst());
    }

    @Test
    void saysWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabPlan.of("a", "a"))
                .withMessage("a lab has one host named 'a', not two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabPlan.of("a", "b").withSysctl("c", "net.ipv4.ip_default_ttl", "1"))
                .withMessage("the plan has no host c; it has a, b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabPlan.of("a").scripted("peer").withOwnStack("peer"))
                .withMessage("the scenario speaks for host peer; it cannot have a stack of its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabPlan.of(Collections.nCopies(100, "x").toArray(String[]::new)))
                .withMessage("a lab has at most 99 hosts, not 100");
    }
}
