package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The link between hosts: one thread that carries every frame, logs it, and does to it what the faults say.
///
/// The log's order is the truth: no receiver sees a frame before it is in the log. All methods may be called from any
/// thread; those that change the wire return after its thread has made the change.
public final class Wire implements AutoCloseable {
    /// How long [#drain()] waits for the wire to come to rest.
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private Wire() {}

    /// Starts a wire; its thread carries `name`. The ports stay the caller's to close, after the wire.
    public static Wire start(String name, List<? extends Port> ports) {
        throw new UnsupportedOperationException("to come");
    }

    /// @throws IllegalArgumentException when the wire has a port of that name
    public void attach(Port port) {
        throw new UnsupportedOperationException("to come");
    }

    /// Forgets a port; does not close it.
    public void detach(Port port) {
        throw new UnsupportedOperationException("to come");
    }

    /// The ports in the order in which they were attached.
    public List<Port> ports() {
        throw new UnsupportedOperationException("to come");
    }

    /// Adds a fault, behind those that are there; it sees frames from now on.
    public Fault add(Fault fault) {
        throw new UnsupportedOperationException("to come");
    }

    /// Removes a fault. Frames it delays or holds keep their fate.
    public void remove(Fault fault) {
        throw new UnsupportedOperationException("to come");
    }

    /// All faults that were ever added, those removed included.
    public List<Fault> faults() {
        throw new UnsupportedOperationException("to come");
    }

    /// From now on every frame is lost, whoever sends it, until [#resume]. Faults neither see nor count these frames.
    public void stall() {
        throw new UnsupportedOperationException("to come");
    }

    /// Lets all frames go that [Action.Keep] faults keep, in their order.
    public void release() {
        throw new UnsupportedOperationException("to come");
    }

    public void resume() {
        throw new UnsupportedOperationException("to come");
    }

    /// Puts filters between a host and the wire, in place of earlier ones.
    ///
    /// @param outgoing sees what the host sends before the wire logs it: what it answers is what the host "sent"
    /// @param incoming sees what the wire delivers to the host, after the wire logged it
    /// @throws IllegalArgumentException when no port has this host or name
    public void filter(String host, FrameFilter outgoing, FrameFilter incoming) {
        throw new UnsupportedOperationException("to come");
    }

    /// Sends a frame to the other ports of the segment as if `asHost` had sent it. No fault sees it.
    ///
    /// @param asHost a host, or the name of a port when the host has several
    /// @return the frame as logged, after it was delivered
    public Frame inject(String asHost, Bytes frame) {
        throw new UnsupportedOperationException("to come");
    }

    /// Delivers a frame to one host only, as if the network had sent it. No fault sees it.
    ///
    /// @param host a host, or the name of a port when the host has several
    /// @return the frame as logged, after it was delivered
    public Frame injectTo(String host, Bytes frame) {
        throw new UnsupportedOperationException("to come");
    }

    /// All frames so far, in the wire's order.
    public List<Frame> log() {
        throw new UnsupportedOperationException("to come");
    }

    /// The number of the last frame so far; goes into [Selection#after].
    public long mark() {
        throw new UnsupportedOperationException("to come");
    }

    /// The selected ones of the frames so far.
    public List<Frame> frames(Selection selection) {
        throw new UnsupportedOperationException("to come");
    }

    /// Waits until the first selected frame is in the log, and answers it at once when it is already there.
    ///
    /// @return empty when the time is over and no such frame came
    public Optional<Frame> await(Selection selection, Duration atMost) {
        throw new UnsupportedOperationException("to come");
    }

    /// As [#drain(Duration)] with [#PATIENCE].
    public void drain() {
        drain(PATIENCE);
    }

    /// Returns when everything that was caused so far has happened: every frame sent was carried, and every reaction
    /// to it too. Frames that a fault delays are waited for, frames that it holds for reordering are not.
    ///
    /// What a timer of a host sends later is not covered, nor what a thread sends that is still inside a call.
    ///
    /// @throws WireStuck when the wire has not come to rest after `atMost`
    public void drain(Duration atMost) {
        throw new UnsupportedOperationException("to come");
    }

    /// Runs a task on the wire's thread, between two frames, and answers its result.
    public <T> T call(Supplier<T> task) {
        throw new UnsupportedOperationException("to come");
    }

    /// Ends the thread; frames still delayed or held are gone. The log stays readable, the ports open.
    @Override
    public void close() {
        throw new UnsupportedOperationException("to come");
    }
}
