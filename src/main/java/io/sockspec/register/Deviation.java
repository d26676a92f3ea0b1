package io.sockspec.register;

/// A requirement that an implementation is known to fail.
///
/// @param requirement its ID
/// @param reason why, in one line
/// @param link where it is documented or discussed
/// @param since the first version of the implementation that is known to fail it
public record Deviation(String requirement, String reason, String link, String since) {}
