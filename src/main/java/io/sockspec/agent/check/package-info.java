/// Tries an agent without a laboratory: plays the golden exchanges of
/// `containers/protocol/transcript.jsonl` to it and says in one sentence for each that went wrong
/// what was sent, what came and what was due. [AgentCheck][io.sockspec.agent.check.AgentCheck] is
/// the way in; it prints nothing itself.
///
/// Alternatives considered:
/// - Validation by the JSON Schema alone: it knows forms, not that a datagram's length is due under
///   MSG_TRUNC, and its messages name paths in the schema instead of the call.
/// - Trying agents with the catalogue: it needs namespaces, and a broken agent fails everywhere
///   instead of where it is wrong.
/// - One agent for all exchanges: one wrong answer would spoil those that build on it.
@NullMarked
package io.sockspec.agent.check;

import org.jspecify.annotations.NullMarked;
