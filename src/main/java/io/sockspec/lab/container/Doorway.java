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
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;

/// A listening Unix socket in a folder of its own, which is mounted into one container. Both files
/// are deleted as soon as the container has connected; until then a [Caretaker] knows of them.
final class Doorway implements AutoCloseable {
    static final String SOCKET = "socket";

    private static final int AF_UNIX = 1;
    private static final int SOCK_SEQPACKET_CLOEXEC = 5 | 0x80000;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int PATH_BYTES = 108;
    /// Only its owner may enter it, and the container, whose root may enter everything.
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final int fd;

    private Doorway(Path folder, int fd) {
        this.folder = folder;
        this.fd = fd;
    }

    /// @param folder made here, and deleted with this
    static Doorway open(Path folder) {
        int fd = check(Libc.socket(AF_UNIX, SOCK_SEQPACKET_CLOEXEC, 0), "open a Unix socket");
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWN));
        } catch (IOException e) {
            Libc.close(fd);
            throw new LabFailure("no folder for a host's socket can be made: " + e.getMessage());
        }
        Doorway doorway = new Doorway(folder, fd);
        doorway.listen();
        return doorway;
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

    /// Whether a container has connected, before the time is over.
    boolean isEntered(Duration patience) {
        return new PollSet(fd).await((int) patience.toMillis()) > 0;
    }

    /// The connection of the container that has connected, the caller's to close.
    int accept() {
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
