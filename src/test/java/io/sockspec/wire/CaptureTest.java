package io.sockspec.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.socket.Bytes;
import io.sockspec.wire.PcapngReader.Captured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureTest {
    private static final long NANOS = 1_780_000_000_123_456_789L;

    @TempDir
    private Path folder;

    private static Frame frame(long number, String port, Bytes data, Fate... fates) {
        return new Frame(number, NANOS + number, "client", port, "lan", "server", data, data.length(), List.of(fates));
    }

    private static final List<Frame> FRAMES = List.of(
            frame(1, "client", Frames.tcp("SYN", 1000, 0, ""), new Fate.Lost("lost by the wire (1 of 1)")),
            frame(2, "client", Frames.tcp("SYN", 1000, 0, "")),
            frame(3, "server", Frames.udp("odd")),
            frame(
                    4,
                    "client.eth1",
                    Frames.IGMP_V3_JOIN,
                    new Fate.Delayed(Duration.ofMillis(5), "delayed"),
                    new Fate.Duplicated("duplicated – twice")));

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void anIndependentReaderFindsEverything() throws Exception {
        Path file = folder.resolve("new folder/wire.pcapng");
        Capture.write(file, FRAMES);

        assertThat(PcapngReader.read(file))
                .containsExactly(
                        new Captured("client", NANOS + 1, FRAMES.get(0).data(), 54, "lost by the wire (1 of 1)"),
                        new Captured("client", NANOS + 2, FRAMES.get(1).data(), 54, ""),
                        new Captured("server", NANOS + 3, FRAMES.get(2).data(), 45, ""),
                        new Captured(
                                "client.eth1", NANOS + 4, FRAMES.get(3).data(), 54, "delayed, duplicated – twice"));
    }

    @Test
    void aFrameThatWasCutKeepsItsLength() throws Exception {
        Bytes whole = Frames.udp("x".repeat(1000));
        Frame cut = frame(1, "client", whole).cutTo(Log.KEPT_BYTES);
        Path file = folder.resolve("wire.pcapng");
        Capture.write(file, List.of(cut));

        assertThat(PcapngReader.read(file))
                .containsExactly(new Captured("client", NANOS + 1, whole.slice(0, 128), 1042, ""));
    }

    @Test
    void anEmptyCaptureIsAFileToo() throws Exception {
        Path file = folder.resolve("wire.pcapng");
        Capture.write(file, List.of());

        assertThat(PcapngReader.read(file)).isEmpty();
    }

    @Test
    void replacesAnOlderCaptureAndLeavesNothingElse() throws Exception {
        Path file = folder.resolve("wire.pcapng");
        Files.writeString(file, "old");
        Capture.write(file, FRAMES);

        assertThat(PcapngReader.read(file)).hasSize(4);
        assertThat(files()).containsExactly("wire.pcapng");
    }

    @Test
    void saysWhyItCouldNotBeWritten() throws Exception {
        Path inTheWay = folder.resolve("file");
        Files.writeString(inTheWay, "in the way");

        assertThatThrownBy(() -> Capture.write(inTheWay.resolve("wire.pcapng"), FRAMES))
                .isInstanceOf(CaptureFailed.class)
                .hasMessageStartingWith("the capture " + inTheWay.resolve("wire.pcapng") + " could not be written: ");
        assertThat(files()).containsExactly("file");
    }

    @Test
    void leavesNoPartWhenTheTargetIsAFolder() throws Exception {
        Path target = folder.resolve("wire.pcapng");
        Files.createDirectories(target.resolve("full"));

        assertThatThrownBy(() -> Capture.write(target, FRAMES)).isInstanceOf(CaptureFailed.class);
        assertThat(files()).containsExactly("wire.pcapng");
    }

    /// /dev/full answers every write as a full disk does.
    @Test
    void leavesNoPartOnAFullDisk() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "there is no /dev/full");
        Files.createSymbolicLink(folder.resolve("wire.pcapng.part"), full);

        assertThatThrownBy(() -> Capture.write(folder.resolve("wire.pcapng"), FRAMES))
                .isInstanceOf(CaptureFailed.class)
                .hasMessage("the capture " + folder.resolve("wire.pcapng")
                        + " could not be written: No space left on device");
        assertThat(files()).isEmpty();
    }

    @Test
    void tsharkReadsItWithoutAComplaint() throws Exception {
        Path file = folder.resolve("wire.pcapng");
        Capture.write(file, FRAMES);
        Process tshark = start(List.of(
                "tshark",
                "-r",
                file.toString(),
                "-T",
                "fields",
                "-E",
                "separator=|",
                "-e",
                "frame.interface_name",
                "-e",
                "frame.time_epoch",
                "-e",
                "frame.len",
                "-e",
                "frame.comment"));

        assertThat(tshark.inputReader(StandardCharsets.UTF_8).lines().toList())
                .containsExactly(
                        "client|1780000000.123456790|54|lost by the wire (1 of 1)",
                        "client|1780000000.123456791|54|",
                        "server|1780000000.123456792|45|",
                        "client.eth1|1780000000.123456793|54|delayed, duplicated – twice");
        assertThat(tshark.errorReader().lines().filter(line -> !line.contains("could be dangerous")))
                .isEmpty();
        assertThat(tshark.waitFor()).isZero();
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException absent) {
            return Assumptions.abort("tshark is not installed");
        }
    }
}
