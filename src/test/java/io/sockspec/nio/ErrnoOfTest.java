package io.sockspec.nio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sockspec.socket.Errno;
import java.io.IOException;
import java.net.BindException;
import java.net.PortUnreachableException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NotYetBoundException;
import org.junit.jupiter.api.Test;

class ErrnoOfTest {
    private static void means(Exception thrown, String errno) {
        assertThat(ErrnoOf.exception(thrown)).isEqualTo(Errno.named(errno));
    }

    @Test
    void theTextOfTheSystemIsReadBack() {
        means(new IOException("Broken pipe"), "EPIPE");
        means(new IOException("Connection reset"), "ECONNRESET");
        means(new BindException("Permission denied"), "EACCES");
        means(new IOException("No such device (setsockopt failed)"), "ENODEV");
        means(new IOException("Protocol not supported"), "EPROTONOSUPPORT");
    }

    @Test
    void whatNioFindsItselfHasAClass() {
        means(new PortUnreachableException(), "ECONNREFUSED");
        means(new AsynchronousCloseException(), "EBADF");
        means(new ConnectionPendingException(), "EALREADY");
        means(new NotYetBoundException(), "EINVAL");
    }

    @Test
    void nothingIsGuessed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ErrnoOf.exception(new BindException("Adresse déjà utilisée")))
                .withMessage("NIO threw java.net.BindException: Adresse déjà utilisée, which tells no errno");
        assertThatIllegalStateException().isThrownBy(() -> ErrnoOf.exception(new IOException()));
        assertThatIllegalStateException().isThrownBy(() -> ErrnoOf.exception(new ArithmeticException("by zero")));
    }
}
