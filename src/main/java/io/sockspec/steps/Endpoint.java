package io.sockspec.steps;

import io.sockspec.socket.Port;

/// Where a step points: `server on TCP port 8080`, `192.0.2.255 on UDP port 5000`; the place is a
/// host or an address.
record Endpoint(String place, Kind kind, Port port) {
    @Override
    public String toString() {
        return place + " on " + kind.words() + " port " + port;
    }
}
