package io.sockspec.agent;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ioctl;
import io.sockspec.socket.Message;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.PollEvents;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.Received;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.Type;
import io.sockspec.spi.Sockets;
import io.sockspec.spi.Started;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The calls of the SPI, made by an agent: one method, one request.
final class AgentSockets implements Sockets {
    private final Caller caller;
    private final boolean ownStack;
    private final AgentGroups groups;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("agent call ", 1).factory());

    AgentSockets(Caller caller, boolean ownStack) {
        this.caller = caller;
        this.ownStack = ownStack;
        groups = new AgentGroups(caller);
    }

    private <T> Outcome<T> call(String method, ObjectNode params, Function<Members, T> reader) {
        return caller.call(method, params, reader);
    }

    private Outcome<Done> done(String method, ObjectNode params) {
        return call(method, params, result -> Done.DONE);
    }

    static ObjectNode on(Fd fd) {
        return Agent.object().put("fd", fd.number());
    }

    private static ObjectNode to(SocketAddress address, ObjectNode params) {
        params.set("address", AddressForm.write(address));
        return params;
    }

    @Override
    public Outcome<Fd> socket(Domain domain, Type type, Protocol protocol) {
        return call("socket", KindForm.write(domain, type, protocol, Agent.object()), result -> result.fd("fd"));
    }

    @Override
    public Outcome<Pair> socketpair(Domain domain, Type type, Protocol protocol) {
        return call("socketpair", KindForm.write(domain, type, protocol, Agent.object()), result -> result.pair("fds"));
    }

    @Override
    public Outcome<Done> bind(Fd fd, SocketAddress address) {
        return done("bind", to(address, on(fd)));
    }

    @Override
    public Outcome<Done> listen(Fd fd, int backlog) {
        return done("listen", on(fd).put("backlog", backlog));
    }

    @Override
    public Outcome<Accepted> accept(Fd fd, int flags) {
        String names = flags == 0 ? "0" : new Type(flags).toString().replaceFirst("^type 0\\|", "");
        return call(
                "accept",
                on(fd).put("flags", names),
                result -> new Accepted(result.fd("fd"), result.address("address")));
    }

    @Override
    public Outcome<Done> connect(Fd fd, SocketAddress address) {
        return done("connect", to(address, on(fd)));
    }

    @Override
    public Outcome<Done> shutdown(Fd fd, How how) {
        return done("shutdown", on(fd).put("how", how.name()));
    }

    @Override
    public Outcome<Done> close(Fd fd) {
        return done("close", on(fd));
    }

    private static ObjectNode sending(Fd fd, Bytes payload, MsgFlags flags) {
        return on(fd).put("data", Hex.of(payload)).put("flags", flags.toString());
    }

    @Override
    public Outcome<Integer> send(Fd fd, Bytes payload, MsgFlags flags) {
        return call("send", sending(fd, payload, flags), result -> result.count("count"));
    }

    @Override
    public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress destination) {
        return call("sendto", to(destination, sending(fd, payload, flags)), result -> result.count("count"));
    }

    @Override
    public Outcome<Integer> sendmsg(Fd fd, Message message, MsgFlags flags) {
        ObjectNode params = sending(fd, message.payload(), flags);
        params.set("control", ControlForm.write(message.control()));
        message.destination().ifPresent(address -> to(address, params));
        return call("sendmsg", params, result -> result.count("count"));
    }

    private static ObjectNode receiving(Fd fd, int lengthBytes, MsgFlags flags) {
        return on(fd).put("length", lengthBytes).put("flags", flags.toString());
    }

    @Override
    public Outcome<Bytes> recv(Fd fd, int lengthBytes, MsgFlags flags) {
        return call("recv", receiving(fd, lengthBytes, flags), result -> result.bytes("data", lengthBytes));
    }

    @Override
    public Outcome<Received> recvfrom(Fd fd, int lengthBytes, MsgFlags flags) {
        return call(
                "recvfrom",
                receiving(fd, lengthBytes, flags),
                result -> new Received(
                        result.bytes("data", lengthBytes),
                        result.count("count"),
                        result.optional("address", result::address),
                        List.of(),
                        0,
                        MsgFlags.NONE));
    }

    @Override
    public Outcome<Received> recvmsg(Fd fd, int lengthBytes, int controlLengthBytes, MsgFlags flags) {
        return call(
                "recvmsg",
                receiving(fd, lengthBytes, flags).put("controlLength", controlLengthBytes),
                result -> new Received(
                        result.bytes("data", lengthBytes),
                        result.count("count"),
                        result.optional("address", result::address),
                        result.list("control", ControlForm::read),
                        result.count("controlLength"),
                        MsgFlags.parse(result.text("flags"))));
    }

    private static ObjectNode option(Fd fd, SocketOption<?> option) {
        return on(fd).put("option", option.name()).put("type", OptionForm.type(option));
    }

    @Override
    public <T> Outcome<T> getsockopt(Fd fd, SocketOption<T> option) {
        return call("getsockopt", option(fd, option), result -> OptionForm.read(option, result));
    }

    @Override
    public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
        ObjectNode params = option(fd, option);
        OptionForm.write(option, value, params);
        return done("setsockopt", params);
    }

    @Override
    public Outcome<SocketAddress> getsockname(Fd fd) {
        return call("getsockname", on(fd), result -> result.address("address"));
    }

    @Override
    public Outcome<SocketAddress> getpeername(Fd fd) {
        return call("getpeername", on(fd), result -> result.address("address"));
    }

    /// A limit below zero waits for ever.
    @Override
    public Outcome<List<PollEvents>> poll(List<Polled> entries, Duration limit) {
        ObjectNode params = Agent.object();
        ArrayNode list = params.putArray("entries");
        entries.forEach(entry -> list.addObject()
                .put("fd", entry.fd().number())
                .put("events", entry.events().toString()));
        params.put("timeout", limit.isNegative() ? -1 : limit.plusNanos(999_999).toMillis());
        return call("poll", params, result -> {
            List<PollEvents> events = result.list("events", each -> PollEvents.parse(each.asString("no text")));
            if (events.size() != entries.size()) {
                throw new IllegalArgumentException(
                        "'events' has " + events.size() + " entries, not one for each of " + entries.size());
            }
            return events;
        });
    }

    @Override
    public Outcome<Integer> statusFlags(Fd fd) {
        return call("fcntl", on(fd).put("command", "F_GETFL"), result -> StatusFlags.parse(result.text("flags")));
    }

    @Override
    public Outcome<Done> setStatusFlags(Fd fd, int flags) {
        return done("fcntl", on(fd).put("command", "F_SETFL").put("flags", StatusFlags.text(flags)));
    }

    @Override
    public Outcome<Integer> ioctl(Fd fd, Ioctl request) {
        return call("ioctl", on(fd).put("request", request.name()), result ->
                (int) result.number("value", Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    @Override
    public Outcome<Optional<Bytes>> inetPton(Domain domain, String text) {
        return call(
                "inet_pton",
                KindForm.domain(domain, Agent.object()).put("text", text),
                result -> result.optional("data", result::bytes));
    }

    @Override
    public Outcome<String> inetNtop(Domain domain, Bytes address) {
        return call(
                "inet_ntop",
                KindForm.domain(domain, Agent.object()).put("data", Hex.of(address)),
                result -> result.text("text"));
    }

    @Override
    public Outcome<Bytes> htons(List<Integer> hosts) {
        ObjectNode params = Agent.object();
        ArrayNode values = params.putArray("values");
        hosts.forEach(values::add);
        return call("htons", params, result -> result.bytes("data"));
    }

    @Override
    public Outcome<List<Integer>> ntohs(Bytes networks) {
        return call("ntohs", Agent.object().put("data", Hex.of(networks)), result -> result.integers("values"));
    }

    @Override
    public Outcome<Bytes> htonl(long host) {
        return call("htonl", Agent.object().put("value", host), result -> result.bytes("data"));
    }

    @Override
    public Outcome<Long> ntohl(Bytes network) {
        return call(
                "ntohl",
                Agent.object().put("data", Hex.of(network)),
                result -> result.number("value", Long.MIN_VALUE, Long.MAX_VALUE));
    }

    @Override
    public void settle() {
        if (ownStack) {
            caller.agent().askSoon("ping", Agent.object());
        }
    }

    @Override
    public String log() {
        return caller.agent().log();
    }

    @Override
    public <T> Started<T> start(Function<? super Sockets, Outcome<T>> call) {
        AgentCall<T> started = new AgentCall<>(caller, () -> call.apply(this));
        threads.execute(started);
        return started;
    }

    @Override
    public <G> Optional<G> group(Class<G> group) {
        return group.isInstance(groups) && groups.offers(group) ? Optional.of(group.cast(groups)) : Optional.empty();
    }

    /// Ends the agent; the sockets of a child end with it.
    @Override
    public void close() {
        try {
            caller.agent().close();
        } finally {
            threads.shutdown();
        }
    }
}
