package io.sockspec.lab;

import io.sockspec.lab.namespace.NamespaceLaboratory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;

/// Labs for tests, and waiting for what the kernel does later.
public final class Labs {
    private static final long PAUSE_NANOS = 1_000_000;

    private Labs() {}

    /// The laboratory with that transport; the test is skipped, with the reason, when it does not
    /// work here but the
    /// other one does.
    public static Laboratory with(String transport) {
        try {
            return NamespaceLaboratory.with(transport);
        } catch (NoLaboratory absent) {
            Laboratory other = NamespaceLaboratory.with(transport.equals("tap") ? "packet" : "tap");
            return Assumptions.abort(absent.getMessage() + " Only " + other + " are tested.");
        }
    }

    public static Lab open(String transport, String... hosts) {
        return with(transport).open(LabPlan.of(hosts));
    }

    /// A lab with the hosts `mine`, left to a program that brings its own stack, and `server`; the
    /// test is skipped, with the reason, where no such host can be made.
    public static Lab openWithOwnStack(String transport) {
        try {
            return with(transport).open(LabPlan.of("mine", "server").withOwnStack("mine"));
        } catch (NoLaboratory noDevice) {
            return Assumptions.abort(String.valueOf(noDevice.getMessage()));
        }
    }

    /// Waits until a state is reached.
    public static void await(String state, Duration atMost, BooleanSupplier reached) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + atMost.toMillis() + " ms still not: " + state);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
