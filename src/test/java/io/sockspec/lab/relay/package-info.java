/// Tests of the relay, with a real Toxiproxy server.
///
/// Alternatives considered:
/// - A server that only pretends: what it shows of resets and slices is what its author believes.
@NullMarked
package io.sockspec.lab.relay;

import org.jspecify.annotations.NullMarked;
