package io.sockspec.lab.namespace;

import io.sockspec.lab.Door;
import io.sockspec.lab.InterfacePlan;
import io.sockspec.lab.LabFailure;
import io.sockspec.socket.Bytes;
import io.sockspec.spi.Program;
import io.sockspec.wire.Port;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The kernel of a host that is a namespace of this process: the calling thread goes there and
/// asks.
final class LocalKernel implements Kernel {
    private final Namespace namespace;
    private final PortMaker maker;

    LocalKernel(Namespace namespace, PortMaker maker) {
        this.namespace = namespace;
        this.maker = maker;
    }

    @Override
    public <T> T in(Supplier<T> call) {
        return namespace.in(call);
    }

    private void inside(Runnable action) {
        in(() -> {
            action.run();
            return this;
        });
    }

    private interface Conversation<T> {
        T with(Netlink netlink);
    }

    private <T> T ask(int protocol, Conversation<T> conversation) {
        return in(() -> {
            try (Netlink netlink = Netlink.open(protocol)) {
                return conversation.with(netlink);
            }
        });
    }

    private void tell(int protocol, Consumer<Netlink> conversation) {
        ask(protocol, netlink -> {
            conversation.accept(netlink);
            return this;
        });
    }

    /// Programs are those of this machine, which anybody can start inside.
    @Override
    public Optional<Program> start(List<String> words) {
        return Optional.empty();
    }

    @Override
    public Door door(int port) {
        return new LocalDoor(this, new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    }

    /// The calling thread goes inside.
    private record LocalDoor(Kernel kernel, InetSocketAddress address) implements Door {
        @Override
        public boolean isAnswered() {
            return kernel.in(this::connects);
        }

        private boolean connects() {
            try (Socket socket = new Socket()) {
                socket.connect(address);
                return true;
            } catch (ConnectException refused) {
                return false;
            } catch (IOException e) {
                throw new LabFailure("port " + address.getPort() + " of a host cannot be tried: " + e.getMessage());
            }
        }

        @Override
        public <T> T through(Supplier<T> call) {
            return kernel.in(call);
        }

        @Override
        public void close() {}
    }

    @Override
    public Port port(String host, InterfacePlan plan) {
        return ask(Netlink.ROUTE, netlink -> maker.make(netlink, host, plan));
    }

    @Override
    public int index(String interfaceName) {
        return ask(Netlink.ROUTE, netlink -> Interfaces.index(netlink.fd(), interfaceName));
    }

    @Override
    public String read(String setting) {
        return in(() -> Sysctl.read(setting));
    }

    @Override
    public void write(String setting, String value) {
        inside(() -> Sysctl.write(setting, value));
    }

    @Override
    public String table(String file) {
        return in(() -> Sysctl.table("/proc/thread-self/net/" + file));
    }

    @Override
    public void route(NetlinkBatch messages) {
        tell(Netlink.ROUTE, netlink -> netlink.run(messages));
    }

    @Override
    public void dumpSockets(NetlinkBatch request, Consumer<Bytes> answer) {
        tell(Netlink.SOCK_DIAG, netlink -> netlink.dump(request, answer));
    }

    @Override
    public void tellSockets(NetlinkBatch messages) {
        tell(Netlink.SOCK_DIAG, netlink -> netlink.send(messages));
    }

    @Override
    public AddressWatch watch() {
        return in(AddressWatch::open);
    }

    @Override
    public void close() {
        namespace.close();
    }
}
