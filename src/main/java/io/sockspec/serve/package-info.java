/// A program that offers any implementation of the SPI to others: it reads requests of the agent
/// protocol, which `containers/protocol` describes, makes the calls, and answers.
/// [JavaAgentCommand][io.sockspec.serve.JavaAgentCommand] says how to start it,
/// [AgentMain][io.sockspec.serve.AgentMain] is what starts.
///
/// One thread reads and makes the calls that cannot block; the others are started as the SPI starts
/// calls, and their thread writes the answer itself. So a call that blocks costs one change of
/// threads, and `cancel` and `interrupt` are those of the SPI.
///
/// A JVM is slow in what it does for the first time, and a scenario gets a fresh agent. So the
/// agent
/// starts from an AOT cache, and rehearses before the first request.
///
/// Alternatives considered:
/// - A thread for each request, or a pool in front of the SPI: every call pays a change of threads,
///   a call that may block pays two.
/// - Jackson's mapper: it takes 350 ms to come up in a new JVM, the streaming parser 90 ms; with an
///   AOT cache 90 ms and 20 ms.
/// - No rehearsal: the first connect() took 8 ms to 18 ms of processor time instead of 2 ms, so
/// that
///   limits of 50 ms were missed while other agents started.
@NullMarked
package io.sockspec.serve;

import org.jspecify.annotations.NullMarked;
