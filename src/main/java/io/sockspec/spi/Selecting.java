package io.sockspec.spi;

import io.sockspec.socket.Fd;
import io.sockspec.socket.Outcome;
import java.time.Duration;
import java.util.Set;

/// The group of [Capability#SELECT].
///
/// @spec POSIX.1-2024 pselect(), select()
public interface Selecting {
    /// Three sets of descriptors: readable, writable, exceptional.
    record Sets(Set<Fd> read, Set<Fd> write, Set<Fd> except) {
        public Sets {
            read = Set.copyOf(read);
            write = Set.copyOf(write);
            except = Set.copyOf(except);
        }

        /// The set bits of all three sets together: what select() returns.
        public int count() {
            return read.size() + write.size() + except.size();
        }
    }

    /// What select() returned and left in its sets.
    record Selected(int count, Sets sets) {}

    /// Waits at most `limit`, in microseconds' resolution; zero asks without waiting.
    Outcome<Selected> select(Sets asked, Duration limit);
}
