package io.sockspec.libc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildTest {
    /// Whatever this process opened without O_CLOEXEC would stay open as long as the child runs.
    @Test
    void aChildHasNoDescriptorButItsStandardStreams() throws Child.NotStarted {
        int open = Libc.open("/dev/null", 0, 0);
        assertThat(open).isGreaterThan(2);
        Child child = Child.start(List.of("sh", "-c", "echo /proc/$$/fd/*"), Map.of("PATH", "/usr/bin:/bin"));
        String pid = String.valueOf(child.pid());
        String said = read(child.output());
        child.kill();
        List.of(open, child.input(), child.output(), child.errors()).forEach(Libc::close);
        assertThat(said.replace(pid, "self").split("\\s+", -1))
                .contains("/proc/self/fd/0", "/proc/self/fd/1", "/proc/self/fd/2")
                .doesNotContain("/proc/self/fd/" + open);
    }

    private static String read(int fd) {
        StringBuilder text = new StringBuilder();
        try (Memory buffer = Memory.confined(4096)) {
            for (long count = Libc.read(fd, buffer, 4096); count > 0; count = Libc.read(fd, buffer, 4096)) {
                text.append(new String(buffer.bytesAt(0, (int) count), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
