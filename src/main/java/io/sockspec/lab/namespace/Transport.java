package io.sockspec.lab.namespace;

import java.util.Locale;

/// How the wire reaches the hosts.
enum Transport {
    TAP {
        @Override
        PortMaker maker(Reaper reaper) {
            return new TapMaker();
        }
    },
    PACKET {
        @Override
        PortMaker maker(Reaper reaper) {
            return new PacketMaker(reaper);
        }
    };

    /// Makes the ports of one lab.
    abstract PortMaker maker(Reaper reaper);

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
