package io.sockspec.host;

import static io.sockspec.host.Here.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Control;
import io.sockspec.socket.Control.Rights;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Message;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Failed;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.Received;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.Type;
import io.sockspec.spi.Descriptors;
import io.sockspec.spi.Sockets.Pair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlMessagesTest {
    private static final int ROOMY = 2048;

    private final HostSockets sockets = new HostSockets(new Here("here"));
    private final Descriptors files = sockets.group(Descriptors.class).orElseThrow();
    private final Pair pair = value(sockets.socketpair(Domain.AF_UNIX, Type.SOCK_DGRAM, Protocol.DEFAULT));
    private final Fd file = value(files.file());

    @AfterEach
    void close() {
        sockets.close();
    }

    private Outcome<Integer> send(Control... control) {
        return sockets.sendmsg(pair.first(), Message.of(Bytes.text("x"), control), MsgFlags.NONE);
    }

    private Received receive(int controlLengthBytes) {
        return value(sockets.recvmsg(pair.second(), 10, controlLengthBytes, MsgFlags.MSG_DONTWAIT));
    }

    private Rights rights(int count) {
        return new Rights(Collections.nCopies(count, file));
    }

    @Test
    void aReceivedDescriptorIsAnotherNumberForTheSameFile() {
        value(send(rights(1)));
        Received received = receive(24);
        assertThat(received.payload()).isEqualTo(Bytes.text("x"));
        assertThat(received.flags()).isEqualTo(MsgFlags.NONE);
        assertThat(received.controlLengthBytes()).isEqualTo(24);
        Fd copy = received.rights().getFirst();
        assertThat(copy).isNotEqualTo(file);
        value(files.write(copy, Bytes.text("abc")));
        assertThat(value(files.offset(file))).isEqualTo(3);
    }

    @Test
    void upTo253DescriptorsArePassedAtOnce() {
        for (int count : new int[] {1, 2, 253}) {
            value(send(rights(count)));
            Received received = receive(ROOMY);
            assertThat(received.rights()).hasSize(count).doesNotHaveDuplicates();
            assertThat(received.controlLengthBytes()).isEqualTo(ControlCodec.space(4 * count));
        }
        assertThat(send(rights(254))).isEqualTo(new Failed<>(Errno.named("EINVAL")));
    }

    @Test
    void severalMessagesOfRightsBecomeOne() {
        value(send(rights(1), rights(2)));
        assertThat(receive(ROOMY).control()).hasSize(1);
    }

    @Test
    void aBufferOf24BytesHasRoomForTwoDescriptors() {
        value(send(rights(2)));
        Received received = receive(24);
        assertThat(received.rights()).hasSize(2);
        assertThat(received.flags()).isEqualTo(MsgFlags.NONE);
    }

    @Test
    void aBufferOf20BytesHasRoomForOneDescriptor() {
        value(send(rights(1)));
        Received whole = receive(20);
        assertThat(whole.rights()).hasSize(1);
        assertThat(whole.flags()).isEqualTo(MsgFlags.NONE);
        assertThat(whole.controlLengthBytes()).isEqualTo(20);
        value(send(rights(2)));
        Received cut = receive(20);
        assertThat(cut.rights()).hasSize(1);
        assertThat(cut.flags()).isEqualTo(MsgFlags.MSG_CTRUNC);
    }

    @Test
    void withoutRoomTheDescriptorsAreDropped() {
        for (int room : new int[] {0, 15, 16, 19}) {
            value(send(rights(1)));
            Received received = receive(room);
            assertThat(received.rights()).isEmpty();
            assertThat(received.flags()).isEqualTo(MsgFlags.MSG_CTRUNC);
            assertThat(received.payload()).isEqualTo(Bytes.text("x"));
        }
    }

    @Test
    void closeOnExecIsSetOnlyWhenAskedFor() throws Exception {
        value(send(rights(1)));
        value(send(rights(1)));
        assertThat(closesOnExec(receive(24).rights().getFirst())).isFalse();
        Received asked = value(sockets.recvmsg(pair.second(), 10, 24, MsgFlags.parse("MSG_CMSG_CLOEXEC")));
        assertThat(closesOnExec(asked.rights().getFirst())).isTrue();
    }

    private static boolean closesOnExec(Fd fd) throws Exception {
        String flags = Files.readAllLines(Path.of("/proc/self/fdinfo/" + fd)).stream()
                .filter(line -> line.startsWith("flags:"))
                .findFirst()
                .orElseThrow();
        return (Integer.parseInt(flags.substring(6).strip(), 8) & Type.SOCK_CLOEXEC) != 0;
    }

    @Test
    void otherMessagesKeepTheirNumbersAndData() {
        int scmCredentials = 2;
        SocketOption<Integer> passCred = new SocketOption<>(1, 16, "SO_PASSCRED", Integer.class);
        value(sockets.setsockopt(pair.second(), passCred, 1));
        value(send(rights(1)));
        List<Control> control = receive(ROOMY).control();
        assertThat(control).hasSize(2);
        Control.Raw credentials = (Control.Raw) control.getFirst();
        assertThat(credentials.type()).isEqualTo(scmCredentials);
        assertThat(credentials.data().length()).isEqualTo(12);
        // What was received can be sent: process, user and group are this process's own.
        value(send(credentials, rights(2)));
        assertThat(receive(ROOMY).control().getFirst()).isEqualTo(credentials);
    }

    @Test
    void oneBadMemberSpoilsTheList() {
        Rights bad = new Rights(List.of(file, new Fd(Integer.MAX_VALUE)));
        assertThat(send(bad)).isEqualTo(new Failed<>(Errno.named("EBADF")));
        assertThat(sockets.recvmsg(pair.second(), 1, 24, MsgFlags.MSG_DONTWAIT)).isEqualTo(new Failed<>(Errno.EAGAIN));
    }
}
