package io.sockspec.wire.packet;

/// A part of a frame from whose start bytes are counted.
public enum Layer {
    ETHERNET("Ethernet"),
    /// The IPv4 or IPv6 header.
    IP("IP"),
    /// The TCP, UDP, ICMP or IGMP header, behind any IP options and extension headers.
    TRANSPORT("transport"),
    /// What follows the TCP or UDP header.
    PAYLOAD("payload");

    private final String text;

    Layer(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
