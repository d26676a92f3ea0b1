package io.sockspec.host;

import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.SocketAddress;
import java.util.Optional;

/// Room for an address that a call stores, and for its length, which the call reads and changes.
final class AddressRoom implements AutoCloseable {
    private final Memory address = Memory.confined(AddressCodec.STORAGE_BYTES);
    private final Memory length = Memory.confined(Integer.BYTES).putInt(0, AddressCodec.STORAGE_BYTES);

    Memory address() {
        return address;
    }

    Memory length() {
        return length;
    }

    /// What the call stored; a call that stored nothing leaves an empty address.
    SocketAddress content() {
        // A length beyond the room says that the address was cut.
        int stored = Math.min(length.intAt(0), AddressCodec.STORAGE_BYTES);
        return AddressCodec.decode(Bytes.copyOf(address.bytesAt(0, stored)));
    }

    Optional<SocketAddress> contentIfAny() {
        return length.intAt(0) == 0 ? Optional.empty() : Optional.of(content());
    }

    @Override
    public void close() {
        address.close();
        length.close();
    }
}
