package io.sockspec.serve;

import io.sockspec.spi.ImplementationUnavailable;
import io.sockspec.spi.Implementations;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/// Serves an implementation on standard input and output; the argument is its name, `reference`
/// when there is none.
///
/// Ends at once when the input ends: what is open is the kernel's to close.
public final class AgentMain {
    private AgentMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Whatever an implementation prints must not get between the answers.
        System.setOut(System.err);
        Rehearsal.play();
        String name = arguments.length == 0 ? Implementations.REFERENCE : arguments[0];
        try (FileInputStream in = new FileInputStream(FileDescriptor.in);
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            new Session(Implementations.named(name), out).serve(in);
            Runtime.getRuntime().halt(0);
        } catch (ImplementationUnavailable e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }
}
