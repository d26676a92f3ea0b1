package io.sockspec.agent.check;

import io.sockspec.spi.Capability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// How many exchanges were right, wrong and left out, and why they were left out. What is wrong is
/// told at once, in a sentence.
final class Tally {
    private final Consumer<String> say;
    private final Set<String> undeclared = new TreeSet<>();
    private final Set<String> notOffered = new TreeSet<>();
    private int right;
    private int wrong;
    private int leftOut;
    private int unreached;

    Tally(Consumer<String> say) {
        this.say = say;
    }

    void right() {
        right++;
    }

    void wrong(String sentence) {
        wrong++;
        say.accept(sentence);
    }

    void undeclared(Collection<Capability> missing, int exchanges) {
        missing.forEach(capability -> undeclared.add(capability.tag()));
        leftOut += exchanges;
    }

    void notOffered(String call, int exchanges) {
        notOffered.add(call);
        leftOut += exchanges;
    }

    /// Because of a wrong answer before, or of an answer that the machine refused.
    void unreached(int exchanges) {
        unreached += exchanges;
        leftOut += exchanges;
    }

    boolean passed() {
        return wrong == 0 && right > 0;
    }

    String text() {
        List<String> reasons = new ArrayList<>();
        if (!undeclared.isEmpty()) {
            reasons.add("not declared: " + String.join(", ", undeclared));
        }
        if (!notOffered.isEmpty()) {
            reasons.add("not offered: " + String.join(", ", notOffered));
        }
        if (unreached > 0) {
            reasons.add("not reached: " + unreached);
        }
        return right + " exchanges right, " + wrong + " wrong, " + leftOut + " left out"
                + (reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")");
    }
}
