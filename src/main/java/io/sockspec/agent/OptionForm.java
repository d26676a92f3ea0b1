package io.sockspec.agent;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.SocketOption.Linger;
import io.sockspec.socket.SocketOption.Membership;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Option values as the protocol writes them, by the type of the value.
public final class OptionForm {
    private static final String VALUE = "value";
    private static final long MICROS_PER_SECOND = 1_000_000;

    private static final List<Form<?>> FORMS = List.of(
            new Form<>(Integer.class, "int", (value, in) -> in.put(VALUE, value), from ->
                    (int) from.number(VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE)),
            new Form<>(
                    Errno.class,
                    "errno",
                    (value, in) -> in.put(VALUE, value.toString()),
                    from -> errno(from.text(VALUE))),
            new Form<>(
                    Duration.class,
                    "timeval",
                    (value, in) -> in.put(VALUE, micros(value)),
                    from -> Duration.of(from.number(VALUE, 0, Long.MAX_VALUE), TimeUnit.MICROSECONDS.toChronoUnit())),
            new Form<>(
                    Linger.class,
                    "linger",
                    (value, in) -> in.set(
                            VALUE, object(node -> node.put("on", value.on()).put("seconds", value.seconds()))),
                    from -> {
                        Members linger = from.object(VALUE);
                        return new Linger(linger.flag("on"), (int)
                                linger.number("seconds", Integer.MIN_VALUE, Integer.MAX_VALUE));
                    }),
            new Form<>(
                    Membership.class,
                    "membership",
                    (value, in) -> in.set(
                            VALUE,
                            object(node -> node.put("group", value.group().toString())
                                    .put("interface", value.interfaceAddress().toString()))),
                    from -> {
                        Members membership = from.object(VALUE);
                        return new Membership(
                                Ip4.parse(membership.text("group")), Ip4.parse(membership.text("interface")));
                    }),
            new Form<>(Bytes.class, "bytes", (value, in) -> in.put(VALUE, Hex.of(value)), from -> from.bytes(VALUE)));

    private interface Writer<T> {
        void write(T value, ObjectNode in);
    }

    private record Form<T>(Class<T> type, String name, Writer<T> writer, Function<Members, T> reader) {}

    private OptionForm() {}

    /// The word for the type of an option's value: `int`, `timeval`, …
    public static String type(SocketOption<?> option) {
        return form(option).name();
    }

    /// Puts the member `value`.
    public static <T> void write(SocketOption<T> option, T value, ObjectNode in) {
        form(option).writer().write(value, in);
    }

    /// Reads the member `value`.
    ///
    /// @throws IllegalArgumentException with a clause that says what is wrong about the form
    public static <T> T read(SocketOption<T> option, Members from) {
        return form(option).reader().apply(from);
    }

    /// The error that a result names.
    ///
    /// @throws IllegalArgumentException when it is no error
    static Errno failure(Members result) {
        if (result.object().path("errno").isIntegralNumber()) {
            return new Errno((int) result.number("errno", 1, 4095));
        }
        return Errno.named(result.text("errno"));
    }

    /// @throws IllegalArgumentException when the text is neither `0` nor the name of an error
    private static Errno errno(String text) {
        return text.equals("0") ? new Errno(0) : Errno.named(text);
    }

    private static long micros(Duration time) {
        return time.getSeconds() * MICROS_PER_SECOND + (time.getNano() + 999) / 1000;
    }

    private static ObjectNode object(UnaryOperator<ObjectNode> members) {
        return members.apply(JsonNodeFactory.instance.objectNode());
    }

    @SuppressWarnings("unchecked") // the form was found by this very class
    private static <T> Form<T> form(SocketOption<T> option) {
        return (Form<T>) FORMS.stream()
                .filter(form -> form.type() == option.type())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        option + " has values of " + option.type() + ", for which the protocol has no form"));
    }
}
