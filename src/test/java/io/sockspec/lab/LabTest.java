package io.sockspec.lab;

import static io.sockspec.lab.TestSocket.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.wire.Action;
import io.sockspec.wire.Fault;
import io.sockspec.wire.Frame;
import io.sockspec.wire.Pattern;
import io.sockspec.wire.Selection;
import io.sockspec.wire.packet.Ethernet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What hosts and the wire of a lab do together.
class LabTest {
    @OnEachTransport
    void tcpCrossesTheWire(String transport) {
        try (Lab lab = Labs.open(transport, "client", "server")) {
            Host server = lab.host("server");
            try (TestSocket listener =
                            TestSocket.tcp(server).bind(at(server.ip4(), 80)).listen();
                    TestSocket client = TestSocket.tcp(lab.host("client")).connect(at(server.ip4(), 80));
                    TestSocket accepted = listener.accept()) {
                client.send("hello");
                assertThat(accepted.receive()).isEqualTo("hello");
            }
            lab.wire().drain();
            assertThat(lab.wire().frames(Selection.every(Pattern.parse("SYN")))).hasSize(1);
        }
    }

    @OnEachTransport
    void udpCrossesTheWireAfterArpHasAsked(String transport) {
        try (Lab lab = Labs.open(transport, "client", "server")) {
            Host server = lab.host("server");
            try (TestSocket receiver = TestSocket.udp(server).bind(at(server.ip4(), 5000));
                    TestSocket sender = TestSocket.udp(lab.host("client"))) {
                sender.sendTo(at(server.ip4(), 5000), "hello");
                assertThat(receiver.receive()).isEqualTo("hello");
            }
            List<Frame> log = lab.wire().log();
            assertThat(log).extracting(Frame::host).containsExactly("client", "server", "client");
            assertThat(log.get(0).packet().arp()).isPresent();
            assertThat(log.get(1).packet().arp()).isPresent();
            assertThat(log.get(2).packet().udp()).isPresent();
            assertThat(log)
                    .extracting(frame -> frame.packet()
                            .ethernet()
                            .map(Ethernet::source)
                            .orElseThrow()
                            .toString())
                    .containsExactly("02:00:00:00:00:01", "02:00:00:00:00:02", "02:00:00:00:00:01");
        }
    }

    @OnEachTransport
    void aFreshLabIsSilent(String transport) {
        try (Lab lab = Labs.open(transport, "client", "server")) {
            lab.wire().drain();
            assertThat(lab.wire().log()).isEmpty();
        }
    }

    @OnEachTransport
    void oneBroadcastReachesAllOtherHosts(String transport) {
        try (Lab lab = Labs.open(transport, "a", "b", "c")) {
            try (TestSocket b = TestSocket.udp(lab.host("b")).bind(at(Ip4.ANY, 5000));
                    TestSocket c = TestSocket.udp(lab.host("c")).bind(at(Ip4.ANY, 5000));
                    TestSocket a = TestSocket.udp(lab.host("a")).option(1, 6, 1)) {
                a.sendTo(at(Ip4.parse("192.0.2.255"), 5000), "all");
                assertThat(b.receive()).isEqualTo("all");
                assertThat(c.receive()).isEqualTo("all");
            }
            assertThat(lab.wire().log()).hasSize(1);
        }
    }

    @OnEachTransport
    void aSecondInterfaceIsOnAWireOfItsOwn(String transport) {
        LabPlan plan =
                LabPlan.of("a", "b", "c").withSecondInterface("a", "side").withSecondInterface("b", "side");
        try (Lab lab = Labs.with(transport).open(plan)) {
            Ip4 side = lab.host("b").interfaces().get(1).plan().ip4();
            try (TestSocket b = TestSocket.udp(lab.host("b")).bind(at(side, 5000));
                    TestSocket a = TestSocket.udp(lab.host("a"))) {
                a.sendTo(at(side, 5000), "aside");
                assertThat(b.receive()).isEqualTo("aside");
            }
            assertThat(lab.wire().log()).isNotEmpty().extracting(Frame::segment).containsOnly("side");
            assertThat(lab.wire().log()).extracting(Frame::port).contains("a.eth1", "b.eth1");
        }
    }

    @OnEachTransport
    void ipv6IsUsableAtOnceWhenThePlanSaysSo(String transport) {
        for (int i = 0; i < 20; i++) {
            try (Lab lab =
                    Labs.with(transport).open(LabPlan.of("client", "server").withIpv6())) {
                Ip6 ip6 = lab.host("server").ip6().orElseThrow();
                try (TestSocket listener = TestSocket.tcp6(lab.host("server"))
                                .bind(at(ip6, 80))
                                .listen();
                        TestSocket client = TestSocket.tcp6(lab.host("client")).connect(at(ip6, 80));
                        TestSocket accepted = listener.accept()) {
                    client.send("six");
                    assertThat(accepted.receive()).isEqualTo("six");
                }
                assertThat(lab.wire().frames(sent("neighbour solicitation"))).hasSize(1);
                assertThat(lab.wire().frames(sent("SYN"))).hasSize(1);
            }
        }
    }

