package io.sockspec.lab;

import static io.sockspec.lab.TestSocket.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.SocketAddress;
import io.sockspec.wire.Pattern;
import io.sockspec.wire.Selection;
import io.sockspec.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// The proof of absence rests on this: after [Wire#drain] everything that was caused is in the log.
/// How the kernel
/// delivers frames decides it, so each machine that runs the suite tests it anew.
class BarrierTest {
    private static final int EXCHANGES = 5_000;
    private static final Selection DATAGRAMS = Selection.every(Pattern.parse("UDP datagram"));
    private static final Selection ERRORS = Selection.every(Pattern.parse("ICMP port unreachable"));

    @OnEachTransport
    void drainMissesNothingOnAnIdleMachine(String transport) {
        assertThat(incomplete(transport)).isZero();
    }

    @OnEachTransport
    void drainMissesNothingBesideBusyThreadsOnAllCores(String transport) {
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> busy = new ArrayList<>();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            busy.add(Thread.ofPlatform().daemon().start(() -> {
                while (!stop.get()) {
                    Thread.onSpinWait();
                }
            }));
        }
        try {
            assertThat(incomplete(transport)).isZero();
            assertThat(busy).allMatch(Thread::isAlive);
        } finally {
            stop.set(true);
        }
    }

    /// How many of the datagrams to a closed port were not in the log with their ICMP error after
    /// the drain.
    private static int incomplete(String transport) {
        try (Lab lab = Labs.open(transport, "client", "server");
                TestSocket socket = TestSocket.udp(lab.host("client"))) {
            SocketAddress closed = at(lab.host("server").ip4(), 9);
            socket.sendTo(closed, "so that ARP is over");
            lab.wire().drain();
            int incomplete = 0;
            for (int i = 0; i < EXCHANGES; i++) {
                if (!exchange(lab.wire(), socket, closed)) {
                    incomplete++;
                }
            }
            return incomplete;
        }
    }

    private static boolean exchange(Wire wire, TestSocket socket, SocketAddress closed) {
        long before = wire.mark();
        socket.sendTo(closed, "x");
        wire.drain();
        return wire.frames(DATAGRAMS.after(before)).size() == 1
                && wire.frames(ERRORS.after(before)).size() == 1;
    }
}
