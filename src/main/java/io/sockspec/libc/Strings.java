package io.sockspec.libc;

import java.util.List;

/// An array of C strings that ends with NULL, as `argv` and `environ` are.
final class Strings implements AutoCloseable {
    private final List<Memory> texts;
    private final Memory pointers;

    Strings(List<String> strings) {
        texts = strings.stream().map(Memory::of).toList();
        pointers = Memory.confined((strings.size() + 1L) * Long.BYTES);
        for (int i = 0; i < texts.size(); i++) {
            pointers.putLong((long) Long.BYTES * i, texts.get(i).address());
        }
    }

    Memory memory() {
        return pointers;
    }

    @Override
    public void close() {
        pointers.close();
        texts.forEach(Memory::close);
    }
}
