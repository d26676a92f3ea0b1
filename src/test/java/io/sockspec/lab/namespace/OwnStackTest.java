package io.sockspec.lab.namespace;

import static io.sockspec.lab.TestSocket.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sockspec.lab.Host;
import io.sockspec.lab.Lab;
import io.sockspec.lab.Labs;
import io.sockspec.lab.NotPermitted;
import io.sockspec.lab.OnEachTransport;
import io.sockspec.lab.Prefix;
import io.sockspec.lab.Route;
import io.sockspec.lab.TapPort;
import io.sockspec.lab.TestSocket;
import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.libc.PollSet;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Mac;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.wire.Frame;
import io.sockspec.wire.packet.Checksum;
import io.sockspec.wire.packet.Icmp;
import io.sockspec.wire.packet.Packets;
import io.sockspec.wire.packet.Packets.Link;
import io.sockspec.wire.packet.Packets.TcpFields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Hosts for programs that bring their own TCP/IP stack. The program is `stack-agent.py`, or this
/// test, which holds the device and looks at what comes.
class OwnStackTest {
    private static final int PINGS = 200;
    /// The kernel of a host with IPv6 or groups sends its first reports within this time.
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final int FRAME_BYTES = 2048;

    private static final Mac STACK = Mac.parse("02:00:00:00:00:01");
    private static final Mac KERNEL = Mac.parse("06:00:00:00:00:01");
    private static final Mac PEER = Mac.parse("02:00:00:00:00:02");
    private static final Ip4 STACK_IP = Ip4.parse("192.0.2.1");
    private static final Ip4 PEER_IP = Ip4.parse("192.0.2.2");
    private static final Ip4 ALL = Ip4.parse("255.255.255.255");
    private static final Ip4 ALL_HOSTS = Ip4.parse("224.0.0.1");

    /// The device as the program of the host would hold it.
    private static TapPort device(Lab lab) {
        int fd = lab.host("mine").in(() -> Libc.open(TapMaker.DEVICE, TapMaker.O_RDWR_NONBLOCK_CLOEXEC, 0));
        TapMaker.attach(fd, "eth0");
        return new TapPort("mine", "mine", "wire", fd);
    }

    private static List<Bytes> readEmpty(TapPort device) {
        List<Bytes> frames = new ArrayList<>();
        try (Memory buffer = Memory.confined(FRAME_BYTES)) {
            int length;
            while ((length = device.read(buffer)) > 0) {
                frames.add(Bytes.copyOf(buffer.bytesAt(0, length)));
            }
        }
        return frames;
    }

    private static void write(TapPort device, Bytes frame) {
        try (Memory buffer = Memory.of(frame)) {
            device.write(buffer, frame.length());
        }
    }

    private static Bytes echo(Mac from, Mac to, Ip4 source, Ip4 destination, int sequence) {
        return Packets.echoRequest(new Link(from, to), source, destination, 1, sequence, Bytes.text("echo!"));
    }

    @OnEachTransport
    void aPeerPingsTheStack(String transport) throws Exception {
        try (Lab lab = Labs.openWithOwnStack(transport);
                StackAgent agent = StackAgent.start(lab.host("mine"));
                TestSocket ping = TestSocket.ping(lab.host("server"))) {
            ping.sendTo(at(STACK_IP, 0), "\b\0\0\0\0\0\0\1hello");
            assertThat(ping.receive()).startsWith("\0\0").endsWith("\0\1hello");
            agent.settle(lab);

            List<Frame> log = lab.wire().log();
            assertThat(log).extracting(Frame::host).containsExactly("server", "mine", "server", "mine");
            assertThat(log.get(1).data()).isEqualTo(Packets.arpReply(STACK, STACK_IP, PEER, PEER_IP));
            assertThat(log.get(3).packet().icmp().orElseThrow().type()).isEqualTo(Icmp.ECHO_REPLY);
            assertThat(log.get(3).packet().ipv4().orElseThrow().source()).isEqualTo(STACK_IP);
            assertThat(log.get(3).packet().transportChecksum()).contains(Checksum.RIGHT);
            assertThat(Packets.mend(log.get(3).data())).isEqualTo(log.get(3).data());
        }
    }

