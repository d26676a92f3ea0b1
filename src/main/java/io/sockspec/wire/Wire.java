package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// The link between hosts: one thread that carries every frame, logs it, and does to it what the
/// faults say.
///
/// The log's order is the truth: no receiver sees a frame before it is in the log. All methods may
/// be called from any thread; those that change the wire return after its thread has made the
/// change.
public final class Wire implements AutoCloseable {
    /// How long [#drain()] waits for the wire to come to rest.
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long LOG_BUDGET_BYTES = 32 << 20;

    private final Log log = new Log(LOG_BUDGET_BYTES);
    private final Carrier carrier = new Carrier(log);
    private final List<Fault> everAdded = new CopyOnWriteArrayList<>();
    private final WireThread thread;

    private Wire(String name, List<? extends Port> ports) {
        ports.forEach(carrier.attachments()::add);
        thread = new WireThread(name, carrier, log);
    }

    /// Starts a wire; its thread carries `name`. The ports stay the caller's to close, after the
    /// wire.
    ///
    /// The thread stays in the network namespace of the calling thread.
    public static Wire start(String name, List<? extends Port> ports) {
        Wire wire = new Wire(name, ports);
        wire.thread.start();
        return wire;
    }

    /// @throws IllegalArgumentException when the wire has a port of that name
    public void attach(Port port) {
        run(() -> {
            carrier.attachments().add(port);
            thread.portsChanged();
        });
    }

    /// Forgets a port; does not close it.
    public void detach(Port port) {
        run(() -> {
            carrier.attachments().remove(port);
            thread.portsChanged();
        });
    }

    /// The ports in the order in which they were attached.
    public List<Port> ports() {
        return call(
                () -> carrier.attachments().all().stream().map(Attachment::port).toList());
    }

    /// Adds a fault, behind those that are there; it sees frames from now on.
    public Fault add(Fault fault) {
        everAdded.add(fault);
        run(() -> carrier.faults().add(fault));
        return fault;
    }

    /// Removes a fault. Frames it delays or holds keep their fate.
    public void remove(Fault fault) {
        run(() -> carrier.faults().remove(fault));
    }

    /// All faults that were ever added, those removed included.
    public List<Fault> faults() {
        return List.copyOf(everAdded);
    }

    /// From now on every frame is lost, whoever sends it, until [#resume]. Faults neither see nor
    /// count these frames, and frames that a fault has delayed still arrive.
    public void stall() {
        run(() -> carrier.stall(true));
    }

    public void resume() {
        run(() -> carrier.stall(false));
    }

    /// Lets all frames go that [Action.Keep] faults keep, in their order. The faults stay and keep
    /// what comes later.
    public void release() {
        run(carrier::release);
    }

    /// Puts filters between a host and the wire, in place of earlier ones.
    ///
    /// @param outgoing sees what the host sends before the wire logs it: what it answers is what
    ///     the host "sent"
    /// @param incoming sees what the wire delivers to the host, after the wire logged it
    /// @throws IllegalArgumentException when no port has this host or name
    public void filter(String host, FrameFilter outgoing, FrameFilter incoming) {
        run(() -> carrier.attachments().called(host).forEach(port -> port.filter(outgoing, incoming)));
    }

    /// Sends a frame to the other ports of the segment as if `asHost` had sent it. No fault sees
    /// it.
    ///
    /// @param asHost a host, or the name of a port when the host has several
    /// @return the frame as logged, after it was delivered
    public Frame inject(String asHost, Bytes frame) {
        return call(() -> carrier.inject(carrier.attachments().one(asHost), frame));
    }

    /// Delivers a frame to one host only, as if the network had sent it. No fault sees it.
    ///
    /// @param host a host, or the name of a port when the host has several
    /// @return the frame as logged, after it was delivered
    public Frame injectTo(String host, Bytes frame) {
        return call(() -> carrier.injectTo(carrier.attachments().one(host), frame));
    }

    /// Carries what the port has to say so far and then this frame, faults and all.
    Frame send(Port port, Bytes frame) {
        return call(() -> {
            Attachment sender = carrier.attachments().of(port);
            while (carrier.empty(sender)) {
                // Frames that were queued before go first.
            }
            return carrier.carry(sender, frame);
        });
    }

    /// All frames so far, in the wire's order.
    public List<Frame> log() {
        return log.all();
    }

    /// The number of the last frame so far; goes into [Selection#after].
    public long mark() {
        return log.count();
    }

    /// The selected ones of the frames so far.
    public List<Frame> frames(Selection selection) {
        return log.select(selection);
    }

    /// Waits until the first selected frame is in the log, and answers it at once when it is
    /// already there.
    ///
    /// @return empty when the time is over and no such frame came
    /// @throws WireStuck when the wire's thread has failed or the calling thread was interrupted
    public Optional<Frame> await(Selection selection, Duration atMost) {
        try {
            Optional<Frame> frame = log.await(selection, atMost);
            thread.throwFailure();
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireStuck("the wait for " + selection + " was interrupted", e);
        }
    }

    /// As [#drain(Duration)] with [#PATIENCE].
    public void drain() {
        drain(PATIENCE);
    }

    /// Returns when everything that was caused so far has happened: every frame sent was carried,
    /// and every reaction to it too. Frames that a fault delays are waited for, frames that it
    /// holds or keeps are not.
    ///
    /// What a timer of a host sends later is not covered, nor what a thread sends that is still
    /// inside a call.
    ///
    /// @throws WireStuck when the wire has not come to rest after `atMost`
    public void drain(Duration atMost) {
        thread.drain(atMost);
    }

    /// Runs a task on the wire's thread, between two frames, and answers its result. The task must
    /// not block.
    public <T> T call(Supplier<T> task) {
        return thread.call(task);
    }

    private void run(Runnable task) {
        boolean done = call(() -> {
            task.run();
            return true;
        });
        assert done;
    }

    /// Ends the thread; frames still delayed, held or kept are gone. The log stays readable, the
    /// ports open. A second close does nothing.
    ///
    /// @throws WireStuck when the thread had failed before: whatever was observed since is worth
    ///     nothing
    @Override
    public void close() {
        thread.close();
    }
}
