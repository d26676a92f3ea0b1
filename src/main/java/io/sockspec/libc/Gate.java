package io.sockspec.libc;

/// Keeps close() and the start of a process apart.
///
/// Between clone() and exec() a child has a copy of every descriptor. Who closes a socket meanwhile
/// does not close it for good: its FIN or RST leaves when the child's copy goes, and anybody who
/// looks at the wire before sees nothing. A close that takes its time, by SO_LINGER, keeps no other
/// waiting, only the start.
final class Gate {
    private int closing;
    private boolean starting;

    synchronized void beginClose() {
        waitWhile(() -> starting);
        closing++;
    }

    synchronized void endClose() {
        closing--;
        notifyAll();
    }

    synchronized void beginStart() {
        waitWhile(() -> starting || closing > 0);
        starting = true;
    }

    synchronized void endStart() {
        starting = false;
        notifyAll();
    }

    private interface Condition {
        boolean holds();
    }

    /// Neither may be given up half-way, so an interrupt is kept for later.
    private void waitWhile(Condition condition) {
        boolean interrupted = false;
        while (condition.holds()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
