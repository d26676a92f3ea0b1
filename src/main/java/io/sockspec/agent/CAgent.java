package io.sockspec.agent;

import io.sockspec.spi.ImplementationUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The C library of this machine, through `containers/c/agent.c`, which is compiled when it is first
/// needed.
public final class CAgent extends AgentImplementation {
    private static final long PATIENCE_SECONDS = 60;

    public CAgent() {
        super("c", CAgent::command);
    }

    private static Command command() {
        byte[] source = Programs.shipped("c/agent.c");
        new Command(List.of("cc")).obstacle().ifPresent(sentence -> {
            throw new ImplementationUnavailable("the agent c is compiled here, but " + sentence);
        });
        Path file = Programs.made("agent", source, draft -> compile(source, draft));
        return new Command(List.of(file.toString()));
    }

    private static void compile(byte[] source, Path program) throws IOException {
        Process compiler = new ProcessBuilder(
                        "cc", "-std=gnu11", "-O2", "-pthread", "-x", "c", "-o", program.toString(), "-")
                .redirectErrorStream(true)
                .start();
        try (var in = compiler.getOutputStream()) {
            in.write(source);
        }
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!compiler.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || compiler.exitValue() != 0) {
                throw new IOException("cc said: " + said.lines().findFirst().orElse("nothing"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the compiler was not waited for", e);
        } finally {
            compiler.destroyForcibly();
        }
        Files.setPosixFilePermissions(program, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
