package io.sockspec.lab.namespace;

import io.sockspec.lab.LabFailure;
import io.sockspec.libc.Libc;
import io.sockspec.socket.Errno;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A network namespace, kept alive by the descriptor it is held by.
///
/// Threads inherit the namespace of the thread that starts them, so nothing may be started inside.
final class Namespace implements AutoCloseable {
    private static final int CLONE_NEWNET = 0x40000000;
    private static final int O_CLOEXEC = 0x80000;

    /// Where the calling thread is; null is at home, the namespace of the process.
    private static final ThreadLocal<@Nullable Namespace> CURRENT = new ThreadLocal<>();

    private final int fd;
    private boolean closed;

    private Namespace(int fd) {
        this.fd = fd;
    }

    /// The namespace of the process, opened once: that of its main thread, wherever the caller is.
    private static final class Home {
        static final Namespace NAMESPACE = new Namespace(open("/proc/self/ns/net"));
    }

    /// A fresh namespace in which everything is as the kernel makes it; the caller stays where it
    /// was.
    static Namespace create() {
        requirePlatformThread();
        Namespace back = here();
        check(Libc.unshare(CLONE_NEWNET), "make a network namespace");
        try {
            return new Namespace(open("/proc/thread-self/ns/net"));
        } finally {
            back.enter();
        }
    }

    int fd() {
        return fd;
    }

    <T> T in(Supplier<T> call) {
        requirePlatformThread();
        @Nullable Namespace before = CURRENT.get();
        if (before == this) {
            return call.get();
        }
        Namespace back = here();
        enter();
        CURRENT.set(this);
        try {
            return call.get();
        } finally {
            CURRENT.set(before);
            back.enterAgain();
        }
    }

    private static Namespace here() {
        @Nullable Namespace current = CURRENT.get();
        return current == null ? Home.NAMESPACE : current;
    }

    /// The lock keeps the number from being closed, and given to another file, between the check
    /// and the call.
    private synchronized void enter() {
        if (closed) {
            throw new IllegalStateException("the lab of this host is closed");
        }
        check(Libc.setns(fd, CLONE_NEWNET), "enter a network namespace");
    }

    /// Goes back to an outer host, or home when another thread has closed the outer host's lab
    /// meanwhile.
    private void enterAgain() {
        try {
            enter();
        } catch (IllegalStateException gone) {
            Home.NAMESPACE.enter();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Libc.close(fd);
        }
    }

    private static int open(String path) {
        return check(Libc.open(path, O_CLOEXEC, 0), "open " + path);
    }

    private static void requirePlatformThread() {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException(
                    "a virtual thread cannot enter a host: it would take its carrier thread, and others, along");
        }
    }

    /// For calls that start threads, which would inherit the namespace of the host the caller is
    /// in.
    static void requireHome() {
        requirePlatformThread();
        if (CURRENT.get() != null) {
            throw new IllegalStateException("a lab cannot be opened or closed from within a host");
        }
    }

    /// @return the result when it is no error
    static int check(long result, String what) {
        if (result < 0) {
            throw new LabFailure("cannot " + what + ": " + new Errno((int) -result));
        }
        return (int) result;
    }
}
