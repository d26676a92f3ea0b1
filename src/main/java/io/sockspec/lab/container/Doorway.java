package io.sockspec.lab.container;

import io.sockspec.lab.LabFailure;
import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.libc.PollSet;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A listening Unix socket in a folder of its own, which is mounted into one container. Both files
/// are deleted as soon as the container has connected.
final class Doorway implements AutoCloseable {
    static final String SOCKET = "socket";

    private static final int AF_UNIX = 1;
    private static final int SOCK_SEQPACKET_CLOEXEC = 5 | 0x80000;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int PATH_BYTES = 108;

    private final Path folder;
    private final int fd;

    private Doorway(Path folder, int fd) {
        this.folder = folder;
        this.fd = fd;
    }

    /// @param owner the beginning of the folder's name
    static Doorway open(String owner) {
        try {
            // Only its owner may enter it, and the container, whose root may enter everything.
            Path folder = Files.createTempDirectory(owner + "-");
            int fd = check(Libc.socket(AF_UNIX, SOCK_SEQPACKET_CLOEXEC, 0), "open a Unix socket");
            Doorway doorway = new Doorway(folder, fd);
            doorway.listen();
            return doorway;
        } catch (IOException e) {
            throw new LabFailure("no folder for a host's socket can be made: " + e.getMessage());
        }
    }

    private void listen() {
        byte[] path = Bytes.text(folder.resolve(SOCKET).toString()).toArray();
        if (path.length >= PATH_BYTES) {
            close();
            throw new LabFailure("the folder for temporary files has a name too long for a Unix socket: " + folder);
        }
        try (Memory address =
                Memory.confined(2 + PATH_BYTES).putShort(0, AF_UNIX).put(2, path)) {
            check(Libc.bind(fd, address, address.size()), "bind a Unix socket in " + folder);
            check(Libc.listen(fd, 1), "listen on a Unix socket");
        } catch (LabFailure problem) {
            close();
            throw problem;
        }
    }

    /// The folder to mount.
    Path folder() {
        return folder;
    }

    /// The connection of the container, the caller's to close.
    ///
    /// @throws LabFailure when none comes in time
    int accept(Duration patience) {
        if (new PollSet(fd).await((int) patience.toMillis()) <= 0) {
            throw new LabFailure("no container has connected within " + patience.toSeconds() + " s");
        }
        try (Memory address = Memory.confined(128);
                Memory length = Memory.confined(4).putInt(0, 128)) {
            return check(Libc.accept4(fd, address, length, SOCK_CLOEXEC), "accept a container's connection");
        }
    }

    private static int check(int result, String what) {
        if (result < 0) {
            throw new LabFailure("cannot " + what + ": " + new Errno(-result));
        }
        return result;
    }

    @Override
    public void close() {
        Libc.close(fd);
        delete(folder);
    }

    static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(SOCKET));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
