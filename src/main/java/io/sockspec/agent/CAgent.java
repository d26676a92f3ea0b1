package io.sockspec.agent;

import io.sockspec.spi.ImplementationUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The C library of this machine, through `containers/c/agent.c`, which is compiled when it is
/// first
/// needed.
public final class CAgent extends AgentImplementation {
    public CAgent() {
        super("c", CAgent::command);
    }

    private static Command command() {
        byte[] source = Programs.shipped("c/agent.c");
        Path file = Programs.made("agent", source, draft -> compile(source, draft));
        return new Command(List.of(file.toString()));
    }

    private static void compile(byte[] source, Path program) throws IOException {
        new Command(List.of("cc")).obstacle().ifPresent(sentence -> {
            throw new ImplementationUnavailable("the agent c is compiled here, but " + sentence);
        });
        Path text = Files.createTempFile(program.getParent(), "agent", ".c");
        try {
            Files.write(text, source);
            Programs.said(new Command(
                    List.of("cc", "-std=gnu11", "-O2", "-pthread", "-o", program.toString(), text.toString())));
        } finally {
            Files.delete(text);
        }
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
