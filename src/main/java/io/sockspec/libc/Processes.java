package io.sockspec.libc;

/// The functions of the C library that start and end processes, as in [Libc].
final class Processes {
    /// What a process being started must not overlap with.
    static final Gate GATE = new Gate();

    private static final Downcall KILL = new Downcall("kill");
    private static final Downcall WAITPID = new Downcall("waitpid");
    private static final Downcall POSIX_SPAWNP = new Downcall("posix_spawnp");
    private static final Downcall SPAWN_ACTIONS = new Downcall("posix_spawn_file_actions_init");
    private static final Downcall SPAWN_DUP2 = new Downcall("posix_spawn_file_actions_adddup2");
    private static final Downcall SPAWN_CLOSE_FROM = new Downcall("posix_spawn_file_actions_addclosefrom_np");
    private static final Downcall SPAWN_ACTIONS_DESTROY = new Downcall("posix_spawn_file_actions_destroy");
    private static final Downcall SPAWN_ATTRIBUTES = new Downcall("posix_spawnattr_init");
    private static final Downcall SPAWN_FLAGS = new Downcall("posix_spawnattr_setflags");
    private static final Downcall SPAWN_DEFAULTS = new Downcall("posix_spawnattr_setsigdefault");

    private Processes() {}

    /// A negative `process` means a whole process group.
    static int kill(int process, int signal) {
        return KILL.word(process, signal);
    }

    /// Answers the process whose status was taken, 0 with WNOHANG when there is none yet.
    static int waitpid(int process, Memory status, int options) {
        return WAITPID.word(process, status.address(), options);
    }

    /// Answers 0 or an errno, which is not negated, as the function itself does. `attributes` and
    /// `actions` are filled by the methods below.
    static int posixSpawnp(
            Memory pid, Memory file, Memory actions, Memory attributes, Memory arguments, Memory environment) {
        GATE.beginStart();
        try {
            return (int) POSIX_SPAWNP.raw(
                    pid.address(),
                    file.address(),
                    actions.address(),
                    attributes.address(),
                    arguments.address(),
                    environment.address());
        } finally {
            GATE.endStart();
        }
    }

    static void spawnActions(Memory actions) {
        SPAWN_ACTIONS.word(actions.address());
    }

    static void spawnDup2(Memory actions, int from, int to) {
        SPAWN_DUP2.word(actions.address(), from, to);
    }

    /// Closes every descriptor from a number on.
    static void spawnCloseFrom(Memory actions, int from) {
        SPAWN_CLOSE_FROM.word(actions.address(), from);
    }

    static void spawnActionsDestroy(Memory actions) {
        SPAWN_ACTIONS_DESTROY.word(actions.address());
    }

    static void spawnAttributes(Memory attributes, int flags, Memory signalsToDefault) {
        SPAWN_ATTRIBUTES.word(attributes.address());
        SPAWN_FLAGS.word(attributes.address(), flags);
        SPAWN_DEFAULTS.word(attributes.address(), signalsToDefault.address());
    }
}
