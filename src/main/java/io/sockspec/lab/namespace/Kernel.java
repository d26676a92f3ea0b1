package io.sockspec.lab.namespace;

import io.sockspec.lab.Door;
import io.sockspec.lab.InterfacePlan;
import io.sockspec.lab.NoSuchSetting;
import io.sockspec.socket.Bytes;
import io.sockspec.spi.Program;
import io.sockspec.wire.Port;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What a host's network namespace is asked and told, from wherever it can be reached: the kernel
/// is the same for a host of this process and for one in a container.
public interface Kernel extends AutoCloseable {
    /// Runs a call inside, on the calling thread.
    ///
    /// @throws UnsupportedOperationException when no thread of this process can go there
    <T> T in(Supplier<T> call);

    /// Starts a program of the host's own file system inside; empty where it has none.
    Optional<Program> start(List<String> words);

    /// Opens a way to a TCP port of the host's loopback address.
    Door door(int port);

    /// Makes an interface, still down, and answers the wire's end of it, the caller's to close.
    Port port(String host, InterfacePlan plan);

    /// The number of an interface.
    int index(String interfaceName);

    /// The value of a setting, without the trailing newline.
    String read(String setting);

    void write(String setting, String value);

    /// Makes a setting that older kernels, and those built without IPv6, do not have.
    default void writeIfKnown(String setting, String value) {
        try {
            write(setting, value);
        } catch (NoSuchSetting absent) {
            // Then there is nothing to set.
        }
    }

    /// The whole text of a file such as `tcp` in /proc/net; empty when there is none.
    String table(String file);

    /// Has rtnetlink messages done, each of which asks for an acknowledgment.
    ///
    /// @throws io.sockspec.lab.LabFailure for the first that the kernel refuses
    void route(NetlinkBatch messages);

    /// Sends a dump request of sock_diag and hands over each answer, header included.
    void dumpSockets(NetlinkBatch request, Consumer<Bytes> answer);

    /// Sends messages of sock_diag that ask for no acknowledgment.
    void tellSockets(NetlinkBatch messages);

    /// Begins to watch for IPv6 addresses.
    AddressWatch watch();

    /// Gives the namespace back.
    @Override
    void close();
}
