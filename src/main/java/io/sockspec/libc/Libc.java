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
import java.util.function.Supplier;

/// The functions of the C library that sockspec calls. Each method makes exactly one call, never
/// retries, and answers
/// the call's result, or the negated errno when the result is -1. Pointers are addresses of
/// [Memory], 0 is NULL.
///
/// Names, arguments, ranges and errors are those of the manual page of the same name.
public final class Libc {
    private static final MemoryLayout ERRNO_LAYOUT = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = ERRNO_LAYOUT.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final ThreadLocal<MemorySegment> CAPTURED =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(ERRNO_LAYOUT));

    private static final Gate GATE = new Gate();

    private static final MethodHandle SOCKET = link("socket");
    private static final MethodHandle SOCKETPAIR = link("socketpair");
    private static final MethodHandle BIND = link("bind");
    private static final MethodHandle LISTEN = link("listen");
    private static final MethodHandle ACCEPT4 = link("accept4");
    private static final MethodHandle CONNECT = link("connect");
    private static final MethodHandle SHUTDOWN = link("shutdown");
    private static final MethodHandle CLOSE = link("close");
    private static final MethodHandle SENDTO = link("sendto");
    private static final MethodHandle SEND = link("send");
    private static final MethodHandle SENDMSG = link("sendmsg");
    private static final MethodHandle RECV = link("recv");
    private static final MethodHandle RECVFROM = link("recvfrom");
    private static final MethodHandle RECVMSG = link("recvmsg");
    private static final MethodHandle GETSOCKOPT = link("getsockopt");
    private static final MethodHandle SETSOCKOPT = link("setsockopt");
    private static final MethodHandle GETSOCKNAME = link("getsockname");
    private static final MethodHandle GETPEERNAME = link("getpeername");
    private static final MethodHandle POLL = link("poll");
    private static final MethodHandle SELECT = link("select");
    private static final MethodHandle FCNTL = link("fcntl");
    private static final MethodHandle IOCTL = link("ioctl");
    private static final MethodHandle OPEN = link("open");
    private static final MethodHandle READ = link("read");
    private static final MethodHandle WRITE = link("write");
    private static final MethodHandle LSEEK = link("lseek");
    private static final MethodHandle PIPE2 = link("pipe2");
    private static final MethodHandle FLOCK = link("flock");
    private static final MethodHandle DUP = link("dup");
    private static final MethodHandle MEMFD_CREATE = link("memfd_create");
    private static final MethodHandle EVENTFD = link("eventfd");
    private static final MethodHandle GETPID = link("getpid");
    private static final MethodHandle KILL = link("kill");
    private static final MethodHandle WAITPID = link("waitpid");
    private static final MethodHandle POSIX_SPAWNP = link("posix_spawnp");
    private static final MethodHandle SPAWN_ACTIONS = link("posix_spawn_file_actions_init");
    private static final MethodHandle SPAWN_DUP2 = link("posix_spawn_file_actions_adddup2");
    private static final MethodHandle SPAWN_CLOSE_FROM = link("posix_spawn_file_actions_addclosefrom_np");
    private static final MethodHandle SPAWN_ACTIONS_DESTROY = link("posix_spawn_file_actions_destroy");
    private static final MethodHandle SPAWN_ATTRIBUTES = link("posix_spawnattr_init");
    private static final MethodHandle SPAWN_FLAGS = link("posix_spawnattr_setflags");
    private static final MethodHandle SPAWN_DEFAULTS = link("posix_spawnattr_setsigdefault");
    private static final MethodHandle SETNS = link("setns");
    private static final MethodHandle UNSHARE = link("unshare");
    private static final MethodHandle SYSCALL = link("syscall");
    private static final MethodHandle SIGACTION = link("sigaction");
    private static final MethodHandle HTONS = link("htons");
    private static final MethodHandle NTOHS = link("ntohs");
    private static final MethodHandle HTONL = link("htonl");
    private static final MethodHandle NTOHL = link("ntohl");
    private static final MethodHandle INET_PTON = link("inet_pton");
    private static final MethodHandle INET_NTOP = link("inet_ntop");

    private Libc() {}

    @SuppressWarnings("restricted") // this class is where native access is allowed
    private static MethodHandle link(String name) {
        ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
        MemorySegment symbol = Linker.nativeLinker()
                .defaultLookup()
                .find(name)
                .or(() -> SymbolLookup.loaderLookup().find(name))
                .orElseThrow(() -> new IllegalStateException("the C library has no function " + name));
        // One shape for all: a callee that takes fewer or narrower arguments ignores the rest of the registers.
        return Linker.nativeLinker()
                .downcallHandle(
                        symbol,
                        FunctionDescriptor.of(word, word, word, word, word, word, word),
                        Linker.Option.captureCallState("errno"));
    }

    private static long raw(MethodHandle handle, long a, long b, long c, long d, long e, long f) {
        try {
            return (long) handle.invokeExact(CAPTURED.get(), a, b, c, d, e, f);
        } catch (RuntimeException | Error problem) {
            throw problem;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// For a function that returns int: only the low half of the result register is defined.
    private static int word(MethodHandle handle, long a, long b, long c, long d, long e, long f) {
        int result = (int) raw(handle, a, b, c, d, e, f);
        return result == -1 ? -lastErrno() : result;
    }

    private static long wide(MethodHandle handle, long a, long b, long c, long d, long e, long f) {
        long result = raw(handle, a, b, c, d, e, f);
        return result == -1 ? -lastErrno() : result;
    }

    private static int lastErrno() {
        return (int) ERRNO.get(CAPTURED.get(), 0L);
    }

    public static int socket(int domain, int type, int protocol) {
        return word(SOCKET, domain, type, protocol, 0, 0, 0);
    }

    public static int socketpair(int domain, int type, int protocol, Memory pair) {
        return word(SOCKETPAIR, domain, type, protocol, pair.address(), 0, 0);
    }

    public static int bind(int fd, Memory address, int length) {
        return word(BIND, fd, address.address(), length, 0, 0, 0);
    }

    public static int listen(int fd, int backlog) {
        return word(LISTEN, fd, backlog, 0, 0, 0, 0);
    }

    public static int accept4(int fd, Memory address, Memory length, int flags) {
        return word(ACCEPT4, fd, address.address(), length.address(), flags, 0, 0);
    }

    public static int connect(int fd, Memory address, int length) {
        return word(CONNECT, fd, address.address(), length, 0, 0, 0);
    }

    public static int shutdown(int fd, int how) {
        return word(SHUTDOWN, fd, how, 0, 0, 0, 0);
    }

    public static int close(int fd) {
        return word(CLOSE, fd, 0, 0, 0, 0, 0);
    }

    /// close() of what a scenario watches, see [#closing].
    public static int closeWatched(int fd) {
        return closing(() -> close(fd));
    }

    /// Makes a call that closes a descriptor of this JVM: waits while a process is being started,
    /// which would have a copy of it, and no process is started before the call returns.
    public static <T> T closing(Supplier<T> call) {
        GATE.beginClose();
        try {
            return call.get();
        } finally {
            GATE.endClose();
        }
    }

    public static long send(int fd, Memory buffer, long length, int flags) {
        return wide(SEND, fd, buffer.address(), length, flags, 0, 0);
    }

    public static long sendto(int fd, Memory buffer, long length, int flags, Memory address, int addressLength) {
        return wide(SENDTO, fd, buffer.address(), length, flags, address.address(), addressLength);
    }

    public static long sendmsg(int fd, Memory header, int flags) {
        return wide(SENDMSG, fd, header.address(), flags, 0, 0, 0);
    }

    public static long recv(int fd, Memory buffer, long length, int flags) {
        return wide(RECV, fd, buffer.address(), length, flags, 0, 0);
    }

    public static long recvfrom(int fd, Memory buffer, long length, int flags, Memory address, Memory addressLength) {
        return wide(RECVFROM, fd, buffer.address(), length, flags, address.address(), addressLength.address());
    }

    public static long recvmsg(int fd, Memory header, int flags) {
        return wide(RECVMSG, fd, header.address(), flags, 0, 0, 0);
    }

    public static int getsockopt(int fd, int level, int name, Memory value, Memory length) {
        return word(GETSOCKOPT, fd, level, name, value.address(), length.address(), 0);
    }

    public static int setsockopt(int fd, int level, int name, Memory value, int length) {
        return word(SETSOCKOPT, fd, level, name, value.address(), length, 0);
    }

    public static int getsockname(int fd, Memory address, Memory length) {
        return word(GETSOCKNAME, fd, address.address(), length.address(), 0, 0, 0);
    }

    public static int getpeername(int fd, Memory address, Memory length) {
        return word(GETPEERNAME, fd, address.address(), length.address(), 0, 0, 0);
    }

    /// `entries` holds `count` struct pollfd of 8 bytes; `timeoutMillis` below 0 waits for ever.
    public static int poll(Memory entries, long count, int timeoutMillis) {
        return word(POLL, entries.address(), count, timeoutMillis, 0, 0, 0);
    }

    /// The sets are fd_set of 128 bytes, `timeout` a struct timeval, which the kernel changes.
    public static int select(int limit, Memory read, Memory write, Memory except, Memory timeout) {
        return word(SELECT, limit, read.address(), write.address(), except.address(), timeout.address(), 0);
    }

    public static int fcntl(int fd, int command, long argument) {
        return word(FCNTL, fd, command, argument, 0, 0, 0);
    }

    public static int ioctl(int fd, long request, long argument) {
        return word(IOCTL, fd, request, argument, 0, 0, 0);
    }

    public static int open(String path, int flags, int mode) {
        try (Memory text = Memory.of(path)) {
            return word(OPEN, text.address(), flags, mode, 0, 0, 0);
        }
    }

    public static long read(int fd, Memory buffer, long length) {
        return wide(READ, fd, buffer.address(), length, 0, 0, 0);
    }

    public static long write(int fd, Memory buffer, long length) {
        return wide(WRITE, fd, buffer.address(), length, 0, 0, 0);
    }

    public static long lseek(int fd, long offset, int whence) {
        return wide(LSEEK, fd, offset, whence, 0, 0, 0);
    }

    public static int pipe2(Memory pair, int flags) {
        return word(PIPE2, pair.address(), flags, 0, 0, 0, 0);
    }

    public static int flock(int fd, int operation) {
        return word(FLOCK, fd, operation, 0, 0, 0, 0);
    }

    public static int dup(int fd) {
        return word(DUP, fd, 0, 0, 0, 0, 0);
    }

    public static int memfdCreate(String name, int flags) {
        try (Memory text = Memory.of(name)) {
            return word(MEMFD_CREATE, text.address(), flags, 0, 0, 0, 0);
        }
    }

    public static int eventfd(int initial, int flags) {
        return word(EVENTFD, initial, flags, 0, 0, 0, 0);
    }

    public static int setns(int fd, int kind) {
        return word(SETNS, fd, kind, 0, 0, 0, 0);
    }

    public static int unshare(int flags) {
        return word(UNSHARE, flags, 0, 0, 0, 0, 0);
    }

    /// The kernel's number of the calling thread.
    public static int gettid() {
        return (int) wide(SYSCALL, Machine.GETTID, 0, 0, 0, 0, 0);
    }

    public static int getpid() {
        return word(GETPID, 0, 0, 0, 0, 0, 0);
    }

    public static int tgkill(int process, int thread, int signal) {
        return (int) wide(SYSCALL, Machine.TGKILL, process, thread, signal, 0, 0);
    }

    /// A negative `process` means a whole process group.
    static int kill(int process, int signal) {
        return word(KILL, process, signal, 0, 0, 0, 0);
    }

    /// Answers the process whose status was taken, 0 with WNOHANG when there is none yet.
    static int waitpid(int process, Memory status, int options) {
        return word(WAITPID, process, status.address(), options, 0, 0, 0);
    }

    /// Answers 0 or an errno, which is not negated, as the function itself does. `attributes` and
    /// `actions` are filled by the methods below.
    static int posixSpawnp(
            Memory pid, Memory file, Memory actions, Memory attributes, Memory arguments, Memory environment) {
        GATE.beginStart();
        try {
            return (int) raw(
                    POSIX_SPAWNP,
                    pid.address(),
                    file.address(),
                    actions.address(),
                    attributes.address(),
                    arguments.address(),
                    environment.address());
        } finally {
            GATE.endStart();
        }
    }

    static void spawnActions(Memory actions) {
        word(SPAWN_ACTIONS, actions.address(), 0, 0, 0, 0, 0);
    }

    static void spawnDup2(Memory actions, int from, int to) {
        word(SPAWN_DUP2, actions.address(), from, to, 0, 0, 0);
    }

    /// Closes every descriptor from a number on.
    static void spawnCloseFrom(Memory actions, int from) {
        word(SPAWN_CLOSE_FROM, actions.address(), from, 0, 0, 0, 0);
    }

    static void spawnActionsDestroy(Memory actions) {
        word(SPAWN_ACTIONS_DESTROY, actions.address(), 0, 0, 0, 0, 0);
    }

    static void spawnAttributes(Memory attributes, int flags, Memory signalsToDefault) {
        word(SPAWN_ATTRIBUTES, attributes.address(), 0, 0, 0, 0, 0);
        word(SPAWN_FLAGS, attributes.address(), flags, 0, 0, 0, 0);
        word(SPAWN_DEFAULTS, attributes.address(), signalsToDefault.address(), 0, 0, 0, 0);
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
            return word(SIGACTION, signal, action.address(), 0, 0, 0, 0);
        }
    }

    /// The uint16_t that htons() answers, as the number the machine sees.
    public static int htons(int host) {
        return (int) raw(HTONS, host & 0xffff, 0, 0, 0, 0, 0) & 0xffff;
    }

    public static int ntohs(int network) {
        return (int) raw(NTOHS, network & 0xffff, 0, 0, 0, 0, 0) & 0xffff;
    }

    public static int htonl(int host) {
        return (int) raw(HTONL, host, 0, 0, 0, 0, 0);
    }

    public static int ntohl(int network) {
        return (int) raw(NTOHL, network, 0, 0, 0, 0, 0);
    }

    /// Answers 1 for an address, 0 for a text that is none, or -EAFNOSUPPORT.
    public static int inetPton(int domain, String text, Memory address) {
        try (Memory source = Memory.of(text)) {
            return word(INET_PTON, domain, source.address(), address.address(), 0, 0, 0);
        }
    }

    /// Writes the text into `text` and answers 0, or the negated errno.
    public static int inetNtop(int domain, Memory address, Memory text, int lengthBytes) {
        long result = raw(INET_NTOP, domain, address.address(), text.address(), lengthBytes, 0, 0);
        return result == 0 ? -lastErrno() : 0;
    }
}
