package io.sockspec.steps;

import io.sockspec.agent.AgentImplementation;
import io.sockspec.libc.Libc;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Fd;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Outcome.Failed;
import io.sockspec.socket.Outcome.Returned;
import io.sockspec.spi.Sockets;
import io.sockspec.spi.Sockets.Accepted;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/// What programs do with a stream by several calls, as a program in C would: it goes on after a
/// short count and ends with the first error.
final class Streams {
    /// A payload that every send buffer takes at once.
    static final int SMALL_BYTES = 16384;
    /// BUFFER_SIZE of the chapter's programs.
    private static final int BUFFER_BYTES = 4096;
    private static final int SEND_BYTES = 131072;
    private static final int TOTAL_RETRANS = 100;

    private Streams() {}

    /// Sends all of it and answers how much that was.
    static Outcome<Integer> send(Sockets calls, Fd fd, Bytes bytes) {
        int sent = 0;
        while (sent < bytes.length()) {
            Bytes part = bytes.slice(sent, Math.min(bytes.length(), sent + SEND_BYTES));
            Outcome<Integer> taken = calls.send(fd, part, MsgFlags.MSG_NOSIGNAL);
            if (!(taken instanceof Returned<Integer>(Integer count))) {
                return taken;
            }
            sent += count;
        }
        return new Returned<>(sent);
    }

    /// handle_client() for one client after another, until a call fails.
    static Outcome<Accepted> echo(Sockets calls, Fd listener) {
        Outcome<Accepted> next = calls.accept(listener, 0);
        boolean serving = true;
        while (serving && next instanceof Returned<Accepted>(Accepted client)) {
            serving = echoesUntilEnd(calls, client.fd());
            Outcome<?> _ = close(calls, client.fd());
            next = serving ? calls.accept(listener, 0) : next;
        }
        return next;
    }

    /// close() that nobody undoes: in this JVM it must not meet the start of a process, whatever
    /// the
    /// implementation closes with.
    static Outcome<Done> close(Sockets calls, Fd fd) {
        return Run.current().judged() instanceof AgentImplementation
                ? calls.close(fd)
                : Libc.closing(() -> calls.close(fd));
    }

    /// Whether the client ended the stream, and no call failed.
    private static boolean echoesUntilEnd(Sockets calls, Fd client) {
        Outcome<Bytes> got = calls.recv(client, BUFFER_BYTES, MsgFlags.NONE);
        while (got instanceof Returned<Bytes>(Bytes bytes) && bytes.length() > 0) {
            if (send(calls, client, bytes) instanceof Failed) {
                return false;
            }
            got = calls.recv(client, BUFFER_BYTES, MsgFlags.NONE);
        }
        return got instanceof Returned;
    }

    /// tcpi_total_retrans of a struct tcp_info, in the order of bytes of this machine; an early
    /// version ends before it.
    static OptionalInt retransmissions(Bytes tcpInfo) {
        return tcpInfo.length() < TOTAL_RETRANS + Integer.BYTES
                ? OptionalInt.empty()
                : OptionalInt.of(ByteBuffer.wrap(tcpInfo.toArray())
                        .order(ByteOrder.nativeOrder())
                        .getInt(TOTAL_RETRANS));
    }

    /// The first place, counted from 1, where two payloads of one length differ.
    static int firstDifference(Bytes due, Bytes actual) {
        int index = 0;
        while (index < due.length() && due.at(index) == actual.at(index)) {
            index++;
        }
        return index + 1;
    }
}
