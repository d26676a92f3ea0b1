package io.sockspec.steps;

import io.sockspec.socket.Domain;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.Type;
import java.util.Arrays;

/// The sockets that features can open, by the words they use.
enum Kind {
    TCP("TCP", Domain.AF_INET, Type.SOCK_STREAM, Protocol.DEFAULT),
    UDP("UDP", Domain.AF_INET, Type.SOCK_DGRAM, Protocol.DEFAULT),
    RAW_ICMP("raw ICMP", Domain.AF_INET, Type.SOCK_RAW, Protocol.IPPROTO_ICMP),
    UNIX_STREAM("Unix stream", Domain.AF_UNIX, Type.SOCK_STREAM, Protocol.DEFAULT),
    /// Not a socket: a file, a pipe's end.
    FILE("file", Domain.AF_UNSPEC, Type.SOCK_STREAM, Protocol.DEFAULT);

    final String words;
    final Domain domain;
    final Type type;
    final Protocol protocol;

    Kind(String words, Domain domain, Type type, Protocol protocol) {
        this.words = words;
        this.domain = domain;
        this.type = type;
        this.protocol = protocol;
    }

    static Kind named(String words) {
        return Arrays.stream(values())
                .filter(kind -> kind.words.equals(words))
                .findFirst()
                .orElseThrow();
    }
}
