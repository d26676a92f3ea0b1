package io.sockspec.lab.namespace;

import io.sockspec.lab.LabFailure;
import io.sockspec.lab.NoSuchSetting;
import io.sockspec.lab.NotPermitted;
import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;

/// Files under /proc, read and written for the namespace that the calling thread is in.
///
/// Each file is read by read(2): the JDK's `Files.readString` asks for the size first, learns 0,
/// and then gets one
/// character out of a file of /proc/sys.
public final class Sysctl {
    private static final int O_WRONLY = 1;
    private static final int O_CLOEXEC = 0x80000;
    private static final int READ_BYTES = 32 * 1024;
    private static final Errno ENOENT = Errno.named("ENOENT");

    private Sysctl() {}

    static String read(String name) {
        int fd = open(name, 0);
        try {
            return drain(fd, name).stripTrailing();
        } finally {
            Libc.close(fd);
        }
    }

    static void write(String name, String value) {
        int fd = open(name, O_WRONLY);
        try (Memory text = Memory.of(Bytes.text(value + "\n"))) {
            long written = Libc.write(fd, text, text.size());
            if (written < 0) {
                throw new NotPermitted("%s cannot be set to %s here: %s".formatted(name, value, errno(written)));
            }
        } finally {
            Libc.close(fd);
        }
    }

    static boolean exists(String name) {
        return java.nio.file.Files.exists(java.nio.file.Path.of(path(name)));
    }

    /// The whole text of a file that lists something, such as `/proc/thread-self/net/tcp`; empty
    /// when there is none.
    static String table(String path) {
        int fd = Libc.open(path, O_CLOEXEC, 0);
        if (fd < 0) {
            return "";
        }
        try {
            return drain(fd, path);
        } finally {
            Libc.close(fd);
        }
    }

    private static int open(String name, int access) {
        int fd = Libc.open(path(name), access | O_CLOEXEC, 0);
        if (fd >= 0) {
            return fd;
        }
        if (errno(fd).equals(ENOENT)) {
            throw new NoSuchSetting("this kernel has no setting " + name + " that a host has for itself");
        }
        String act = access == O_WRONLY ? "changed" : "read";
        throw new NotPermitted("%s may not be %s here: %s".formatted(name, act, errno(fd)));
    }

    /// The file of a setting.
    ///
    /// @throws IllegalArgumentException when it is not one that a host has for itself
    public static String path(String name) {
        if (!name.matches("net\\.[a-zA-Z0-9_.-]+") || name.contains("..")) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a setting of a host; they are named like net.ipv4.ip_default_ttl");
        }
        return "/proc/sys/" + name.replace('.', '/');
    }

    private static String drain(int fd, String what) {
        StringBuilder text = new StringBuilder();
        try (Memory buffer = Memory.confined(READ_BYTES)) {
            long length;
            while ((length = Libc.read(fd, buffer, READ_BYTES)) > 0) {
                text.append(Bytes.copyOf(buffer.bytesAt(0, (int) length)).asText());
            }
            if (length < 0) {
                throw new LabFailure("cannot read " + what + ": " + errno(length));
            }
        }
        return text.toString();
    }

    private static Errno errno(long result) {
        return new Errno((int) -result);
    }
}