    private static Selection sent(String words) {
        return Selection.every(Pattern.parse(words)).from("client");
    }

    @OnEachTransport
    void aLostSynDelaysConnectByOneSecond(String transport) {
        try (Lab lab = Labs.open(transport, "client", "server")) {
            Host server = lab.host("server");
            Fault loss = lab.wire()
                    .add(new Fault(Selection.first(Pattern.parse("SYN")).from("client"), new Action.Lose()));
            long start = System.nanoTime();
            try (TestSocket listener =
                            TestSocket.tcp(server).bind(at(server.ip4(), 80)).listen();
                    TestSocket client = TestSocket.tcp(lab.host("client")).connect(at(server.ip4(), 80))) {
                assertThat(listener.fd()).isNotEqualTo(client.fd());
            }
            assertThat(System.nanoTime() - start).isBetween(900_000_000L, 3_000_000_000L);
            assertThat(loss.acted()).isEqualTo(1);
            assertThat(lab.wire().frames(Selection.every(Pattern.parse("SYN")).from("client")))
                    .extracting(Frame::isLost)
                    .containsExactly(true, false);
        }
    }

    @OnEachTransport
    void twoLabsOfTheSameAddressesDoNotMeet(String transport) {
        try (Lab one = Labs.open(transport, "client", "server");
                Lab other = Labs.open(transport, "client", "server")) {
            try (TestSocket elsewhere = TestSocket.udp(other.host("server")).bind(at(Ip4.ANY, 5000));
                    TestSocket here = TestSocket.udp(one.host("server")).bind(at(Ip4.ANY, 5000));
                    TestSocket sender = TestSocket.udp(one.host("client"))) {
                sender.sendTo(at(one.host("server").ip4(), 5000), "here");
                assertThat(here.receive()).isEqualTo("here");
                other.wire().drain();
                assertThat(elsewhere.poll()).isEqualTo("EAGAIN");
            }
            assertThat(one.wire().log()).isNotEmpty();
            assertThat(other.wire().log()).isEmpty();
        }
    }

    @OnEachTransport
    void manyThreadsMakeLabsAtATime(String transport) throws Exception {
        Laboratory laboratory = Labs.with(transport);
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                answers.add(threads.submit(() -> heard(laboratory)));
            }
        }
        for (Future<String> each : answers) {
            assertThat(each.get()).isEqualTo("hello in 3 frames");
        }
    }

    private static String heard(Laboratory laboratory) {
        try (Lab lab = laboratory.open(LabPlan.of("client", "server"));
                TestSocket receiver = TestSocket.udp(lab.host("server")).bind(at(Ip4.ANY, 5000));
                TestSocket sender = TestSocket.udp(lab.host("client"))) {
            sender.sendTo(at(lab.host("server").ip4(), 5000), "hello");
            return receiver.receive() + " in " + lab.wire().log().size() + " frames";
        }
    }

    @OnEachTransport
    void aScriptedHostIsThereUnderItsAddress(String transport) {
        try (Lab lab = Labs.with(transport).open(LabPlan.of("client").scripted("peer"))) {
            assertThat(lab.hosts()).extracting(Host::name).containsExactly("client");
            assertThat(lab.scripted("peer").ip()).hasToString("192.0.2.2");
            assertThat(lab.scripted("peer").mac()).hasToString("02:00:00:00:00:02");
            try (TestSocket sender = TestSocket.udp(lab.host("client"))) {
                sender.sendTo(at(lab.scripted("peer").ip(), 9), "anyone?");
            }
            lab.wire().drain();
            assertThat(lab.wire().log()).extracting(Frame::host).containsExactly("client", "peer", "client");
        }
    }

    @OnEachTransport
    void unknownHostsAreNamedWithTheKnownOnes(String transport) {
        try (Lab lab = Labs.open(transport, "client", "server")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> lab.host("sever"))
                    .withMessage("the lab has no host 'sever'; it has client, server");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> lab.scripted("peer"))
                    .withMessage("the lab has no scripted host 'peer'; it has none");
        }
    }

    @OnEachTransport
    void closingTwiceIsClosingOnceAndTheLogStays(String transport) {
        Lab lab = Labs.open(transport, "client", "server");
        try (TestSocket sender = TestSocket.udp(lab.host("client"))) {
            sender.sendTo(at(lab.host("server").ip4(), 9), "x");
            lab.wire().drain();
        }
        int frames = lab.wire().log().size();
        lab.close();
        lab.close();
        assertThat(lab.wire().log()).hasSize(frames).hasSizeGreaterThan(2);
    }
}
