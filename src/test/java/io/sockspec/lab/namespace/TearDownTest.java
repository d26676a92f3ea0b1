package io.sockspec.lab.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.lab.Host;
import io.sockspec.lab.Lab;
import io.sockspec.lab.Labs;
import io.sockspec.lab.OnEachTransport;
import io.sockspec.lab.TcpState;
import io.sockspec.lab.TestSocket;
import io.sockspec.socket.SocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Closing a lab in which something is still going on.
class TearDownTest {
    private static final int PORT = 80;

    @OnEachTransport
    void aConnectionWithDataUnderWayDoesNotKeepItsNamespace(String transport) {
        Assumptions.assumeTrue(kernelDestroys(transport), "this kernel has no INET_DIAG_DESTROY");
        try (Canary canary = new Canary()) {
            try (Lab lab = Labs.open(transport, "client", "server")) {
                canary.put(lab.host("client"));
                leaveOrphan(lab);
                assertThat(lab.host("client").tcpTable()).anyMatch(each -> each.state() == TcpState.FIN_WAIT1);
            }
            Labs.await("the namespace is gone", Duration.ofSeconds(10), () -> canary.alive() == 0);
        }
    }

    private static boolean kernelDestroys(String transport) {
        try (Lab lab = Labs.open(transport, "server");
                TestSocket listener = listen(lab.host("server"))) {
            assertThat(listener.fd()).isPositive();
            assertThat(lab.host("server").tcpTable()).isNotEmpty();
            ((NamespaceHost) lab.host("server")).destroyTcp();
            return lab.host("server").tcpTable().isEmpty();
        }
    }

    private static TestSocket listen(Host host) {
        return TestSocket.tcp(host).bind(TestSocket.at(host.ip4(), PORT)).listen();
    }

    /// A closed socket whose data nobody acknowledges: the kernel goes on with it for minutes.
    private static void leaveOrphan(Lab lab) {
        SocketAddress address = TestSocket.at(lab.host("server").ip4(), PORT);
        try (TestSocket listener = listen(lab.host("server"));
                TestSocket client = TestSocket.tcp(lab.host("client")).connect(address);
                TestSocket accepted = listener.accept()) {
            lab.wire().drain();
            lab.wire().stall();
            client.send("never acknowledged");
            assertThat(accepted.fd()).isPositive();
        }
    }

    @OnEachTransport
    void aBlockedReaderIsReleased(String transport) throws Exception {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        Lab lab = Labs.open(transport, "client", "server");
        SocketAddress address = TestSocket.at(lab.host("server").ip4(), PORT);
        try (TestSocket listener = listen(lab.host("server"));
                TestSocket client = TestSocket.tcp(lab.host("client")).connect(address);
                TestSocket accepted = listener.accept()) {
            Thread.ofPlatform().daemon().start(() -> answer.complete(accepted.tryReceive()));
            lab.close();
            assertThat(answer.get(5, TimeUnit.SECONDS)).isIn(-103, -104);
            assertThat(client.fd()).isPositive();
        }
    }

    @OnEachTransport
    void afterTheCloseNoFrameIsCarried(String transport) {
        Lab lab = Labs.open(transport, "client", "server");
        try (TestSocket sender = TestSocket.udp(lab.host("client"))) {
            SocketAddress address = TestSocket.at(lab.host("server").ip4(), 9);
            lab.close();
            sender.trySendTo(address, "too late");
            assertThat(lab.wire().log()).isEmpty();
        }
    }
}
