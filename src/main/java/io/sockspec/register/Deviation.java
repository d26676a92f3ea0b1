package io.sockspec.register;

/// A requirement that an implementation is known to fail.
///
/// @param id the requirement
/// @param reason why, in one sentence
/// @param link where it is discussed
public record Deviation(String id, String reason, String link) {}
