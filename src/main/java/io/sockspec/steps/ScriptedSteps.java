package io.sockspec.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.sockspec.register.LabBroken;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Port;
import io.sockspec.wire.Connection;
import io.sockspec.wire.Manners;
import io.sockspec.wire.Segment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hosts without a kernel: the scenario speaks for them, relative to what their connection knows.
public final class ScriptedSteps {
    private static final Pattern OFFSET = Pattern.compile("next( \\+ window)?(?: ([+-]) (\\d+))?");

    private final Scene scene;
    private final Map<String, Connection> connections = new LinkedHashMap<>();

    public ScriptedSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{name} answers connections on TCP port {port}")
    public void answersConnections(String host, Port port) {
        connections.put(host, scene.hosts().lab().scripted(host).listen(port.number(), Manners.POLITE));
    }

    @Given("{name} speaks to {endpoint} from TCP port {port} without a connection")
    public void speaksTo(String host, Endpoint endpoint, Port port) {
        connections.put(
                host,
                scene.hosts()
                        .lab()
                        .scripted(host)
                        .connection(port.number(), scene.hosts().address(endpoint), Manners.SILENT));
    }

    @When("{name} sends the segment")
    public void sendsSegment(String host, DataTable table) {
        sendsSegment(host, Rows.map(table));
    }

    @Given("{name} has received {string} from {name}")
    public void hasReceived(String name, String text, String host) {
        sendsSegment(host, Map.of("flags", "PSH,ACK", "payload", text));
        Handle socket = scene.handle(name);
        Bytes got = scene.premise(scene.make(
                socket,
                "recv",
                text.length() + " bytes",
                calls -> calls.recv(socket.fd(), text.length(), MsgFlags.NONE)));
        scene.premise(got.equals(Bytes.text(text)), () -> name + " received \"" + got.asText() + '"');
    }

    private void sendsSegment(String host, Map<String, String> fields) {
        Connection connection = Optional.ofNullable(connections.get(host))
                .orElseThrow(() -> new LabBroken(host + " has no connection to send a segment on"));
        // The peer's own last words first: they tell where its window is, and are no answer to this segment.
        scene.drain();
        scene.act();
        connection.send(segment(connection, fields));
    }

    private static Segment segment(Connection connection, Map<String, String> fields) {
        Segment segment = Segment.of(Optional.ofNullable(fields.get("flags"))
                .orElseThrow(() -> new LabBroken("a segment needs a row for its flags")));
        for (Map.Entry<String, String> field : fields.entrySet()) {
            segment = switch (field.getKey()) {
                case "flags" -> segment;
                case "sequence number" ->
                    segment.sequence(offset(field.getValue(), connection.peerWindow(), connection.sendNext()));
                case "acknowledgment number" ->
                    segment.acknowledgment(offset(field.getValue(), 0, connection.receiveNext()));
                case "payload" -> segment.payload(Bytes.text(field.getValue()));
                default ->
                    throw new LabBroken("'" + field.getKey() + "' is no field of a segment; known are flags, "
                            + "sequence number, acknowledgment number, payload");
            };
        }
        return segment;
    }

    /// The offset that `next`, `next + 1`, `next + window + 1` or an absolute number means.
    private static long offset(String text, int window, long next) {
        if (text.matches("\\d+")) {
            return Long.parseLong(text) - next;
        }
        Matcher matcher = OFFSET.matcher(text);
        if (!matcher.matches()) {
            throw new LabBroken(
                    "'" + text + "' is no number of a segment; write a number, next, next + 1 or next + window + 1");
        }
        long plus = matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3));
        return (matcher.group(1) == null ? 0 : window) + ("-".equals(matcher.group(2)) ? -plus : plus);
    }
}
