package io.sockspec.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress;
import java.util.List;
import java.util.stream.IntStream;

/// The conversions between host and network order, and addresses whose bytes a program stored
/// itself.
public final class ByteOrderSteps {
    private static final List<Integer> ALL_PORTS =
            IntStream.range(0, 65536).boxed().toList();

    private final Scene scene;
    private final Acts acts;
    private Bytes memory = Bytes.EMPTY;
    private List<Integer> numbers = List.of();

    public ByteOrderSteps(Scene scene) {
        this.scene = scene;
        this.acts = scene.acts();
    }

    @When("{name} converts every port with htons")
    public void htonsAll(String host) {
        memory = scene.due(scene.make(host, "htons", "0 to 65535", calls -> calls.htons(ALL_PORTS)));
    }

    @When("{name} converts every port with htons and back with ntohs")
    public void thereAndBack(String host) {
        htonsAll(host);
        numbers = scene.due(scene.make(host, "ntohs", "the same in network order", calls -> calls.ntohs(memory)));
    }

    @Then("memory holds every port most significant byte first")
    public void everyPortBigEndian() {
        scene.expect(memory.length() == 2 * 65536, "memory holds 131072 bytes", () -> "it holds " + memory.length());
        ALL_PORTS.stream()
                .filter(port -> !stored(port).equals(new Port(port).networkOrder()))
                .findFirst()
                .ifPresent(port -> {
                    throw scene.wrong(
                            "htons(" + port + ") is stored as " + new Port(port).networkOrder(),
                            "it is stored as " + stored(port));
                });
    }

    private Bytes stored(int port) {
        return memory.slice(2 * port, 2 * port + 2);
    }

    @Then("every port comes back unchanged")
    public void everyPortBack() {
        scene.expect(numbers.size() == 65536, "ntohs returns 65536 numbers", () -> "it returns " + numbers.size());
        ALL_PORTS.stream()
                .filter(port -> !numbers.get(port).equals(port))
                .findFirst()
                .ifPresent(port -> {
                    throw scene.wrong("ntohs(htons(" + port + ")) is " + port, "it is " + numbers.get(port));
                });
    }

    @When("{name} connects to {name} with sin_port holding the bytes {bytes}")
    public void connectsRaw(String name, String host, Bytes port) {
        acts.connect(
                scene.socket(name, Kind.TCP),
                sockaddr(port, scene.hosts().ip(host).bytes()));
    }

    @When("{name} connects to {name} with sin_port holding what htons gives for {int}")
    public void connectsConverted(String name, String host, int port) {
        memory = scene.due(scene.make(name, "htons", String.valueOf(port), calls -> calls.htons(List.of(port))));
        connectsRaw(name, host, memory);
    }

    @When("{name} binds to the s_addr bytes {bytes}")
    public void bindsRaw(String name, Bytes address) {
        acts.bind(scene.socket(name, Kind.UDP), sockaddr(Port.ANY.networkOrder(), address));
    }

    /// A sockaddr_in as a program lays it out; the family is an unsigned short in the machine's
    /// order.
    private static SocketAddress sockaddr(Bytes port, Bytes address) {
        boolean little = java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN;
        String family = little ? "02 00" : "00 02";
        return new SocketAddress.Raw(Bytes.hex(family + " " + port + " " + address + " 00 00 00 00 00 00 00 00"));
    }
}
