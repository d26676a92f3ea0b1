package io.sockspec.host;

import static io.sockspec.host.Here.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.libc.Libc;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Fd;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome.Failed;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.Type;
import io.sockspec.spi.Descriptors;
import io.sockspec.spi.Descriptors.Lock;
import io.sockspec.spi.Selecting;
import io.sockspec.spi.Selecting.Selected;
import io.sockspec.spi.Selecting.Sets;
import io.sockspec.spi.Sockets.Pair;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostDescriptorsTest {
    private final HostSockets sockets = new HostSockets(new Here("here"));
    private final Descriptors files = sockets.group(Descriptors.class).orElseThrow();
    private final Selecting selecting = sockets.group(Selecting.class).orElseThrow();

    @AfterEach
    void close() {
        sockets.close();
    }

    @Test
    void aFileKeepsWhatIsWritten() {
        Fd file = value(files.file());
        assertThat(value(files.write(file, Bytes.text("hello")))).isEqualTo(5);
        assertThat(value(files.read(file, 9))).isEqualTo(Bytes.EMPTY);
        assertThat(value(files.seek(file, 1))).isEqualTo(1);
        assertThat(value(files.read(file, 9))).isEqualTo(Bytes.text("ello"));
        assertThat(value(files.seek(file, 1L << 40))).isEqualTo(1L << 40);
        assertThat(value(files.offset(file))).isEqualTo(1L << 40);
        assertThat(files.seek(file, -1)).isEqualTo(new Failed<>(Errno.named("EINVAL")));
    }

    @Test
    void aReopenedFileHasAnOffsetAndLocksOfItsOwn() {
        Fd file = value(files.file());
        value(files.write(file, Bytes.text("hello")));
        Fd again = value(files.reopen(file));
        assertThat(value(files.offset(again))).isZero();
        assertThat(value(files.read(again, 9))).isEqualTo(Bytes.text("hello"));
        value(files.write(again, Bytes.text("!")));
        assertThat(value(files.offset(file))).isEqualTo(5);
        assertThat(value(files.read(file, 9))).isEqualTo(Bytes.text("!"));
        value(files.flock(file, Lock.LOCK_EX_NB));
        assertThat(files.flock(again, Lock.LOCK_EX_NB)).isEqualTo(new Failed<>(Errno.EAGAIN));
        assertThat(files.flock(again, Lock.LOCK_SH_NB)).isEqualTo(new Failed<>(Errno.EAGAIN));
        value(files.flock(file, Lock.LOCK_UN));
        value(files.flock(again, Lock.LOCK_SH_NB));
        value(files.flock(file, Lock.LOCK_SH_NB));
    }

    @Test
    void aPipeIsReadAtItsFirstEnd() {
        Pair pipe = value(files.pipe());
        value(files.write(pipe.second(), Bytes.text("x")));
        assertThat(value(files.read(pipe.first(), 9))).isEqualTo(Bytes.text("x"));
        assertThat(files.write(pipe.first(), Bytes.text("x"))).isEqualTo(new Failed<>(Errno.named("EBADF")));
        assertThat(files.offset(pipe.first())).isEqualTo(new Failed<>(Errno.named("ESPIPE")));
        value(sockets.close(pipe.first()));
        assertThat(files.write(pipe.second(), Bytes.text("x"))).isEqualTo(new Failed<>(Errno.named("EPIPE")));
        assertThat(sockets.recv(pipe.second(), 1, MsgFlags.NONE)).isEqualTo(new Failed<>(Errno.named("ENOTSOCK")));
    }

    @Test
    void selectLeavesWhatIsReady() {
        Pair idle = value(sockets.socketpair(Domain.AF_UNIX, Type.SOCK_STREAM, Protocol.DEFAULT));
        Pair busy = value(sockets.socketpair(Domain.AF_UNIX, Type.SOCK_STREAM, Protocol.DEFAULT));
        value(sockets.send(busy.first(), Bytes.text("x"), MsgFlags.NONE));
        Sets asked = new Sets(
                Set.of(idle.first(), busy.second()), Set.of(busy.second()), Set.of(idle.first(), busy.second()));
        Selected selected = value(selecting.select(asked, Duration.ofSeconds(5)));
        assertThat(selected)
                .isEqualTo(new Selected(2, new Sets(Set.of(busy.second()), Set.of(busy.second()), Set.of())));
        Sets quiet = new Sets(Set.of(idle.first()), Set.of(), Set.of());
        assertThat(value(selecting.select(quiet, Duration.ofNanos(1_000_001))))
                .isEqualTo(new Selected(0, new Sets(Set.of(), Set.of(), Set.of())));
        assertThat(selecting.select(quiet, Duration.ofSeconds(-1))).isEqualTo(new Failed<>(Errno.named("EINVAL")));
    }

    @Test
    void aSetEndsAt1023() {
        Pair pair = value(sockets.socketpair(Domain.AF_UNIX, Type.SOCK_STREAM, Protocol.DEFAULT));
        value(sockets.send(pair.first(), Bytes.text("x"), MsgFlags.NONE));
        int fDupFd = 0;
        Fd last = new Fd(Libc.fcntl(pair.second().number(), fDupFd, 1023));
        assertThat(last).isEqualTo(new Fd(1023));
        Sets asked = new Sets(Set.of(last, pair.second()), Set.of(), Set.of());
        assertThat(value(selecting.select(asked, Duration.ZERO))).isEqualTo(new Selected(2, asked));
        Libc.close(last.number());
        Sets beyond = new Sets(Set.of(), Set.of(), Set.of(new Fd(1024)));
        assertThatThrownBy(() -> selecting.select(beyond, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("descriptor 1024 does not fit");
    }
}
