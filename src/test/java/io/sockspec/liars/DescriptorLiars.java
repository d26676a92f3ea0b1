package io.sockspec.liars;

import static io.sockspec.liars.Bend.answer;
import static io.sockspec.liars.Bend.done;
import static io.sockspec.liars.Bend.fail;

import io.sockspec.socket.Control;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Message;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.Received;
import io.sockspec.socket.Type;
import io.sockspec.spi.Descriptors;
import io.sockspec.spi.Descriptors.Lock;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Sockets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Liars about passing descriptors.
final class DescriptorLiars {
    private DescriptorLiars() {}

    static List<Liar> all() {
        return List.of(
                Liar.calls("FDPASS-01", "a file is opened anew by the receiver", "lseek|flock|fcntl|read", reopening()),
                Liar.calls("FDPASS-01", "flags of a copy are its own", "fcntl\\(F_GETFL\\)", ownFlags()),
                Liar.calls("FDPASS-01", "a copy keeps the flags that it came with", "copy answers O_", keepingFlags()),
                Liar.calls(
                        "FDPASS-01",
                        "a lock ends with the descriptor that took it",
                        "stranger answers EAGAIN",
                        unlocking()),
                Liar.calls("FDPASS-02", "the number is sent as data", "one descriptor", sending(rights -> List.of())),
                Liar.calls("FDPASS-02", "sockets are not passed", "one descriptor", filesOnly()),
                Liar.calls("FDPASS-02", "a socket cannot carry itself", "one descriptor|sendmsg", notItself()),
                Liar.calls(
                        "FDPASS-04",
                        "only the first is delivered",
                        "delivers \\d+ descriptors",
                        sending(rights -> rights.subList(0, 1))),
                Liar.calls("FDPASS-04", "the order is turned round", "reads \"file", sending(List::reversed)),
                Liar.calls(
                        "FDPASS-04",
                        "100 are the most",
                        "delivers 253 descriptors",
                        sending(rights -> rights.subList(0, Math.min(100, rights.size())))),
                Liar.calls(
                        "FDPASS-04",
                        "what is too many is left out",
                        "sendmsg fails with EINVAL",
                        sending(rights -> rights.subList(0, Math.min(253, rights.size())))),
                Liar.calls(
                        "FDPASS-08",
                        "the second vanishes silently",
                        "2 descriptors, without MSG_CTRUNC",
                        receiving((rights, received) -> rights.subList(0, 1), flags -> flags)),
                Liar.calls(
                        "FDPASS-08",
                        "MSG_CTRUNC is always set",
                        "2 descriptors, without MSG_CTRUNC",
                        receiving((rights, received) -> rights, flags -> flags.with(MsgFlags.MSG_CTRUNC))),
                Liar.calls(
                        "FDPASS-08",
                        "MSG_CTRUNC is never set",
                        "1 descriptors, with MSG_CTRUNC",
                        receiving((rights, received) -> rights, flags -> MsgFlags.NONE)),
                Liar.calls(
                        "FDPASS-08",
                        "the last descriptor is kept where one has room",
                        "delivered reads \"1\"",
                        keepingLast()),
                Liar.calls(
                        "FDPASS-08",
                        "the first descriptor comes twice",
                        "delivered reads \"12\"",
                        receiving(
                                (rights, received) -> rights.stream()
                                        .map(fd -> rights.getFirst())
                                        .toList(),
                                flags -> flags)),
                Liar.calls("FDPASS-14", "an empty control message comes over TCP", "0 descriptors", emptyMessage()),
                Liar.calls("FDPASS-14", "UDP carries descriptors", "0 descriptors", carryingOver(Type.SOCK_DGRAM)),
                Liar.calls("FDPASS-14", "TCP refuses control messages", "sendmsg succeeds.*EINVAL", refusing()),
                Liar.calls(
                        "FDPASS-14",
                        "every socket carries descriptors",
                        "delivers the byte 2a and 0 descriptors",
                        carrying()));
    }

    private interface Bending {
        List<Fd> bend(List<Fd> rights, Received received);
    }

