package io.sockspec.lab.container;

import io.sockspec.lab.Door;
import io.sockspec.lab.LabFailure;
import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.function.Supplier;

/// A port of this machine's loopback address. What connects to it is joined to a connection that
/// process 1 of the container made to the port behind it, and passed here.
final class ContainerDoor implements Door {
    private static final int ROOM = 1 << 14;
    private static final int SHUT_WR = 1;
    private static final int SHUT_RDWR = 2;

    private final Control control;
    private final int port;
    private final ServerSocket server;

    private ContainerDoor(Control control, int port, ServerSocket server) {
        this.control = control;
        this.port = port;
        this.server = server;
    }

    /// @throws LabFailure when this machine has no port for it
    static ContainerDoor open(Control control, int port) {
        try {
            ServerSocket server = new ServerSocket(0, 0, InetAddress.ofLiteral("127.0.0.1"));
            ContainerDoor door = new ContainerDoor(control, port, server);
            start(door::receive);
            return door;
        } catch (IOException e) {
            throw new LabFailure("no way to port " + port + " of " + control + " can be opened: " + e.getMessage());
        }
    }

    private static void start(Runnable work) {
        Thread.ofPlatform().daemon().name("sockspec-door").start(work);
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    private Control.Answer connect() {
        return control.ask("connect", String.valueOf(port));
    }

    @Override
    public boolean isAnswered() {
        Control.Answer answer = connect();
        answer.fds().forEach(Libc::close);
        return answer.succeeded();
    }

    @Override
    public <T> T through(Supplier<T> call) {
        return call.get();
    }

    private void receive() {
        while (!server.isClosed()) {
            try {
                Socket visitor = server.accept();
                start(() -> join(visitor));
            } catch (IOException closed) {
                // The only way for it to end.
                return;
            }
        }
    }

    /// One thread for each direction; the descriptor is closed when both have ended.
    private void join(Socket visitor) {
        try (visitor) {
            Control.Answer answer = connect();
            if (!answer.succeeded()) {
                return;
            }
            int fd = control.descriptor(answer, "connect to port " + port);
            Thread outward = Thread.ofPlatform().daemon().name("sockspec-door").start(() -> copyOut(fd, visitor));
            copyIn(visitor, fd);
            outward.join();
            Libc.close(fd);
        } catch (IOException | LabFailure gone) {
            // The visitor sees its connection end.
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private static void copyIn(Socket visitor, int fd) {
        byte[] buffer = new byte[ROOM];
        try {
            int length;
            while ((length = visitor.getInputStream().read(buffer)) > 0) {
                write(fd, Arrays.copyOf(buffer, length));
            }
            Libc.shutdown(fd, SHUT_WR);
        } catch (IOException gone) {
            Libc.shutdown(fd, SHUT_RDWR);
        }
    }

    private static void write(int fd, byte[] bytes) throws IOException {
        try (Memory memory = Memory.of(Bytes.copyOf(bytes))) {
            // A blocking socket takes all of it, or fails.
            if (Libc.send(fd, memory, bytes.length, Control.MSG_NOSIGNAL) != bytes.length) {
                throw new IOException("the connection has ended");
            }
        }
    }

    private static void copyOut(int fd, Socket visitor) {
        try (Memory buffer = Memory.confined(ROOM)) {
            long length;
            while ((length = Libc.read(fd, buffer, ROOM)) > 0) {
                visitor.getOutputStream().write(buffer.bytesAt(0, (int) length));
            }
            visitor.shutdownOutput();
        } catch (IOException gone) {
            Libc.shutdown(fd, SHUT_RDWR);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new LabFailure("the way to port " + port + " cannot be closed: " + e.getMessage());
        }
    }
}