    @OnEachTransport
    void theStackAnswersBeforeItIsSettled(String transport) throws Exception {
        try (Lab lab = Labs.openWithOwnStack(transport);
                StackAgent agent = StackAgent.start(lab.host("mine"))) {
            for (int i = 1; i <= PINGS; i++) {
                lab.wire().injectTo("mine", echo(PEER, STACK, PEER_IP, STACK_IP, i));
                agent.settle(lab);
                assertThat(lab.wire().mark()).isEqualTo(2L * i);
            }
        }
    }

    @OnEachTransport
    void theStackRefusesCallsAndEndsWithItsInput(String transport) throws Exception {
        try (Lab lab = Labs.openWithOwnStack(transport);
                StackAgent agent = StackAgent.start(lab.host("mine"))) {
            assertThat(agent.ask("socket", "{}")).contains("{\"code\": -32601, \"message\": \"socket\"}");
            assertThat(agent.ask("bye", "{}")).contains("\"result\": {}");
            assertThat(agent.end()).isZero();
        }
    }

    @OnEachTransport
    void theKernelAnswersNothingThatThePeersSend(String transport) {
        List<Bytes> sent = fromPeers();
        try (Lab lab = Labs.openWithOwnStack(transport);
                TapPort device = device(lab)) {
            sent.forEach(frame -> lab.wire().injectTo("mine", frame));
            lab.wire().drain();

            assertThat(readEmpty(device)).isEqualTo(sent);
            assertThat(lab.wire().log()).hasSameSizeAs(sent).allMatch(Frame::isInjected);
            assertThat(new PollSet(device.fd()).await((int) SILENCE.toMillis())).isZero();
        }
    }

    private static List<Bytes> fromPeers() {
        Link link = new Link(PEER, STACK);
        Link toGroup = new Link(PEER, Packets.multicastMac(ALL_HOSTS));
        Link toAll = new Link(PEER, Mac.BROADCAST);
        return List.of(
                Packets.arpRequest(PEER, PEER_IP, STACK_IP),
                echo(PEER, STACK, PEER_IP, STACK_IP, 1),
                echo(PEER, KERNEL, PEER_IP, STACK_IP, 2),
                echo(PEER, Mac.BROADCAST, PEER_IP, ALL, 3),
                Packets.tcp(link, endpoint(PEER_IP), endpoint(STACK_IP), TcpFields.of("SYN", 1, 0)),
                Packets.udp(link, endpoint(PEER_IP), endpoint(STACK_IP), Bytes.text("x")),
                Packets.udp(toAll, endpoint(PEER_IP), endpoint(ALL), Bytes.text("x")),
                Packets.udp(toGroup, endpoint(PEER_IP), endpoint(ALL_HOSTS), Bytes.text("x")),
                Packets.igmpQuery(PEER, PEER_IP, 3, Ip4.ANY, 1));
    }

    private static Inet4 endpoint(Ip4 ip) {
        return (Inet4) at(ip, 9);
    }

    /// What the program sends passes the kernel too, as if it came from the network.
    @OnEachTransport
    void theKernelAnswersNothingThatTheStackSends(String transport) {
        Link toAll = new Link(STACK, Mac.BROADCAST);
        List<Bytes> sent = List.of(
                Packets.arpRequest(STACK, STACK_IP, PEER_IP),
                Packets.arpRequest(STACK, STACK_IP, STACK_IP),
                echo(STACK, KERNEL, STACK_IP, PEER_IP, 1),
                echo(STACK, KERNEL, STACK_IP, STACK_IP, 2),
                echo(STACK, Mac.BROADCAST, STACK_IP, ALL, 3),
                Packets.tcp(new Link(STACK, KERNEL), endpoint(STACK_IP), endpoint(PEER_IP), TcpFields.of("SYN", 1, 0)),
                Packets.udp(toAll, endpoint(STACK_IP), endpoint(ALL), Bytes.text("x")),
                Packets.udp(toAll, endpoint(STACK_IP), endpoint(PEER_IP), Bytes.text("x")),
                Packets.igmpQuery(STACK, STACK_IP, 3, Ip4.ANY, 1));
        try (Lab lab = Labs.openWithOwnStack(transport);
                TapPort device = device(lab)) {
            lab.wire().stall();
            sent.forEach(frame -> write(device, frame));
            lab.wire().drain();

            assertThat(lab.wire().log()).extracting(Frame::data).isEqualTo(sent);
            assertThat(readEmpty(device)).isEmpty();
            assertThat(new PollSet(device.fd()).await((int) SILENCE.toMillis())).isZero();
        }
    }