    private static UnaryOperator<Sockets> receiving(Bending bending, UnaryOperator<MsgFlags> flags) {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Received> recvmsg(Fd fd, int lengthBytes, int controlLengthBytes, MsgFlags how) {
                return real.recvmsg(fd, lengthBytes, controlLengthBytes, how)
                                instanceof Outcome.Returned<Received>(Received got)
                        ? answer(with(got, bending.bend(got.rights(), got), flags.apply(got.flags())))
                        : fail("EIO");
            }
        };
    }

    private static Received with(Received got, List<Fd> rights, MsgFlags flags) {
        List<Control> control = rights.isEmpty() ? List.of() : List.of(new Control.Rights(rights));
        return new Received(got.payload(), got.returned(), got.sender(), control, got.controlLengthBytes(), flags);
    }

    private static UnaryOperator<Sockets> reopening() {
        return real -> receiving(
                        (rights, received) -> rights.stream()
                                .map(fd -> real.group(Descriptors.class)
                                        .orElseThrow()
                                        .reopen(fd)
                                        .returned()
                                        .orElse(fd))
                                .toList(),
                        flags -> flags)
                .apply(real);
    }

    private static UnaryOperator<Sockets> ownFlags() {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Done> setStatusFlags(Fd fd, int flags) {
                return done();
            }
        };
    }

    private static UnaryOperator<Sockets> sending(Function<List<Fd>, List<Fd>> bend) {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Integer> sendmsg(Fd fd, Message message, MsgFlags flags) {
                List<Control> control = new ArrayList<>();
                for (Control each : message.control()) {
                    List<Fd> rights = each instanceof Control.Rights(List<Fd> fds) ? bend.apply(fds) : List.of();
                    if (!rights.isEmpty()) {
                        control.add(new Control.Rights(rights));
                    }
                }
                return real.sendmsg(fd, new Message(message.payload(), control, Optional.empty()), flags);
            }
        };
    }

    private static UnaryOperator<Sockets> filesOnly() {
        return real -> {
            Set<Fd> sockets = new HashSet<>();
            return new ForwardingSockets(sending(rights -> sockets.containsAll(rights) ? List.of() : rights)
                    .apply(real)) {
                @Override
                public Outcome<Fd> socket(Domain domain, Type type, Protocol protocol) {
                    Outcome<Fd> made = real.socket(domain, type, protocol);
                    made.returned().ifPresent(sockets::add);
                    return made;
                }
            };
        };
    }

    private static UnaryOperator<Sockets> notItself() {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Integer> sendmsg(Fd fd, Message message, MsgFlags flags) {
                boolean itself = message.control().equals(List.of(new Control.Rights(List.of(fd))));
                return real.sendmsg(fd, itself ? Message.of(message.payload()) : message, flags);
            }
        };
    }

    private static UnaryOperator<Sockets> refusing() {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Integer> sendmsg(Fd fd, Message message, MsgFlags flags) {
                return fail("EINVAL");
            }
        };
    }

    /// Keeps what was sent and hands it out with whatever is received, on the judged host itself.
    private static UnaryOperator<Sockets> carrying() {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Received> recvmsg(Fd fd, int lengthBytes, int controlLengthBytes, MsgFlags flags) {
                return real.recvmsg(fd, lengthBytes, controlLengthBytes, flags)
                                instanceof Outcome.Returned<Received>(Received got)
                        ? answer(with(got, List.of(fd), got.flags()))
                        : fail("EIO");
            }
        };
    }

    /// Gives a received descriptor the status flags for good that it has when it comes.
    private static UnaryOperator<Sockets> keepingFlags() {
        return real -> new ForwardingSockets(real) {
            private final Map<Fd, Outcome<Integer>> flagsOf = new HashMap<>();

            @Override
            public Outcome<Received> recvmsg(Fd fd, int lengthBytes, int controlLengthBytes, MsgFlags how) {
                Outcome<Received> outcome = real.recvmsg(fd, lengthBytes, controlLengthBytes, how);
                outcome.returned()
                        .ifPresent(got -> got.rights().forEach(each -> flagsOf.put(each, real.statusFlags(each))));
                return outcome;
            }

            @Override
            public Outcome<Integer> statusFlags(Fd fd) {
                return flagsOf.getOrDefault(fd, real.statusFlags(fd));
            }
        };
    }

    private static UnaryOperator<Sockets> unlocking() {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Done> close(Fd fd) {
                real.group(Descriptors.class).orElseThrow().flock(fd, Lock.LOCK_UN);
                return real.close(fd);
            }
        };
    }

    private static UnaryOperator<Sockets> keepingLast() {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Received> recvmsg(Fd fd, int lengthBytes, int controlLengthBytes, MsgFlags how) {
                boolean narrow = controlLengthBytes == 20;
                return real.recvmsg(fd, lengthBytes, narrow ? 24 : controlLengthBytes, how)
                                instanceof Outcome.Returned<Received>(Received got)
                        ? answer(narrow ? with(got, List.of(got.rights().getLast()), MsgFlags.MSG_CTRUNC) : got)
                        : fail("EIO");
            }
        };
    }

    private static UnaryOperator<Sockets> emptyMessage() {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Received> recvmsg(Fd fd, int lengthBytes, int controlLengthBytes, MsgFlags flags) {
                return real.recvmsg(fd, lengthBytes, controlLengthBytes, flags)
                                instanceof Outcome.Returned<Received>(Received got)
                        ? answer(new Received(
                                got.payload(),
                                got.returned(),
                                got.sender(),
                                List.of(new Control.Rights(List.of())),
                                16,
                                got.flags()))
                        : fail("EIO");
            }
        };
    }

    /// Hands out a descriptor with whatever is received on sockets of one type.
    private static UnaryOperator<Sockets> carryingOver(Type type) {
        return real -> new ForwardingSockets(real) {
            private final Sockets giving = carrying().apply(real);
            private final Set<Fd> carriers = new HashSet<>();

            @Override
            public Outcome<Fd> socket(Domain domain, Type asked, Protocol protocol) {
                Outcome<Fd> made = real.socket(domain, asked, protocol);
                made.returned().filter(fd -> asked.equals(type)).ifPresent(carriers::add);
                return made;
            }

            @Override
            public Outcome<Received> recvmsg(Fd fd, int lengthBytes, int controlLengthBytes, MsgFlags flags) {
                return (carriers.contains(fd) ? giving : real).recvmsg(fd, lengthBytes, controlLengthBytes, flags);
            }
        };
    }
}
