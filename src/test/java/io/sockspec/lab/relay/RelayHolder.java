package io.sockspec.lab.relay;

import io.sockspec.lab.Lab;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.namespace.NamespaceLaboratory;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress.Inet4;
import java.io.IOException;
import java.nio.file.Path;

/// A program that holds a relay until it is killed, or its standard input ends.
final class RelayHolder {
    private RelayHolder() {}

    /// @param arguments the Toxiproxy server
    public static void main(String[] arguments) throws IOException {
        Port port = new Port(8080);
        try (Lab lab = NamespaceLaboratory.probe().open(LabPlan.of("server", "relay"));
                Relay relay = new Relay(
                        lab.host("relay"),
                        () -> Path.of(arguments[0]),
                        port,
                        new Inet4(lab.host("server").ip4(), port))) {
            System.out.println(relay.hasEnded() ? "dead" : "ready");
            while (System.in.read() >= 0) {
                // Nothing is said to it; it waits for the end.
            }
        }
    }
}
