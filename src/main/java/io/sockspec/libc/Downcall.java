package io.sockspec.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// A function of the C library of up to six arguments, which are integers or addresses.
final class Downcall {
    private static final int ARGUMENTS = 6;
    private static final MemoryLayout ERRNO_LAYOUT = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = ERRNO_LAYOUT.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final ThreadLocal<MemorySegment> CAPTURED =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(ERRNO_LAYOUT));

    private final MethodHandle handle;

    @SuppressWarnings("restricted") // this class is where native access is allowed
    Downcall(String name) {
        MemorySegment symbol = Linker.nativeLinker()
                .defaultLookup()
                .find(name)
                .or(() -> SymbolLookup.loaderLookup().find(name))
                .orElseThrow(() -> new IllegalStateException("the C library has no function " + name));
        // One shape for all: a callee that takes fewer or narrower arguments ignores the rest of the registers.
        ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
        handle = Linker.nativeLinker()
                .downcallHandle(
                        symbol,
                        FunctionDescriptor.of(word, word, word, word, word, word, word),
                        Linker.Option.captureCallState("errno"));
    }

    /// What the result register holds, whatever it means.
    long raw(long... arguments) {
        long[] all = Arrays.copyOf(arguments, ARGUMENTS);
        try {
            return (long) handle.invokeExact(CAPTURED.get(), all[0], all[1], all[2], all[3], all[4], all[5]);
        } catch (RuntimeException | Error problem) {
            throw problem;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// The result of a function that returns int, of which only the low half of the result register
    /// is defined; the negated errno when it is -1.
    int word(long... arguments) {
        int result = (int) raw(arguments);
        return result == -1 ? -lastErrno() : result;
    }

    /// The result of a function that returns long; the negated errno when it is -1.
    long wide(long... arguments) {
        long result = raw(arguments);
        return result == -1 ? -lastErrno() : result;
    }

    /// The errno that this thread's latest call left.
    static int lastErrno() {
        return (int) ERRNO.get(CAPTURED.get(), 0L);
    }
}
