package io.sockspec.agent.check;

import io.sockspec.spi.Capability;
import java.util.List;

/// Exchanges that build on one another; each story is played to a fresh agent.
///
/// @param line the number of its line in the transcript
/// @param needs played only to an agent that declares all of these
record Story(int line, String title, List<Capability> needs, List<Exchange> exchanges) {
    Story {
        needs = List.copyOf(needs);
        exchanges = List.copyOf(exchanges);
    }
}
