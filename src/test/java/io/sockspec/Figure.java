package io.sockspec;

import java.util.Locale;

/// A measured figure and its budget; `least` says that the budget is a lower bound.
public record Figure(String name, double value, double budget, String unit, boolean least) {
    public boolean isWithin() {
        return least ? value >= budget : value <= budget;
    }

    /// A line for people.
    public String row() {
        return String.format(
                Locale.ROOT,
                "%-58s %9.2f %-4s %s %7.1f  %s",
                name,
                value,
                unit,
                least ? ">=" : "<=",
                budget,
                isWithin() ? "" : "OVER");
    }

    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"value\": %.3f, \"unit\": \"%s\", \"%s\": %.1f, \"within\": %s}",
                name,
                value,
                unit,
                least ? "atLeast" : "atMost",
                budget,
                isWithin());
    }
}
