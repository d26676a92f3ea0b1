package io.sockspec.steps;

import io.sockspec.register.LabBroken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A call as a C program writes it, without the descriptor: `setsockopt(SO_BROADCAST, 1)`,
/// `read(4)`, `close()`.
record Invocation(String call, List<String> arguments) {
    Invocation {
        arguments = List.copyOf(arguments);
    }

    /// @throws LabBroken when the text is not a name and arguments in parentheses
    static Invocation parse(String text) {
        int open = text.indexOf('(');
        if (open < 1 || !text.endsWith(")")) {
            throw new LabBroken("'" + text + "' is no call; write one as in setsockopt(SO_BROADCAST, 1) or close()");
        }
        List<String> arguments = new ArrayList<>();
        for (String argument : text.substring(open + 1, text.length() - 1).split(",", -1)) {
            arguments.add(argument.strip());
        }
        boolean none = arguments.equals(List.of(""));
        return new Invocation(text.substring(0, open), none ? List.of() : arguments);
    }

    String argument(int index) {
        if (index >= arguments.size()) {
            throw new LabBroken(this + " lacks argument " + (index + 1));
        }
        return arguments.get(index);
    }

    int number(int index) {
        return number(index, Integer::decode);
    }

    /// A number of more than 32 bits or without a sign.
    long wideNumber(int index) {
        return number(index, Long::decode);
    }

    private <N> N number(int index, Function<String, N> reader) {
        try {
            return reader.apply(argument(index));
        } catch (NumberFormatException e) {
            throw new LabBroken("argument " + (index + 1) + " of " + this + " is no number");
        }
    }

    /// A text in double quotes, without them.
    String text(int index) {
        String argument = argument(index);
        if (argument.length() < 2 || !argument.startsWith("\"") || !argument.endsWith("\"")) {
            throw new LabBroken("argument " + (index + 1) + " of " + this + " is no text in double quotes");
        }
        return argument.substring(1, argument.length() - 1);
    }

    @Override
    public String toString() {
        return call + "(" + String.join(", ", arguments) + ")";
    }
}
