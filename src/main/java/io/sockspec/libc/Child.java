package io.sockspec.libc;

import io.sockspec.socket.Errno;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A child process with pipes to its standard streams. It leads a session and a process group of
/// its
/// own, has no other descriptor, starts with every signal at its default action and none blocked,
/// and in the namespaces of the
/// thread that starts it, which no way of the JDK promises.
///
/// @spec POSIX.1-2024 posix_spawn(), waitpid(), kill()
public final class Child {
    private static final int O_CLOEXEC = 0x80000;
    /// POSIX_SPAWN_SETSIGDEF, SETSIGMASK (an attribute's initial mask is empty) and SETSID.
    private static final int FLAGS = 0x04 | 0x08 | 0x80;
    private static final int WNOHANG = 1;
    private static final int SIGKILL = 9;
    /// More than posix_spawnattr_t and posix_spawn_file_actions_t take in any C library.
    private static final int OPAQUE_BYTES = 512;
    private static final int SIGSET_BYTES = 128;

    private final int pid;
    private final int input;
    private final int output;
    private final int errors;
    private boolean taken;
    private int status;

    private Child(int pid, int input, int output, int errors) {
        this.pid = pid;
        this.input = input;
        this.output = output;
        this.errors = errors;
    }

    /// The program could not be started.
    public static final class NotStarted extends Exception {
        private static final long serialVersionUID = 1L;

        private NotStarted(String sentence) {
            super(sentence);
        }
    }

    /// Starts a program, found on this process's PATH, with exactly these variables.
    ///
    /// @throws NotStarted with what the C library said
    public static Child start(List<String> words, Map<String, String> environment) throws NotStarted {
        List<Integer> fds = new ArrayList<>();
        try {
            // The child's ends, then ours.
            int[] in = pipe(fds);
            int[] out = pipe(fds);
            int[] err = pipe(fds);
            int pid = spawn(words, environment, in[0], out[1], err[1]);
            fds.removeAll(List.of(in[1], out[0], err[0]));
            return new Child(pid, in[1], out[0], err[0]);
        } finally {
            fds.forEach(Libc::close);
        }
    }

    private static int[] pipe(List<Integer> fds) throws NotStarted {
        try (Memory pair = Memory.confined(2 * Integer.BYTES)) {
            int result = Libc.pipe2(pair, O_CLOEXEC);
            if (result < 0) {
                throw new NotStarted("a pipe cannot be made: " + new Errno(-result));
            }
            int[] ends = {pair.intAt(0), pair.intAt(Integer.BYTES)};
            fds.addAll(List.of(ends[0], ends[1]));
            return ends;
        }
    }

    private static int spawn(List<String> words, Map<String, String> environment, int in, int out, int err)
            throws NotStarted {
        List<String> variables = environment.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
        try (Strings arguments = new Strings(words);
                Strings settings = new Strings(variables);
                Memory file = Memory.of(words.getFirst());
                Memory pid = Memory.confined(Integer.BYTES);
                Memory actions = Memory.confined(OPAQUE_BYTES);
                Memory attributes = Memory.confined(OPAQUE_BYTES);
                Memory signals = Memory.confined(SIGSET_BYTES)) {
            // Signals 1 to 31: what this process ignores stays ignored over exec() otherwise.
            signals.putInt(0, 0x7fffffff);
            Processes.spawnAttributes(attributes, FLAGS, signals);
            Processes.spawnActions(actions);
            Processes.spawnDup2(actions, in, 0);
            Processes.spawnDup2(actions, out, 1);
            Processes.spawnDup2(actions, err, 2);
            // The JDK opens jars and others without O_CLOEXEC.
            Processes.spawnCloseFrom(actions, 3);
            int errno = Processes.posixSpawnp(pid, file, actions, attributes, arguments.memory(), settings.memory());
            Processes.spawnActionsDestroy(actions);
            if (errno != 0) {
                throw new NotStarted("'" + words.getFirst() + "' cannot be started: " + new Errno(errno));
            }
            return pid.intAt(0);
        }
    }

    public int pid() {
        return pid;
    }

    /// Where to write what the child reads; the caller closes it.
    public int input() {
        return input;
    }

    /// Where to read what the child writes; the caller closes it.
    public int output() {
        return output;
    }

    /// Where to read what the child writes to its standard error; the caller closes it.
    public int errors() {
        return errors;
    }

    /// Whether it has ended; its status is taken then, so that no zombie stays.
    public synchronized boolean hasEnded() {
        if (!taken) {
            wait(WNOHANG);
        }
        return taken;
    }

    /// Kills its process group, waits for its end and takes its status.
    public synchronized void kill() {
        // The number is its own for as long as the status is not taken.
        if (!taken) {
            Processes.kill(-pid, SIGKILL);
            Processes.kill(pid, SIGKILL);
            wait(0);
        }
    }

    private void wait(int options) {
        try (Memory memory = Memory.confined(Integer.BYTES)) {
            if (Processes.waitpid(pid, memory, options) == pid) {
                taken = true;
                status = memory.intAt(0);
            }
        }
    }

    /// Kills a process that is not our child.
    public static void killStray(int pid) {
        Processes.kill(pid, SIGKILL);
    }

    /// How it ended: `ended with status 3`, `was killed by signal 11`; `is still running` before.
    public synchronized String ending() {
        if (!taken) {
            return "is still running";
        }
        int signal = status & 0x7f;
        return signal == 0 ? "ended with status " + (status >> 8 & 0xff) : "was killed by signal " + signal;
    }
}
