package io.sockspec.lab;

/// An interface of a running host: its number there, 2 or more, and what was planned.
public record HostInterface(int index, InterfacePlan plan) {}
