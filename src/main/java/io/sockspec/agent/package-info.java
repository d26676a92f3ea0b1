/// Implementations that run as a process of their own and speak the agent protocol, which
/// `containers/protocol` describes: JSON-RPC 2.0 objects, one per line, on standard input and
/// output. [AgentSockets][io.sockspec.agent.AgentSockets] makes the calls of the SPI by requests.
///
/// An agent that breaks the protocol tells nothing about the implementation, so what it breaks is
/// an [AgentFailed][io.sockspec.agent.AgentFailed], never an answer.
///
/// Alternatives considered:
/// - gRPC or HTTP: the control channel would need the stack under test, and a library in every
///   language; a line of JSON needs neither.
/// - LSP4J for JSON-RPC: its frames have headers that each agent would have to write and count.
/// - One agent for the whole run: it would have to enter each host's namespace, which takes a
///   privilege no implementation needs, and to prove itself clean.
@NullMarked
package io.sockspec.agent;

import org.jspecify.annotations.NullMarked;
