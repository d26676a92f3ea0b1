package io.sockspec.steps;

import io.sockspec.socket.Domain;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.Type;
import java.util.List;

/// A sort of descriptor that features can name, by the words they use.
record Kind(String words, Domain domain, Type type, Protocol protocol) {
    static final Kind TCP = new Kind("TCP", Domain.AF_INET, Type.SOCK_STREAM, Protocol.DEFAULT);
    static final Kind UDP = new Kind("UDP", Domain.AF_INET, Type.SOCK_DGRAM, Protocol.DEFAULT);
    static final Kind RAW_ICMP = new Kind("raw ICMP", Domain.AF_INET, Type.SOCK_RAW, Protocol.IPPROTO_ICMP);
    static final Kind UNIX_STREAM = new Kind("Unix stream", Domain.AF_UNIX, Type.SOCK_STREAM, Protocol.DEFAULT);
    /// Not a socket: a file, a pipe's end.
    static final Kind FILE = new Kind("file", Domain.AF_UNSPEC, Type.SOCK_STREAM, Protocol.DEFAULT);

    static Kind named(String words) {
        return List.of(TCP, UDP, RAW_ICMP, UNIX_STREAM).stream()
                .filter(kind -> kind.words.equals(words))
                .findFirst()
                .orElseThrow();
    }
}