    @OnEachTransport
    void framesAreLostWhileNoProgramHoldsTheDevice(String transport) throws Exception {
        try (Lab lab = Labs.openWithOwnStack(transport)) {
            for (int i = 1; i < 6; i += 2) {
                lab.wire().injectTo("mine", echo(PEER, STACK, PEER_IP, STACK_IP, i));
                lab.wire().drain();
                try (TapPort device = device(lab)) {
                    Bytes seen = echo(PEER, STACK, PEER_IP, STACK_IP, i + 1);
                    lab.wire().injectTo("mine", seen);
                    assertThat(readEmpty(device)).containsExactly(seen);
                }
            }
            try (StackAgent agent = StackAgent.start(lab.host("mine"))) {
                agent.kill();
            }
            lab.wire().injectTo("mine", echo(PEER, STACK, PEER_IP, STACK_IP, 7));
            lab.wire().drain();
            assertThat(lab.wire().log()).hasSize(7);
        }
    }

    @OnEachTransport
    void framesAreLostWhileTheInterfaceIsOffAndNoLonger(String transport) {
        try (Lab lab = Labs.openWithOwnStack(transport);
                TapPort device = device(lab)) {
            for (int i = 1; i < PINGS; i += 2) {
                lab.host("mine").link("eth0", false);
                lab.wire().injectTo("mine", echo(PEER, STACK, PEER_IP, STACK_IP, i));
                lab.host("mine").link("eth0", true);
                Bytes seen = echo(PEER, STACK, PEER_IP, STACK_IP, i + 1);
                lab.wire().injectTo("mine", seen);
                assertThat(readEmpty(device)).containsExactly(seen);
            }
        }
    }

    @OnEachTransport
    void aBurstIsReadWhole(String transport) {
        List<Bytes> sent = new ArrayList<>();
        try (Lab lab = Labs.openWithOwnStack(transport);
                TapPort device = device(lab)) {
            for (int i = 0; i < 5000; i++) {
                sent.add(echo(PEER, STACK, PEER_IP, STACK_IP, i));
            }
            sent.forEach(frame -> lab.wire().injectTo("mine", frame));
            assertThat(readEmpty(device)).isEqualTo(sent);
        }
    }

    @OnEachTransport
    void whatOnlyTheKernelsStackHasIsRefused(String transport) {
        try (Lab lab = Labs.openWithOwnStack(transport)) {
            Host mine = lab.host("mine");
            Prefix address = new Prefix(Ip4.parse("192.0.2.9").bytes(), 32);
            assertThat(mine.interfaces().getFirst().plan().mac()).isEqualTo(STACK);
            refused(() -> mine.sysctl("net.ipv4.ip_default_ttl"), "setting net.ipv4.ip_default_ttl");
            refused(() -> mine.sysctl("net.ipv4.ip_default_ttl", "9"), "setting net.ipv4.ip_default_ttl");
            refused(() -> mine.addRoute(Route.onLink(Prefix.ALL_IP4, "eth0")), "route 0.0.0.0/0 dev eth0");
            refused(() -> mine.addAddress("eth0", address), "address 192.0.2.9/32");
            refused(() -> mine.deleteAddress("eth0", address), "address 192.0.2.9/32");
            refused(mine::tcpTable, "TCP sockets");
            refused(mine::memberships, "memberships");
        }
    }

    private static void refused(Runnable attempt, String what) {
        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(attempt::run)
                .withMessage(
                        "host mine brings its own TCP/IP stack; the kernel's " + what + " would say nothing about it");
    }

    @OnEachTransport
    void nothingIsLeftOfTheHost(String transport) throws Exception {
        try (Canary canary = new Canary()) {
            try (Lab lab = Labs.openWithOwnStack(transport);
                    StackAgent agent = StackAgent.start(lab.host("mine"))) {
                lab.hosts().forEach(canary::put);
                assertThat(canary.alive()).isEqualTo(2);
                assertThat(agent.end()).isZero();
            }
            Labs.await("both namespaces are gone", Duration.ofSeconds(20), () -> canary.alive() == 0);
        }
    }
}
