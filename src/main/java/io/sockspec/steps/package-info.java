/// The words of the features and what they act on. [Words][io.sockspec.steps.Words] are the typed
/// parameters, one class
/// per area holds the sentences, and a [Scene][io.sockspec.steps.Scene] is the world of one
/// scenario: its lab, its
/// sockets, its calls and their answers.
///
/// The first host a scenario names runs the implementation under test, all others the reference:
/// two equal mistakes would
/// cancel each other.
///
/// Alternatives considered:
/// - A step that names the judged host: nearly every feature would carry the same extra line.
/// - Steps that call the implementation directly: calls would be neither logged nor bounded in
/// time.
@NullMarked
package io.sockspec.steps;

import org.jspecify.annotations.NullMarked;
