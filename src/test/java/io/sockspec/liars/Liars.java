package io.sockspec.liars;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All liars by the requirement they break, in the order in which they play.
final class Liars {
    static final Map<String, List<Liar>> BY_REQUIREMENT = Stream.of(
                    ByteOrderLiars.all(),
                    ConnectLiars.all(),
                    NonblockingLiars.all(),
                    AttemptLiars.all(),
                    BroadcastLiars.all(),
                    MulticastLiars.all(),
                    MembershipLiars.all(),
                    ResetLiars.all(),
                    DescriptorLiars.all(),
                    FaultLiars.all(),
                    EchoLiars.all())
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(Liar::requirement));

    private Liars() {}

    /// The liars of a requirement, empty when it has none.
    static List<Liar> of(String requirement) {
        return BY_REQUIREMENT.getOrDefault(requirement, List.of());
    }

    /// How many passes it takes until every liar has played.
    static int passes() {
        return BY_REQUIREMENT.values().stream().mapToInt(List::size).max().orElse(0);
    }

    /// The liar that plays for a requirement in a pass, counted from 0; requirements with fewer
    /// liars repeat theirs.
    static Liar playing(String requirement, int pass) {
        List<Liar> liars = BY_REQUIREMENT.getOrDefault(requirement, List.of());
        if (liars.isEmpty()) {
            throw new IllegalStateException("no liar breaks " + requirement);
        }
        return liars.get(pass % liars.size());
    }
}
