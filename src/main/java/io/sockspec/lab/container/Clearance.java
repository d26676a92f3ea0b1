package io.sockspec.lab.container;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The program that a [Caretaker] becomes: clears away one container and its folder. It needs
/// nothing but the JDK, so that it is fast.
final class Clearance {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_NANOS = 50_000_000;
    private static final int CREATED = 201;

    private final Path engine;
    private final String container;
    private final String image;

    private Clearance(Path engine, String container, String image) {
        this.engine = engine;
        this.container = container;
        this.image = image;
    }

    /// @param arguments the engine's socket, the folder, and the image
    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[1]);
        Doorway.delete(folder);
        Clearance clearance =
                new Clearance(Path.of(arguments[0]), folder.getFileName().toString(), arguments[2]);
        // An engine that hangs would keep this process.
        Thread.ofPlatform().daemon().start(clearance::remove).join(PATIENCE);
    }

    /// What the suite asked for last may still be under way. The engine keeps a name from the
    /// beginning of a request to the end of its container: once it grants it to us, nothing is
    /// under way any more.
    private void remove() {
        try {
            delete();
            while (ask("POST", "/containers/create?name=" + container, "{\"Image\": \"" + image + "\"}") != CREATED) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                delete();
            }
            delete();
        } catch (IOException gone) {
            // So is the engine, and what it would have made.
        }
    }

    private void delete() throws IOException {
        ask("DELETE", "/containers/" + container + "?force=true", "");
    }

    /// The status of the answer, which has come in full then.
    private int ask(String method, String path, String body) throws IOException {
        String request = method + " " + path + " HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(engine));
            ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return status(Channels.newInputStream(channel));
        }
    }

    private static int status(InputStream answer) throws IOException {
        String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        String[] words = text.split(" ", 3);
        return words.length == 3 ? Integer.parseInt(words[1]) : 0;
    }
}
