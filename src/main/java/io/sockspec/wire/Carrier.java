package io.sockspec.wire;

import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.wire.packet.Packet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Carries frames from port to port. Everything here happens on the wire's thread, one frame after
/// the other.
final class Carrier {
    /// The longest frame: a full IP packet behind an Ethernet header with a VLAN tag.
    static final int LONGEST_FRAME = 65_535 + 18;
    /// So many frames of one port, then it is the next one's turn.
    private static final int BURST = 32;
    private static final String WIRE = "wire";

    private final Memory buffer = Memory.shared(LONGEST_FRAME);
    private final Attachments attachments = new Attachments();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final Timers timers = new Timers();
    private final List<Runnable> kept = new ArrayList<>();
    private final Log log;
    private final long epochNanos;
    private Bytes inBuffer = Bytes.EMPTY;
    private long count;
    private boolean stalled;

    Carrier(Log log) {
        this.log = log;
        Instant now = Instant.now();
        epochNanos = now.getEpochSecond() * 1_000_000_000 + now.getNano() - System.nanoTime();
    }

    Attachments attachments() {
        return attachments;
    }

    List<Fault> faults() {
        return faults;
    }

    void stall(boolean yes) {
        stalled = yes;
    }

    /// Lets the kept frames go.
    void release() {
        List<Runnable> free = List.copyOf(kept);
        kept.clear();
        free.forEach(Runnable::run);
    }

    private long now() {
        return epochNanos + System.nanoTime();
    }

    /// Reads what a port has, up to a burst, and carries it.
    ///
    /// @return whether there was anything
    boolean empty(Attachment sender) {
        Port port = sender.port();
        for (int frames = 0; frames < BURST; frames++) {
            int length = port.read(buffer);
            if (length <= 0) {
                return frames > 0;
            }
            inBuffer = Bytes.copyOf(buffer.bytesAt(0, length));
            leave(sender, inBuffer);
        }
        return true;
    }

    /// A frame leaves its host.
    private void leave(Attachment sender, Bytes frame) {
        if (sender.outgoing().equals(FrameFilter.NONE)) {
            carry(sender, frame);
        } else {
            sender.outgoing().apply(frame).forEach(each -> carry(sender, each));
        }
    }

    /// Logs a frame and does with it what the faults say.
    Frame carry(Attachment sender, Bytes frame) {
        List<Runnable> heldBefore = sender.takeHeld();
        long now = now();
        Handling handling = new Handling(frame);
        if (stalled) {
            handling.lose("lost by the stalled wire");
        } else if (!faults.isEmpty()) {
            Frame seen = record(sender, frame, List.of(), now);
            Packet packet = seen.packet();
            faults.forEach(fault -> fault.see(seen, packet, handling, now));
        }
        Frame logged = log(record(sender, frame, handling.fates(), now));
        dispatch(sender, handling, now);
        heldBefore.forEach(Runnable::run);
        return logged;
    }

    private Frame record(Attachment sender, Bytes frame, List<Fate> fates, long now) {
        Port port = sender.port();
        String to = attachments.receiver(sender, frame);
        return new Frame(count + 1, now, port.host(), port.name(), port.segment(), to, frame, frame.length(), fates);
    }

    private Frame log(Frame frame) {
        count++;
        log.append(frame);
        return frame;
    }

    private void dispatch(Attachment sender, Handling handling, long now) {
        if (handling.lost()) {
            return;
        }
        Runnable delivery = () -> {
            for (int copy = 0; copy < handling.copies(); copy++) {
                deliver(sender, handling.delivered());
            }
        };
        if (handling.kept()) {
            kept.add(delivery);
        } else if (handling.held()) {
            sender.hold(delivery);
        } else if (handling.delayNanos() > 0) {
            timers.at(now + handling.delayNanos(), delivery);
        } else {
            delivery.run();
        }
    }

    private void deliver(Attachment sender, Bytes frame) {
        for (Attachment receiver : sender.others()) {
            arrive(receiver, frame);
        }
    }

    /// A frame reaches a host.
    private void arrive(Attachment receiver, Bytes frame) {
        if (receiver.incoming().equals(FrameFilter.NONE)) {
            write(receiver.port(), frame);
        } else {
            receiver.incoming().apply(frame).forEach(each -> write(receiver.port(), each));
        }
    }

    private void write(Port port, Bytes frame) {
        if (!frame.equals(inBuffer)) {
            buffer.put(0, frame.toArray());
            inBuffer = frame;
        }
        port.write(buffer, frame.length());
    }

    Frame inject(Attachment asHost, Bytes frame) {
        Fate fate = new Fate.Injected("injected as " + asHost.port().host());
        Frame logged = log(record(asHost, frame, List.of(fate), now()));
        deliver(asHost, frame);
        return logged;
    }

    Frame injectTo(Attachment receiver, Bytes frame) {
        Port port = receiver.port();
        Fate fate = new Fate.Injected("injected for " + port.host() + " only");
        Frame logged = log(new Frame(
                count + 1, now(), WIRE, WIRE, port.segment(), port.host(), frame, frame.length(), List.of(fate)));
        arrive(receiver, frame);
        return logged;
    }

    /// Delivers the delayed frames whose time has come.
    boolean fire() {
        return timers.fire(now());
    }

    int timeoutMillis() {
        return timers.timeoutMillis(now());
    }

    int delayed() {
        return timers.pending();
    }
}
