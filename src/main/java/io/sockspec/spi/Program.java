package io.sockspec.spi;

/// A running program with pipes to its standard streams, on whatever machine its host is.
///
/// The three descriptors are of this process; whoever uses them closes them.
public interface Program {
    /// Where to write what the program reads.
    int input();

    /// Where to read what the program writes.
    int output();

    /// Where to read what the program writes to its standard error.
    int errors();

    boolean hasEnded();

    /// How it ended, to be put behind its name: `ended with status 3`, `was killed by signal 11`;
    /// `is still running` before.
    String ending();

    /// Ends it with its process group, and returns when it is gone. What has left the group is gone
    /// with it or, in a host with a file system of its own, with the host.
    void end();
}
