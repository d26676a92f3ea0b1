package io.sockspec.steps;

import io.sockspec.register.LabBroken;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// The end of the time that a scenario may take: its thread is interrupted, whatever it waits for.
final class Deadline {
    private final Thread actor = Thread.currentThread();
    private final ScheduledFuture<?> alarm;
    private boolean rung;
    private boolean lifted;

    /// Sets the deadline of the calling thread.
    Deadline(Run run) {
        alarm = run.clockwork().schedule(this::ring, run.settings().deadline().toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Under a lock with [#lift]: an interrupt that came after it would hit the next scenario of
    /// the thread.
    private synchronized void ring() {
        if (!lifted) {
            rung = true;
            actor.interrupt();
        }
    }

    /// Lets the thread go on without a deadline, and answers whether the time was over.
    synchronized boolean lift() {
        lifted = true;
        alarm.cancel(false);
        // The interrupt has done its work; what comes now must not stumble over it.
        boolean _ = Thread.interrupted();
        return rung;
    }

    /// What there is to say of a scenario whose time was over.
    static LabBroken exceeded(String waitingFor) {
        return new LabBroken("the scenario was ended after "
                + Run.current().settings().deadline().toSeconds() + " s, while it waited for " + waitingFor
                + "; raise -Dsockspec.deadline if that is too short");
    }
}
