package io.sockspec.libc;

import java.lang.foreign.Linker;
import java.util.function.Supplier;

/// The functions of the C library that sockspec calls. Each method makes exactly one call, never
/// retries, and answers
/// the call's result, or the negated errno when the result is -1. Pointers are addresses of
/// [Memory], 0 is NULL.
///
/// Names, arguments, ranges and errors are those of the manual page of the same name.
public final class Libc {
    private static final Downcall SOCKET = new Downcall("socket");
    private static final Downcall SOCKETPAIR = new Downcall("socketpair");
    private static final Downcall BIND = new Downcall("bind");
    private static final Downcall LISTEN = new Downcall("listen");
    private static final Downcall ACCEPT4 = new Downcall("accept4");
    private static final Downcall CONNECT = new Downcall("connect");
    private static final Downcall SHUTDOWN = new Downcall("shutdown");
    private static final Downcall CLOSE = new Downcall("close");
    private static final Downcall SENDTO = new Downcall("sendto");
    private static final Downcall SEND = new Downcall("send");
    private static final Downcall SENDMSG = new Downcall("sendmsg");
    private static final Downcall RECV = new Downcall("recv");
    private static final Downcall RECVFROM = new Downcall("recvfrom");
    private static final Downcall RECVMSG = new Downcall("recvmsg");
    private static final Downcall GETSOCKOPT = new Downcall("getsockopt");
    private static final Downcall SETSOCKOPT = new Downcall("setsockopt");
    private static final Downcall GETSOCKNAME = new Downcall("getsockname");
    private static final Downcall GETPEERNAME = new Downcall("getpeername");
    private static final Downcall POLL = new Downcall("poll");
    private static final Downcall SELECT = new Downcall("select");
    private static final Downcall FCNTL = new Downcall("fcntl");
    private static final Downcall IOCTL = new Downcall("ioctl");
    private static final Downcall OPEN = new Downcall("open");
    private static final Downcall READ = new Downcall("read");
    private static final Downcall WRITE = new Downcall("write");
    private static final Downcall LSEEK = new Downcall("lseek");
    private static final Downcall PIPE2 = new Downcall("pipe2");
    private static final Downcall FLOCK = new Downcall("flock");
    private static final Downcall DUP = new Downcall("dup");
    private static final Downcall MEMFD_CREATE = new Downcall("memfd_create");
    private static final Downcall EVENTFD = new Downcall("eventfd");
    private static final Downcall GETPID = new Downcall("getpid");
    private static final Downcall SETNS = new Downcall("setns");
    private static final Downcall UNSHARE = new Downcall("unshare");
    private static final Downcall SYSCALL = new Downcall("syscall");
    private static final Downcall SIGACTION = new Downcall("sigaction");
    private static final Downcall HTONS = new Downcall("htons");
    private static final Downcall NTOHS = new Downcall("ntohs");
    private static final Downcall HTONL = new Downcall("htonl");
    private static final Downcall NTOHL = new Downcall("ntohl");
    private static final Downcall INET_PTON = new Downcall("inet_pton");
    private static final Downcall INET_NTOP = new Downcall("inet_ntop");

    private Libc() {}

    public static int socket(int domain, int type, int protocol) {
        return SOCKET.word(domain, type, protocol);
    }

    public static int socketpair(int domain, int type, int protocol, Memory pair) {
        return SOCKETPAIR.word(domain, type, protocol, pair.address());
    }

    public static int bind(int fd, Memory address, int length) {
        return BIND.word(fd, address.address(), length);
    }

    public static int listen(int fd, int backlog) {
        return LISTEN.word(fd, backlog);
    }

    public static int accept4(int fd, Memory address, Memory length, int flags) {
        return ACCEPT4.word(fd, address.address(), length.address(), flags);
    }

    public static int connect(int fd, Memory address, int length) {
        return CONNECT.word(fd, address.address(), length);
    }

    public static int shutdown(int fd, int how) {
        return SHUTDOWN.word(fd, how);
    }

    public static int close(int fd) {
        return CLOSE.word(fd);
    }

    /// close() of what a scenario watches, see [#closing].
    public static int closeWatched(int fd) {
        return closing(() -> close(fd));
    }

    /// Makes a call that closes a descriptor of this JVM: waits while a process is being started,
    /// which would have a copy of it, and no process is started before the call returns.
    public static <T> T closing(Supplier<T> call) {
        Processes.GATE.beginClose();
        try {
            return call.get();
        } finally {
            Processes.GATE.endClose();
        }
    }

    public static long send(int fd, Memory buffer, long length, int flags) {
        return SEND.wide(fd, buffer.address(), length, flags);
    }

    public static long sendto(int fd, Memory buffer, long length, int flags, Memory address, int addressLength) {
        return SENDTO.wide(fd, buffer.address(), length, flags, address.address(), addressLength);
    }

    public static long sendmsg(int fd, Memory header, int flags) {
        return SENDMSG.wide(fd, header.address(), flags);
    }

    public static long recv(int fd, Memory buffer, long length, int flags) {
        return RECV.wide(fd, buffer.address(), length, flags);
    }

