package io.sockspec.host;

import io.sockspec.libc.Libc;

/// The two signals that interrupt a started call; their handlers do nothing.
///
/// Real-time signals: neither the C library nor the JVM uses them, and a process gets them from
/// nobody else.
///
/// @spec signal(7), section "Interruption of system calls and library functions by signal handlers"
enum CallSignal {
    /// Its handler is installed without SA_RESTART: the call fails with EINTR.
    INTERRUPTING(40, false),
    /// Its handler is installed with SA_RESTART: the call goes on where signal(7) says so.
    RESTARTING(41, true);

    private static final int PROCESS = Libc.getpid();

    private final int number;

    CallSignal(int number, boolean restart) {
        this.number = number;
        int result = Libc.catchSignal(number, restart);
        if (result < 0) {
            throw new IllegalStateException("signal " + number + " cannot be caught: errno " + -result);
        }
    }

    int number() {
        return number;
    }

    /// Sends the signal to one thread of this process, which must not have ended.
    void send(int tid) {
        Libc.tgkill(PROCESS, tid, number);
    }
}
