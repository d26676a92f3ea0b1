package io.sockspec.agent.check;

import io.sockspec.agent.check.AgentCheck.Limits;
import io.sockspec.agent.check.Exchange.Ask;
import io.sockspec.agent.check.Exchange.Await;
import io.sockspec.agent.check.Exchange.Later;
import io.sockspec.spi.Capability;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// One story, played to one agent. It goes on after a result that is wrong, without what builds on
/// it, and ends where a call failed or was refused, or did not fail, against what was due, and
/// where
/// the agent is lost.
final class Performance {
    private final Story story;
    private final Limits limits;
    private final Tally tally;
    private final Conversation conversation;
    private final Placeholders placeholders = new Placeholders();
    private final Map<String, Sent> pending = new HashMap<>();
    private Optional<String> refused = Optional.empty();
    private boolean over;
    private boolean lost;
    private boolean silent;

    /// @param line of the transcript, for a sentence
    /// @param nanos when it was sent
    private record Sent(long id, String line, JsonNode request, long nanos) {}

    Performance(Story story, Agent agent, Limits limits, Tally tally) {
        this.story = story;
        this.limits = limits;
        this.tally = tally;
        this.conversation = new Conversation(agent);
    }

    void bind(String name, String value) {
        placeholders.bind(name, JsonNodeFactory.instance.stringNode(value));
    }

    /// Whether something was waited for in vain.
    boolean silent() {
        return silent;
    }

    /// Plays the greeting and the story.
    ///
    /// @param counted whether the answer to the greeting is judged
    /// @return what the agent declares; empty if it cannot be asked
    Optional<Set<Capability>> play(Ask greeting, boolean counted) {
        Optional<JsonNode> hello = greet(greeting, counted);
        List<Exchange> exchanges = story.exchanges();
        int done = 0;
        while (done < exchanges.size() && !over) {
            perform(exchanges.get(done++));
        }
        leaveOut(Transcript.awaited(exchanges.subList(done, exchanges.size())));
        if (lost) {
            tally.unreached(1);
        } else {
            end();
        }
        return hello.map(result -> result.get("capabilities")
                .valueStream()
                .map(it -> Capability.tagged(it.stringValue()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Capability.class))));
    }

    /// Judged only once, since it is the same in every story.
    private Optional<JsonNode> greet(Ask greeting, boolean counted) {
        Sent sent = send(greeting, greeting.send());
        Optional<JsonNode> answer = answer(sent, limits.hello());
        Optional<String> mismatch = answer.flatMap(came -> mismatch(sent, greeting.expect(), came));
        Optional<String> noise = noise();
        if (counted && answer.isPresent()) {
            noise.or(() -> mismatch).ifPresentOrElse(clause -> wrong(sent, clause), tally::right);
        }
        over = answer.isEmpty() || mismatch.isPresent();
        return over ? Optional.empty() : answer.map(came -> came.get("result"));
    }

    private void perform(Exchange exchange) {
        switch (exchange) {
            case Ask ask when isBound(ask.send()) -> judge(send(ask, ask.send()), ask.expect(), ask.takes());
            case Await await
            when pending.containsKey(await.name()) -> judge(pending.get(await.name()), await.expect(), Duration.ZERO);
            case Later later
            when isBound(later.send()) -> {
                Sent sent = send(later, later.send());
                pending.put(later.name(), sent);
                placeholders.bind(later.name(), JsonNodeFactory.instance.numberNode(sent.id()));
            }
            default -> tally.unreached(Transcript.awaited(List.of(exchange)));
        }
    }

    private boolean isBound(JsonNode send) {
        return placeholders.unbound(send).isEmpty();
    }

    private Sent send(Exchange exchange, JsonNode send) {
        String line = "Line " + exchange.line() + " (" + exchange.about() + "): ";
        long nanos = System.nanoTime();
        return new Sent(conversation.ask(placeholders.expand(send)), line, placeholders.fill(send), nanos);
    }

    private void judge(Sent sent, JsonNode expect, Duration takes) {
        Optional<JsonNode> answer = answer(sent, limits.call());
        Duration took = Duration.ofNanos(System.nanoTime() - sent.nanos());
        if (answer.isEmpty()) {
            return;
        }
        JsonNode came = answer.get();
        Optional<String> noise = noise();
        if (Refusal.isOne(came) && !expect.has("error")) {
            over = true;
            Optional<String> why = Refusal.flaw(story, method(sent), came);
            why.ifPresentOrElse(clause -> wrong(sent, clause), () -> refused = Optional.of(Refusal.call(came)));
            leaveOut(why.isPresent() ? 0 : 1);
            return;
        }
        noise.or(() -> mismatch(sent, expect, came))
                .or(() -> took.compareTo(takes) >= 0
                        ? Optional.empty()
                        : Optional.of(
                                "was answered after " + took.toMillis() + " ms, due were " + takes.toMillis() + " ms"))
                .ifPresentOrElse(
                        clause -> {
                            wrong(sent, clause);
                            over = isFailure(expect) || isFailure(came);
                        },
                        tally::right);
    }

    private static boolean isFailure(JsonNode answer) {
        return answer.has("error") || answer.path("result").has("errno");
    }

    /// The answer, if there is one; tells what is wrong if there is none.
    private Optional<JsonNode> answer(Sent sent, Duration limit) {
        try {
            return Optional.of(conversation.answer(sent.id(), limit));
        } catch (Lost e) {
            over = true;
            lost = true;
            silent = e.silent();
            wrong(
                    sent,
                    e.clause()
                            + conversation
                                    .noise()
                                    .map(noise -> "; there came " + noise)
                                    .orElse(""));
            return Optional.empty();
        }
    }

    private Optional<String> noise() {
        return conversation.noise().map(noise -> "was answered beside " + noise);
    }

    private Optional<String> mismatch(Sent sent, JsonNode expect, JsonNode came) {
        Optional<String> flaw =
                came.has("result") ? Results.flaw(method(sent), came.get("result")) : Refusal.flaw(came.get("error"));
        return flaw.map(clause -> "was answered " + Brief.of(came) + ": " + clause)
                .or(() -> placeholders.match(expect, came)
                        ? Optional.empty()
                        : Optional.of(
                                "was answered " + Brief.of(came) + ", due was " + Brief.of(placeholders.fill(expect))));
    }

    /// Because of what ended the story.
    private void leaveOut(int exchanges) {
        refused.ifPresentOrElse(call -> tally.notOffered(call, exchanges), () -> tally.unreached(exchanges));
    }

    private void end() {
        Optional<String> flaw = conversation.end(limits.end());
        silent = flaw.isPresent();
        flaw.map(clause -> "Line " + story.line() + " (" + story.title()
                        + "): after the end of the agent's standard input " + clause + ".")
                .ifPresentOrElse(tally::wrong, tally::right);
    }

    private void wrong(Sent sent, String clause) {
        JsonNode params = sent.request().path("params");
        tally.wrong(sent.line() + method(sent) + " " + Brief.of(params) + " " + clause + ".");
    }

    private static String method(Sent sent) {
        return sent.request().path("method").stringValue();
    }
}
