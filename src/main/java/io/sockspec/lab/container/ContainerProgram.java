package io.sockspec.lab.container;

import io.sockspec.lab.LabFailure;
import io.sockspec.spi.ImplementationUnavailable;
import io.sockspec.spi.Program;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A program in a host's container.
final class ContainerProgram implements Program {
    /// The last is the relay's, whose log nobody reads while it runs.
    private static final List<String> VARIABLES =
            List.of("PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/", "LANG=C.UTF-8", "TMPDIR=/tmp", "LOG_LEVEL=warn");
    private static final int RUNNING = -1;

    private final Control control;
    private final String number;
    private final List<Integer> fds;
    private int status = RUNNING;
    private boolean lost;

    private ContainerProgram(Control control, int number, List<Integer> fds) {
        this.control = control;
        this.number = String.valueOf(number);
        this.fds = fds;
    }

    static ContainerProgram start(Control control, List<String> words) {
        ByteArrayOutputStream lists = new ByteArrayOutputStream();
        for (List<String> list : List.of(words, VARIABLES)) {
            list.forEach(word -> lists.writeBytes((word + "\0").getBytes(StandardCharsets.UTF_8)));
            lists.write(0);
        }
        Control.Answer answer = control.ask(lists.toByteArray(), "start");
        if (!answer.succeeded() || answer.fds().size() != Control.MOST_FDS) {
            throw new ImplementationUnavailable(
                    "the agent cannot be started: '%s' in %s: %s; name a program of its image"
                            .formatted(words.getFirst(), control, answer.error()));
        }
        return new ContainerProgram(control, answer.number(), answer.fds());
    }

    @Override
    public int input() {
        return fds.get(0);
    }

    @Override
    public int output() {
        return fds.get(1);
    }

    @Override
    public int errors() {
        return fds.get(2);
    }

    @Override
    public synchronized boolean hasEnded() {
        if (status == RUNNING && !lost) {
            look("status");
        }
        return status != RUNNING || lost;
    }

    private void look(String request) {
        try {
            status = control.due("say how a program is", new byte[0], request, number)
                    .number();
        } catch (LabFailure gone) {
            lost = true;
        }
    }

    @Override
    public synchronized String ending() {
        if (lost) {
            return "was lost with its container";
        }
        if (status == RUNNING) {
            return "is still running";
        }
        int signal = status & 0x7f;
        return signal == 0 ? "ended with status " + (status >> 8 & 0xff) : "was killed by signal " + signal;
    }

    /// What has left its process group ends with the lab.
    @Override
    public synchronized void end() {
        look("end");
    }
}