    public static long recvfrom(int fd, Memory buffer, long length, int flags, Memory address, Memory addressLength) {
        return RECVFROM.wide(fd, buffer.address(), length, flags, address.address(), addressLength.address());
    }

    public static long recvmsg(int fd, Memory header, int flags) {
        return RECVMSG.wide(fd, header.address(), flags);
    }

    public static int getsockopt(int fd, int level, int name, Memory value, Memory length) {
        return GETSOCKOPT.word(fd, level, name, value.address(), length.address());
    }

    public static int setsockopt(int fd, int level, int name, Memory value, int length) {
        return SETSOCKOPT.word(fd, level, name, value.address(), length);
    }

    public static int getsockname(int fd, Memory address, Memory length) {
        return GETSOCKNAME.word(fd, address.address(), length.address());
    }

    public static int getpeername(int fd, Memory address, Memory length) {
        return GETPEERNAME.word(fd, address.address(), length.address());
    }

    /// `entries` holds `count` struct pollfd of 8 bytes; `timeoutMillis` below 0 waits for ever.
    public static int poll(Memory entries, long count, int timeoutMillis) {
        return POLL.word(entries.address(), count, timeoutMillis);
    }

    /// The sets are fd_set of 128 bytes, `timeout` a struct timeval, which the kernel changes.
    public static int select(int limit, Memory read, Memory write, Memory except, Memory timeout) {
        return SELECT.word(limit, read.address(), write.address(), except.address(), timeout.address());
    }

    public static int fcntl(int fd, int command, long argument) {
        return FCNTL.word(fd, command, argument);
    }

    public static int ioctl(int fd, long request, long argument) {
        return IOCTL.word(fd, request, argument);
    }

    public static int open(String path, int flags, int mode) {
        try (Memory text = Memory.of(path)) {
            return OPEN.word(text.address(), flags, mode);
        }
    }

    public static long read(int fd, Memory buffer, long length) {
        return READ.wide(fd, buffer.address(), length);
    }

    public static long write(int fd, Memory buffer, long length) {
        return WRITE.wide(fd, buffer.address(), length);
    }

    public static long lseek(int fd, long offset, int whence) {
        return LSEEK.wide(fd, offset, whence);
    }

    public static int pipe2(Memory pair, int flags) {
        return PIPE2.word(pair.address(), flags);
    }

    public static int flock(int fd, int operation) {
        return FLOCK.word(fd, operation);
    }

    public static int dup(int fd) {
        return DUP.word(fd);
    }

    public static int memfdCreate(String name, int flags) {
        try (Memory text = Memory.of(name)) {
            return MEMFD_CREATE.word(text.address(), flags);
        }
    }

    public static int eventfd(int initial, int flags) {
        return EVENTFD.word(initial, flags);
    }

    public static int setns(int fd, int kind) {
        return SETNS.word(fd, kind);
    }

    public static int unshare(int flags) {
        return UNSHARE.word(flags);
    }

    /// The kernel's number of the calling thread.
    public static int gettid() {
        return (int) SYSCALL.wide(Machine.GETTID);
    }

    public static int getpid() {
        return GETPID.word();
    }

    public static int tgkill(int process, int thread, int signal) {
        return (int) SYSCALL.wide(Machine.TGKILL, process, thread, signal);
    }

    /// Installs a handler that does nothing, so that the signal interrupts a blocked call.
    ///
    /// The layout of struct sigaction is that of glibc on x86-64 and AArch64: handler at 0, mask of
    /// 128 bytes at 8,
    /// flags at 136, restorer at 144. The handler is the library's own getpid: it is safe at any
    /// moment and needs no way back into the JVM.
    public static int catchSignal(int signal, boolean restart) {
        long handler =
                Linker.nativeLinker().defaultLookup().findOrThrow("getpid").address();
        int restartFlag = restart ? 0x10000000 : 0;
        try (Memory action = Memory.confined(152)) {
            action.putLong(0, handler).putInt(136, restartFlag);
            return SIGACTION.word(signal, action.address());
        }
    }

    /// The uint16_t that htons() answers, as the number the machine sees.
    public static int htons(int host) {
        return (int) HTONS.raw(host & 0xffff) & 0xffff;
    }

    public static int ntohs(int network) {
        return (int) NTOHS.raw(network & 0xffff) & 0xffff;
    }

    public static int htonl(int host) {
        return (int) HTONL.raw(host);
    }

    public static int ntohl(int network) {
        return (int) NTOHL.raw(network);
    }

    /// Answers 1 for an address, 0 for a text that is none, or -EAFNOSUPPORT.
    public static int inetPton(int domain, String text, Memory address) {
        try (Memory source = Memory.of(text)) {
            return INET_PTON.word(domain, source.address(), address.address());
        }
    }

    /// Writes the text into `text` and answers 0, or the negated errno.
    public static int inetNtop(int domain, Memory address, Memory text, int lengthBytes) {
        long result = INET_NTOP.raw(domain, address.address(), text.address(), lengthBytes);
        return result == 0 ? -Downcall.lastErrno() : 0;
    }
}
