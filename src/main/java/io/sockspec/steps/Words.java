package io.sockspec.steps;

import io.cucumber.java.ParameterType;
import io.sockspec.register.LabBroken;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.PollEvents;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketOption;
import io.sockspec.wire.Action;
import io.sockspec.wire.Pattern;
import io.sockspec.wire.Selection;
import io.sockspec.wire.Which;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// The typed words of the sentences: what they look like and what they become.
public final class Words {
    private static final String NAME = "[a-z][a-z0-9-]*";
    private static final String PLACE = "(" + NAME + "|\\d+\\.\\d+\\.\\d+\\.\\d+) on (TCP|UDP) port (\\d+)";
    static final java.util.regex.Pattern ENDPOINT = java.util.regex.Pattern.compile(PLACE);

    /// Turns text into a value; a text that is none breaks the scenario with the value's own
    /// sentence.
    static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new LabBroken(String.valueOf(e.getMessage()));
        }
    }

    static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new LabBroken(digits + " is too large for any number that a scenario needs");
        }
    }

    /// The name of a host or of a socket: lower-case letters, digits and hyphens.
    @ParameterType(NAME)
    public String name(String text) {
        return text;
    }

    /// Names in a row: `client and server`, `client, server and third`.
    @ParameterType(NAME + "(?:, " + NAME + ")* and " + NAME)
    public List<String> names(String text) {
        return List.of(text.split(", | and ", -1));
    }

    /// A kind of socket: `TCP`, `UDP`, `raw ICMP` or `Unix stream`.
    @ParameterType("TCP|UDP|raw ICMP|Unix stream")
    public Kind kind(String text) {
        return Kind.named(text);
    }

    /// A port, 0 to 65535.
    @ParameterType("\\d+")
    public Port port(String text) {
        return read(text, number -> new Port(number(number)));
    }

    /// A dotted IPv4 address.
    @ParameterType("\\d+\\.\\d+\\.\\d+\\.\\d+")
    public Ip4 ip(String text) {
        return read(text, Ip4::parse);
    }

    /// A place and a port: `server on TCP port 8080`, `192.0.2.255 on UDP port 5000`.
    @ParameterType(PLACE)
    public Endpoint endpoint(String place, String kind, String port) {
        return new Endpoint(place, Kind.named(kind), port(port));
    }

    /// An errno by its C name.
    @ParameterType("E[A-Z0-9]+")
    public Errno errno(String text) {
        return read(text, Errno::named);
    }

    /// A duration in `s` or `ms`.
    @ParameterType("(\\d+(?:\\.\\d+)?) (s|ms)")
    public Duration duration(String number, String unit) {
        return Duration.ofNanos(Math.round(Double.parseDouble(number) * (unit.equals("s") ? 1e9 : 1e6)));
    }

    /// Bytes as spaced lower-case hex: `1f 90`.
    @ParameterType("[0-9a-f]{2}(?: [0-9a-f]{2})*")
    public Bytes bytes(String text) {
        return Bytes.hex(text);
    }

    /// A socket option by its C name.
    @ParameterType("(?:SO|IP|TCP)_[A-Z_]+")
    public SocketOption<?> option(String text) {
        return read(text, SocketOption::named);
    }

    /// The value of an option: a number, a duration or an errno.
    @ParameterType("\\d+ (?:s|ms)|\\d+|E[A-Z0-9]+")
    public String value(String text) {
        return text;
    }

    /// A call by its C name, as answered last.
    @ParameterType("accept|bind|connect|getpeername|getsockname|listen|recv|recvmsg|send|sendmsg|sendto|setsockopt")
    public String call(String text) {
        return text;
    }

    /// The events of poll() by their C names joined by `|`, or `nothing`.
    @ParameterType("POLL[A-Z]+(?:\\|POLL[A-Z]+)*|nothing")
    public PollEvents events(String text) {
        return text.equals("nothing") ? PollEvents.NONE : read(text, PollEvents::parse);
    }

    /// The sets of select() that hold a descriptor: `readable`, `writable`, `readable and
    /// writable`, `nothing`.
    @ParameterType("readable and writable|readable|writable|nothing")
    public String marks(String text) {
        return text;
    }

    /// A kind of frame, such as `SYN`, `data segment` or `ICMP error`; the list is that of the
    /// wire's patterns.
    @ParameterType("[A-Z][A-Za-z0-9,]*(?: [a-z]+){0,3}|[a-z]+ (?:segment|frame)|frame")
    public Pattern pattern(String text) {
        return read(text, Pattern::parse);
    }

    /// Named frames: `the first SYN from client`, `every RST from server`, `every 10th data segment
    /// from client`, `2 of every 3 ACK from server`.
    @ParameterType(
            "(?:the )?(\\d+ of every \\d+|first \\d+|(?:every )?(?:second|third|\\d+th)|first|every) (.+?) from ("
                    + NAME + ")")
    public Selection frames(String which, String pattern, String host) {
        return Selection.every(pattern(pattern))
                .which(read(which, Which::parse))
                .from(host);
    }

    /// A call as C writes it, without the descriptor: `setsockopt(SO_BROADCAST, 1)`, `read(4)`,
    /// `close()`.
    @ParameterType("[a-z]+\\(.*\\)")
    public Invocation invocation(String text) {
        return Invocation.parse(text);
    }

    /// What the wire does: `loses`, `duplicates`, or `defers` until the sender's next frame is
    /// past.
    @ParameterType("loses|duplicates|defers")
    public Action treatment(String text) {
        return switch (text) {
            case "loses" -> new Action.Lose();
            case "duplicates" -> new Action.Duplicate();
            default -> new Action.HoldUntilNext();
        };
    }

    /// What a relay does: `delays the stream towards client by 300 ms`, `cuts … into pieces of 10
    /// bytes, 2 ms apart`, `limits … to 200 kB per second`, `ends … after 5 bytes`, `resets … after
    /// 5 bytes`, `holds …`, `delays the end of …`.
    @ParameterType("(?:delays|cuts|limits|ends|resets|holds) the (?:end of the )?stream towards .+")
    public Disturbance disturbance(String text) {
        return Disturbance.parse(text);
    }

    /// A payload: `300000 bytes` that look random, `the bytes 61 00 62`, or `every byte value`.
    @ParameterType("\\d+ bytes|the bytes [0-9a-f]{2}(?: [0-9a-f]{2})*|every byte value")
    public Payload payload(String text) {
        return Payload.parse(text);
    }

    /// How many: `no` or a number.
    @ParameterType("no|\\d+")
    public int count(String text) {
        return text.equals("no") ? 0 : number(text);
    }

    /// `with` or `without` a flag.
    @ParameterType("with|without")
    public String flagged(String text) {
        return text;
    }
}
