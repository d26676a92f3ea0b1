package io.sockspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that judges an agent with a TCP/IP stack of its own, one that knows ARP and ICMP echo.
class OwnStackRunTest {
    private static final String FEATURE = """
            Feature: A stack of its own
              Background:
                Given the hosts stack and peer share a wire

              Scenario: it answers ARP
                When peer starts a nonblocking connect to stack on TCP port 8080
                Then the first ARP reply from stack carries
                  | source MAC | 02:00:00:00:00:01 |
                And stack has sent 1 ARP reply

              Scenario: its kernel answers nothing
                When peer starts a nonblocking connect to stack on TCP port 8080
                Then stack has sent no RST

              Scenario: it has no sockets
                Given stack opens a UDP socket
                Then stack has sent no frame

              Scenario: it is not told of routes
                Given every host has a default route
                Then stack has sent no frame
            """;

    @Test
    void itsHostIsItsOwn(@TempDir Path folder) throws Exception {
        Playbill playbill = new Playbill(folder).feature("own", FEATURE);
        assertThat(playbill.playApart("-Dsockspec.agent=python3 -I -S src/test/resources/stack-agent.py"))
                .isEmpty();
        assertThat(playbill.ending("it answers ARP")).isEqualTo("PASSED");
        assertThat(playbill.ending("its kernel answers nothing")).isEqualTo("PASSED");
        assertThat(playbill.ending("it has no sockets")).matches("UNSUPPORTED .* does not offer socket");
        assertThat(playbill.ending("it is not told of routes"))
                .matches("UNSUPPORTED .* brings its own stack, which cannot be given a default route");
    }
}
