package io.sockspec.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.socket.Bytes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InjectionTest {
    private final TestHost client = new TestHost("client");
    private final TestHost server = new TestHost("server");
    private final TestHost third = new TestHost("third");
    private final Wire wire = Wire.start("injected wire", List.of(client, server, third));

    @AfterEach
    void close() {
        wire.close();
        List.of(client, server, third).forEach(TestHost::close);
    }

    @Test
    void injectsAsAHost() {
        Frame frame = wire.inject("client", TestHost.frame("forged"));

        assertThat(server.receivedTexts()).containsExactly("forged");
        assertThat(third.receivedTexts()).containsExactly("forged");
        assertThat(client.received()).isEmpty();
        assertThat(frame.host()).isEqualTo("client");
        assertThat(frame.isInjected()).isTrue();
        assertThat(frame.note()).isEqualTo("injected as client");
        assertThat(wire.log()).containsExactly(frame);
    }

    @Test
    void injectsForOneHostOnly() {
        Frame frame = wire.injectTo("server", TestHost.frame("secret"));

        assertThat(server.receivedTexts()).containsExactly("secret");
        assertThat(third.received()).isEmpty();
        assertThat(frame.host()).isEqualTo("wire");
        assertThat(frame.to()).isEqualTo("server");
        assertThat(frame.note()).isEqualTo("injected for server only");
    }

    @Test
    void faultsDoNotSeeInjectedFrames() {
        Fault fault = wire.add(new Fault(Selection.every(Pattern.parse("frame")), new Action.Lose()));
        wire.inject("client", TestHost.frame("forged"));

        assertThat(server.receivedTexts()).containsExactly("forged");
        assertThat(fault.acted()).isZero();
    }

    @Test
    void namesTheHostsThereAre() {
        assertThatThrownBy(() -> wire.inject("nobody", TestHost.frame("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no port of the wire is called 'nobody'; there are client, server, third");
    }

    @Test
    void asksForAPortWhenAHostHasSeveral() {
        try (TestHost eth0 = new TestHost("router", "router.eth0", "lan");
                TestHost eth1 = new TestHost("router", "router.eth1", "backbone")) {
            wire.attach(eth0);
            wire.attach(eth1);

            assertThatThrownBy(() -> wire.injectTo("router", TestHost.frame("x")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("router has several ports, name one of router.eth0, router.eth1");
            wire.injectTo("router.eth1", TestHost.frame("x"));
            assertThat(eth1.receivedTexts()).containsExactly("x");
            wire.detach(eth0);
            wire.detach(eth1);
        }
    }

    @Test
    void anOutgoingFilterChangesWhatTheHostSent() {
        wire.filter("client", frame -> List.of(TestHost.frame("lie")), FrameFilter.NONE);
        client.send("truth");
        wire.drain();

        assertThat(server.receivedTexts()).containsExactly("lie");
        assertThat(wire.log()).extracting(frame -> TestHost.text(frame.data())).containsExactly("lie");
    }

    @Test
    void anIncomingFilterChangesWhatTheHostGets() {
        wire.filter("server", FrameFilter.NONE, frame -> List.of(TestHost.frame("lie"), TestHost.frame("lie")));
        client.send("truth");
        wire.drain();

        assertThat(server.receivedTexts()).containsExactly("lie", "lie");
        assertThat(third.receivedTexts()).containsExactly("truth");
        assertThat(wire.log()).extracting(frame -> TestHost.text(frame.data())).containsExactly("truth");
    }

    @Test
    void filtersSwallow() {
        wire.filter("client", frame -> List.of(), frame -> List.of());
        client.send("a");
        server.send("b");
        wire.drain();

        assertThat(client.received()).isEmpty();
        assertThat(third.receivedTexts()).containsExactly("b");
        assertThat(wire.mark()).isEqualTo(1);
        wire.filter("client", FrameFilter.NONE, FrameFilter.NONE);
        client.send("c");
        wire.drain();
        assertThat(third.receivedTexts()).containsExactly("b", "c");
    }

    @Test
    void aFilterThatFailsBreaksTheWireAudibly() {
        wire.filter("client", InjectionTest::fail, FrameFilter.NONE);
        client.send("a");

        assertThatThrownBy(wire::drain).isInstanceOf(WireStuck.class).hasMessageContaining("no such lie");
        assertThatThrownBy(wire::close).isInstanceOf(WireStuck.class);
    }

    private static List<Bytes> fail(Bytes frame) {
        throw new IllegalStateException("no such lie for " + frame.length() + " bytes");
    }
}
