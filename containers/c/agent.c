/* The C agent: makes socket calls of the C library for sockspec (containers/protocol/README.md).
 *
 *     cc -std=gnu11 -O2 -Wall -Wextra -Werror -pthread -o agent agent.c        (-static if wished)
 *
 * Threads take turns: whoever holds `reading` reads a request. It makes a call that cannot block on the spot, and leaves
 * the reading to another thread before one that can. So an answer costs no handover, and a blocked call stops nobody.
 * A child of fork() runs the same loop on a pair of pipes; one thread of the parent passes its answers on. */
#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if_packet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#define LINE_BYTES (1024 * 1024)
#define DEPTH 32
#define PRIVATE_FD 1000 /* The agent's own descriptors start here: sockets get the low numbers. */
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- names ---- */

struct name {
    const char *name;
    int number;
};

#define N(name) {#name, name}
static const struct name DOMAINS[] = {N(AF_UNSPEC), N(AF_UNIX), N(AF_INET), N(AF_INET6), N(AF_NETLINK), N(AF_PACKET), {0, 0}};
static const struct name TYPES[] = {N(SOCK_STREAM), N(SOCK_DGRAM), N(SOCK_RAW), N(SOCK_RDM), N(SOCK_SEQPACKET),
    N(SOCK_NONBLOCK), N(SOCK_CLOEXEC), {0, 0}};
static const struct name PROTOCOLS[] = {N(IPPROTO_IP), N(IPPROTO_ICMP), N(IPPROTO_IGMP), N(IPPROTO_TCP), N(IPPROTO_UDP),
    N(IPPROTO_IPV6), N(IPPROTO_ICMPV6), N(IPPROTO_SCTP), N(IPPROTO_UDPLITE), N(IPPROTO_RAW), {0, 0}};
static const struct name HOWS[] = {N(SHUT_RD), N(SHUT_WR), N(SHUT_RDWR), {0, 0}};
static const struct name MESSAGES[] = {N(MSG_OOB), N(MSG_PEEK), N(MSG_DONTROUTE), N(MSG_CTRUNC), N(MSG_TRUNC), N(MSG_DONTWAIT),
    N(MSG_EOR), N(MSG_WAITALL), N(MSG_CONFIRM), N(MSG_ERRQUEUE), N(MSG_NOSIGNAL), N(MSG_MORE), N(MSG_WAITFORONE),
    N(MSG_FASTOPEN), N(MSG_CMSG_CLOEXEC), {0, 0}};
static const struct name EVENTS[] = {N(POLLIN), N(POLLPRI), N(POLLOUT), N(POLLERR), N(POLLHUP), N(POLLNVAL), N(POLLRDNORM),
    N(POLLRDBAND), N(POLLWRNORM), N(POLLWRBAND), N(POLLRDHUP), {0, 0}};
/* The kernel's own O_LARGEFILE, which F_GETFL shows also where the C library's constant is 0. */
#if defined __arm__ || defined __aarch64__
#define KERNEL_LARGEFILE 0x20000
#elif defined __powerpc__
#define KERNEL_LARGEFILE 0x10000
#else
#define KERNEL_LARGEFILE 0x8000
#endif
static const struct name STATUS[] = {N(O_RDONLY), N(O_WRONLY), N(O_RDWR), N(O_APPEND), N(O_NONBLOCK), N(O_ASYNC), N(O_DIRECT),
    {"O_LARGEFILE", KERNEL_LARGEFILE}, N(O_NOATIME), {0, 0}};
static const struct name FD_FLAGS[] = {N(FD_CLOEXEC), {0, 0}};
static const struct name COMMANDS[] = {N(F_GETFL), N(F_SETFL), N(F_GETFD), N(F_SETFD), {0, 0}};
#ifndef SIOCOUTQ /* of linux/sockios.h, which not every C library brings */
#define SIOCOUTQ TIOCOUTQ
#endif
static const struct name REQUESTS[] = {N(FIONREAD), N(SIOCATMARK), N(SIOCOUTQ), N(TIOCOUTQ), {0, 0}};
static const struct name WHENCES[] = {N(SEEK_SET), N(SEEK_CUR), N(SEEK_END), {0, 0}};
static const struct name LOCKS[] = {N(LOCK_SH), N(LOCK_EX), N(LOCK_UN), N(LOCK_NB), {0, 0}};
static const struct name SIGNALS[] = {N(SIGHUP), N(SIGINT), N(SIGQUIT), N(SIGILL), N(SIGTRAP), N(SIGABRT), N(SIGBUS), N(SIGFPE),
    N(SIGKILL), N(SIGUSR1), N(SIGSEGV), N(SIGUSR2), N(SIGPIPE), N(SIGALRM), N(SIGTERM), N(SIGSTKFLT), N(SIGCHLD), N(SIGCONT),
    N(SIGSTOP), N(SIGTSTP), N(SIGTTIN), N(SIGTTOU), N(SIGURG), N(SIGXCPU), N(SIGXFSZ), N(SIGVTALRM), N(SIGPROF), N(SIGWINCH),
    N(SIGIO), N(SIGPWR), N(SIGSYS), {0, 0}};
/* Of two names of one number the first is written. */
static const struct name ERRNOS[] = {N(EPERM), N(ENOENT), N(ESRCH), N(EINTR), N(EIO), N(ENXIO), N(E2BIG), N(ENOEXEC), N(EBADF),
    N(ECHILD), N(EAGAIN), N(ENOMEM), N(EACCES), N(EFAULT), N(ENOTBLK), N(EBUSY), N(EEXIST), N(EXDEV), N(ENODEV), N(ENOTDIR),
    N(EISDIR), N(EINVAL), N(ENFILE), N(EMFILE), N(ENOTTY), N(ETXTBSY), N(EFBIG), N(ENOSPC), N(ESPIPE), N(EROFS), N(EMLINK),
    N(EPIPE), N(EDOM), N(ERANGE), N(EDEADLK), N(ENAMETOOLONG), N(ENOLCK), N(ENOSYS), N(ENOTEMPTY), N(ELOOP), N(ENOMSG), N(EIDRM),
    N(ECHRNG), N(EL2NSYNC), N(EL3HLT), N(EL3RST), N(ELNRNG), N(EUNATCH), N(ENOCSI), N(EL2HLT), N(EBADE), N(EBADR), N(EXFULL),
    N(ENOANO), N(EBADRQC), N(EBADSLT), N(EBFONT), N(ENOSTR), N(ENODATA), N(ETIME), N(ENOSR), N(ENONET), N(ENOPKG), N(EREMOTE),
    N(ENOLINK), N(EADV), N(ESRMNT), N(ECOMM), N(EPROTO), N(EMULTIHOP), N(EDOTDOT), N(EBADMSG), N(EOVERFLOW), N(ENOTUNIQ),
    N(EBADFD), N(EREMCHG), N(ELIBACC), N(ELIBBAD), N(ELIBSCN), N(ELIBMAX), N(ELIBEXEC), N(EILSEQ), N(ERESTART), N(ESTRPIPE),
    N(EUSERS), N(ENOTSOCK), N(EDESTADDRREQ), N(EMSGSIZE), N(EPROTOTYPE), N(ENOPROTOOPT), N(EPROTONOSUPPORT), N(ESOCKTNOSUPPORT),
    N(EOPNOTSUPP), N(EPFNOSUPPORT), N(EAFNOSUPPORT), N(EADDRINUSE), N(EADDRNOTAVAIL), N(ENETDOWN), N(ENETUNREACH), N(ENETRESET),
    N(ECONNABORTED), N(ECONNRESET), N(ENOBUFS), N(EISCONN), N(ENOTCONN), N(ESHUTDOWN), N(ETOOMANYREFS), N(ETIMEDOUT),
    N(ECONNREFUSED), N(EHOSTDOWN), N(EHOSTUNREACH), N(EALREADY), N(EINPROGRESS), N(ESTALE), N(EUCLEAN), N(ENOTNAM), N(ENAVAIL),
    N(EISNAM), N(EREMOTEIO), N(EDQUOT), N(ENOMEDIUM), N(EMEDIUMTYPE), N(ECANCELED), N(ENOKEY), N(EKEYEXPIRED), N(EKEYREVOKED),
    N(EKEYREJECTED), N(EOWNERDEAD), N(ENOTRECOVERABLE), N(ERFKILL), N(EHWPOISON), N(EWOULDBLOCK), N(EDEADLOCK), N(ENOTSUP), {0, 0}};

/* An option's number also needs its level; an unnamed one is asked for as {"level":0,"option":1}. */
struct option {
    const char *name;
    int level, number;
};
#define O(level, name) {#name, level, name}
static const struct option OPTIONS[] = {O(SOL_SOCKET, SO_DEBUG), O(SOL_SOCKET, SO_REUSEADDR), O(SOL_SOCKET, SO_TYPE),
    O(SOL_SOCKET, SO_ERROR), O(SOL_SOCKET, SO_DONTROUTE), O(SOL_SOCKET, SO_BROADCAST), O(SOL_SOCKET, SO_SNDBUF),
    O(SOL_SOCKET, SO_RCVBUF), O(SOL_SOCKET, SO_SNDBUFFORCE), O(SOL_SOCKET, SO_RCVBUFFORCE), O(SOL_SOCKET, SO_KEEPALIVE),
    O(SOL_SOCKET, SO_OOBINLINE), O(SOL_SOCKET, SO_NO_CHECK), O(SOL_SOCKET, SO_PRIORITY), O(SOL_SOCKET, SO_LINGER),
    O(SOL_SOCKET, SO_REUSEPORT), O(SOL_SOCKET, SO_PASSCRED), O(SOL_SOCKET, SO_PEERCRED), O(SOL_SOCKET, SO_RCVLOWAT),
    O(SOL_SOCKET, SO_SNDLOWAT), O(SOL_SOCKET, SO_RCVTIMEO), O(SOL_SOCKET, SO_SNDTIMEO), O(SOL_SOCKET, SO_BINDTODEVICE),
    O(SOL_SOCKET, SO_ATTACH_FILTER), O(SOL_SOCKET, SO_DETACH_FILTER), O(SOL_SOCKET, SO_PEERNAME), O(SOL_SOCKET, SO_TIMESTAMP),
    O(SOL_SOCKET, SO_ACCEPTCONN), O(SOL_SOCKET, SO_PEERSEC), O(SOL_SOCKET, SO_PASSSEC), O(SOL_SOCKET, SO_TIMESTAMPNS),
    O(SOL_SOCKET, SO_MARK), O(SOL_SOCKET, SO_TIMESTAMPING), O(SOL_SOCKET, SO_PROTOCOL), O(SOL_SOCKET, SO_DOMAIN),
    O(SOL_SOCKET, SO_RXQ_OVFL), O(SOL_SOCKET, SO_PEEK_OFF), O(SOL_SOCKET, SO_BUSY_POLL), O(SOL_SOCKET, SO_INCOMING_CPU),
    O(SOL_SOCKET, SO_ZEROCOPY), O(IPPROTO_IP, IP_TOS), O(IPPROTO_IP, IP_TTL), O(IPPROTO_IP, IP_HDRINCL), O(IPPROTO_IP, IP_OPTIONS),
    O(IPPROTO_IP, IP_RECVOPTS), O(IPPROTO_IP, IP_RETOPTS), O(IPPROTO_IP, IP_PKTINFO), O(IPPROTO_IP, IP_MTU_DISCOVER),
    O(IPPROTO_IP, IP_RECVERR), O(IPPROTO_IP, IP_RECVTTL), O(IPPROTO_IP, IP_RECVTOS), O(IPPROTO_IP, IP_MTU),
    O(IPPROTO_IP, IP_FREEBIND), O(IPPROTO_IP, IP_TRANSPARENT), O(IPPROTO_IP, IP_ORIGDSTADDR), O(IPPROTO_IP, IP_MINTTL),
    O(IPPROTO_IP, IP_NODEFRAG), O(IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT), O(IPPROTO_IP, IP_MULTICAST_IF),
    O(IPPROTO_IP, IP_MULTICAST_TTL), O(IPPROTO_IP, IP_MULTICAST_LOOP), O(IPPROTO_IP, IP_ADD_MEMBERSHIP),
    O(IPPROTO_IP, IP_DROP_MEMBERSHIP), O(IPPROTO_IP, IP_UNBLOCK_SOURCE), O(IPPROTO_IP, IP_BLOCK_SOURCE),
    O(IPPROTO_IP, IP_ADD_SOURCE_MEMBERSHIP), O(IPPROTO_IP, IP_DROP_SOURCE_MEMBERSHIP), O(IPPROTO_IP, IP_MSFILTER),
    O(IPPROTO_IP, MCAST_JOIN_GROUP), O(IPPROTO_IP, MCAST_LEAVE_GROUP), O(IPPROTO_IP, MCAST_JOIN_SOURCE_GROUP),
    O(IPPROTO_IP, MCAST_LEAVE_SOURCE_GROUP), O(IPPROTO_IP, IP_MULTICAST_ALL), O(IPPROTO_IP, IP_UNICAST_IF),
    O(IPPROTO_IPV6, IPV6_V6ONLY), O(IPPROTO_IPV6, IPV6_UNICAST_HOPS), O(IPPROTO_IPV6, IPV6_MULTICAST_IF),
    O(IPPROTO_IPV6, IPV6_MULTICAST_HOPS), O(IPPROTO_IPV6, IPV6_MULTICAST_LOOP), O(IPPROTO_IPV6, IPV6_JOIN_GROUP),
    O(IPPROTO_IPV6, IPV6_LEAVE_GROUP), O(IPPROTO_IPV6, IPV6_MTU_DISCOVER), O(IPPROTO_IPV6, IPV6_MTU), O(IPPROTO_IPV6, IPV6_RECVERR),
    O(IPPROTO_IPV6, IPV6_CHECKSUM), O(IPPROTO_IPV6, IPV6_RECVPKTINFO), O(IPPROTO_IPV6, IPV6_PKTINFO),
    O(IPPROTO_IPV6, IPV6_RECVHOPLIMIT), O(IPPROTO_IPV6, IPV6_HOPLIMIT), O(IPPROTO_IPV6, IPV6_RECVTCLASS),
    O(IPPROTO_IPV6, IPV6_TCLASS), O(IPPROTO_TCP, TCP_NODELAY), O(IPPROTO_TCP, TCP_MAXSEG), O(IPPROTO_TCP, TCP_CORK),
    O(IPPROTO_TCP, TCP_KEEPIDLE), O(IPPROTO_TCP, TCP_KEEPINTVL), O(IPPROTO_TCP, TCP_KEEPCNT), O(IPPROTO_TCP, TCP_SYNCNT),
    O(IPPROTO_TCP, TCP_LINGER2), O(IPPROTO_TCP, TCP_DEFER_ACCEPT), O(IPPROTO_TCP, TCP_WINDOW_CLAMP), O(IPPROTO_TCP, TCP_INFO),
    O(IPPROTO_TCP, TCP_QUICKACK), O(IPPROTO_TCP, TCP_CONGESTION), O(IPPROTO_TCP, TCP_MD5SIG), O(IPPROTO_TCP, TCP_USER_TIMEOUT),
    O(IPPROTO_TCP, TCP_FASTOPEN), O(IPPROTO_TCP, TCP_FASTOPEN_CONNECT), O(IPPROTO_TCP, TCP_TIMESTAMP),
    O(IPPROTO_TCP, TCP_NOTSENT_LOWAT), O(IPPROTO_TCP, TCP_INQ), {0, 0, 0}};

/* ---- state ---- */

struct json {
    enum { NUL, FALSE, TRUE, NUMBER, TEXT, LIST, OBJECT } kind;
    const char *key, *text; /* TEXT ends with a zero and may contain others; NUMBER ends where its line goes on. */
    size_t length;
    struct json *first, *next;
};

struct room { /* Memory of one request. */
    struct room *next;
    max_align_t bytes[];
};

/* A thread and the request it is at. It is never freed, so that others may look at it under `table`. */
struct worker {
    struct worker *next;
    pid_t tid;
    unsigned long serial; /* of the request if it may block and is not answered, else 0; under `table` */
    bool returned;        /* The call is over and must not be signalled any more; under `table`. */
    unsigned sent;        /* signals of this request; under `table` */
    atomic_uint taken;    /* signals whose handler has run */
    const struct json *id, *params;
    const struct method *method;
    struct room *rooms;
    char *line, *answer;
    size_t line_size, answer_length, answer_size, body; /* `body`: where the answer's id ends */
    jmp_buf refused;
};

struct pending {
    struct pending *next;
    size_t length;
    char head[]; /* of the answer, up to the end of its id */
};

/* A child process; never freed. `process` is 0 when wait() has taken its status. */
struct child {
    struct child *next;
    pid_t process;
    int requests, answers, pidfd;
    bool gone; /* Its end of the pipes is closed; under `table`, as the list of what it has not answered. */
    struct pending *pending;
    pthread_mutex_t writing;
};

struct reader {
    int fd;
    char *bytes;
    size_t start, end, size, limit;
};

struct method {
    const char *name;
    void (*call)(struct worker *);
    enum { AT_ONCE, BLOCKS, OF_CALL, BY_CHILD } kind; /* OF_CALL also blocks. */
};

/* Locks are taken in this order. */
static pthread_mutex_t reading = PTHREAD_MUTEX_INITIALIZER, table = PTHREAD_MUTEX_INITIALIZER, writing = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t answered;
static atomic_int idle; /* threads that wait to read */
static struct reader input = {.limit = LINE_BYTES};
static int output;
static bool is_child;
static char *program;
static struct worker *workers;
static struct child *children;
static unsigned long serials;
static _Thread_local struct worker *self;

static _Noreturn void die(const char *sentence) {
    fprintf(stderr, "agent: %s\n", sentence);
    _exit(1);
}

static void *grow(void *memory, size_t size) {
    void *grown = realloc(memory, size);
    if (!grown) die("no memory for a request");
    return grown;
}

/* Zeroed memory until the request is answered; of exactly this size, so that a sanitizer sees every byte beyond. */
static void *room(struct worker *w, size_t size) {
    struct room *room = calloc(1, sizeof *room + size);
    if (!room) die("no memory for the buffers of a call");
    room->next = w->rooms;
    w->rooms = room;
    return room->bytes;
}

/* ---- answers ---- */

static void append(struct worker *w, const void *bytes, size_t length) {
    if (w->answer_length + length > w->answer_size)
        w->answer = grow(w->answer, w->answer_size = 2 * (w->answer_length + length) + 512);
    if (length) memcpy(w->answer + w->answer_length, bytes, length);
    w->answer_length += length;
}

__attribute__((format(printf, 2, 3))) static void put(struct worker *w, const char *format, ...) {
    char text[256];
    va_list values;
    va_start(values, format);
    int length = vsnprintf(text, sizeof text, format, values);
    va_end(values);
    append(w, text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

static void put_text(struct worker *w, const char *text, size_t length) {
    append(w, "\"", 1);
    for (const char *end = text + length; text < end; text++)
        if (*text == '"' || *text == '\\') put(w, "\\%c", *text);
        else if ((unsigned char)*text < 0x20) put(w, "\\u%04x", *text);
        else append(w, text, 1);
    append(w, "\"", 1);
}

static void put_hex(struct worker *w, const char *name, const void *bytes, size_t length) {
    put(w, "\"%s\":\"", name);
    for (const unsigned char *at = bytes, *end = at + length; at < end; at++)
        append(w, (char[]){"0123456789abcdef"[*at >> 4], "0123456789abcdef"[*at & 15]}, 2);
    append(w, "\"", 1);
}

static void put_json(struct worker *w, const struct json *value) {
    if (value && value->kind == TEXT) put_text(w, value->text, value->length);
    else if (value && value->kind == NUMBER) append(w, value->text, value->length);
    else put(w, "null");
}

/* The name of a number, or the number behind the word for what it is. */
static void put_name(struct worker *w, const char *name, const struct name *names, int number, const char *word) {
    while (names->name && names->number != number) names++;
    if (names->name) put(w, "\"%s\":\"%s\"", name, names->name);
    else put(w, "\"%s\":\"%s%d\"", name, word, number);
}

static void put_flags(struct worker *w, const char *first, const struct name *names, int flags) {
    const char *bar = *first ? "|" : "";
    put(w, "\"%s", first);
    for (; names->name; names++)
        if (flags & names->number) {
            put(w, "%s%s", bar, names->name);
            flags &= ~names->number;
            bar = "|";
        }
    if (flags) put(w, "%s0x%x", bar, (unsigned)flags);
    else if (!*bar) put(w, "0");
    put(w, "\"");
}

static void begin(struct worker *w, const struct json *id) {
    w->answer_length = 0;
    put(w, "{\"jsonrpc\":\"2.0\",\"id\":");
    put_json(w, id);
    w->body = w->answer_length;
    put(w, ",\"result\":{");
}

/* What the agent has no way to do, `method(what)`, is an error; it ends the request. */
static _Noreturn void refuse_text(struct worker *w, int code, const char *before, const char *what, size_t length, const char *after) {
    w->answer_length = w->body;
    put(w, ",\"error\":{\"code\":%d,\"message\":", code);
    size_t size = strlen(before) + length + strlen(after);
    char *message = room(w, size + 1);
    memcpy(stpcpy(message, before), what, length);
    strcpy(message + strlen(before) + length, after);
    put_text(w, message, size);
    put(w, "}}\n");
    longjmp(w->refused, 1);
}

static _Noreturn void refuse(struct worker *w, const char *what, size_t length) {
    char before[64];
    snprintf(before, sizeof before, "%s(", w->method->name);
    refuse_text(w, -32602, before, what, length, ")");
}

/* Whether a call succeeded; one that failed has its errno for an answer. */
static bool succeeded(struct worker *w, long long result) {
    if (result < 0) put_name(w, "errno", ERRNOS, errno, "errno ");
    return result >= 0;
}

static bool answer_number(struct worker *w, const char *name, long long result) {
    if (!succeeded(w, result)) return false;
    put(w, "\"%s\":%lld", name, result);
    return true;
}

static void write_whole(int fd, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t count = write(fd, bytes, length);
        if (count < 0 && errno == EAGAIN) poll(&(struct pollfd){fd, POLLOUT, 0}, 1, -1);
        else if (count < 0 && errno != EINTR) return; /* Nobody reads any more: the end of the input says so too. */
        else if (count > 0) bytes += count, length -= (size_t)count;
    }
}

static void write_answer(const char *bytes, size_t length) {
    pthread_mutex_lock(&writing);
    write_whole(output, bytes, length);
    pthread_mutex_unlock(&writing);
}

/* ---- JSON ---- */

static _Noreturn void malformed(struct worker *w, const char *at) {
    char where[32];
    snprintf(where, sizeof where, "malformed JSON at byte %td", at - w->line);
    refuse_text(w, -32700, where, "", 0, "");
}

/* The length of the UTF-8 sequence that starts here, 0 if it is none. */
static size_t sequence(const unsigned char *at, size_t left) {
    size_t length = *at < 0x80 ? 1 : *at >> 5 == 6 ? 2 : *at >> 4 == 14 ? 3 : *at >> 3 == 30 ? 4 : 0;
    if (length == 1) return 1;
    if (length == 0 || length > left) return 0;
    unsigned point = *at & (0x7fu >> length);
    for (size_t i = 1; i < length; i++) {
        if (at[i] >> 6 != 2) return 0;
        point = point << 6 | (at[i] & 63);
    }
    static const unsigned LEAST[] = {0, 0, 0x80, 0x800, 0x10000};
    return point < LEAST[length] || point > 0x10ffff || point >> 11 == 0x1b ? 0 : length;
}

static bool is_utf8(const char *text, size_t length) {
    for (size_t i = 0, step; i < length; i += step)
        if (!(step = sequence((const unsigned char *)text + i, length - i))) return false;
    return true;
}

static char *skip(char *at) {
    return at + strspn(at, " \t\r\n");
}

static unsigned four_digits(struct worker *w, const char *at) {
    unsigned number = 0;
    for (int i = 0; i < 4; i++) {
        if (!isxdigit((unsigned char)at[i])) malformed(w, at);
        number = number << 4 | (unsigned)(isdigit((unsigned char)at[i]) ? at[i] - '0' : (at[i] | 32) - 'a' + 10);
    }
    return number;
}

static char *store(char *to, unsigned point) {
    if (point < 0x80) return *to++ = (char)point, to;
    int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    *to++ = (char)(0xff00 >> (more + 1) | (int)(point >> 6 * more));
    while (more-- > 0) *to++ = (char)(0x80 | (point >> 6 * more & 63));
    return to;
}

/* Reads the text behind a quotation mark in place: it never gets longer. Half a surrogate pair becomes U+FFFD. */
static char *parse_text(struct worker *w, char *at, const char **text, size_t *length) {
    static const char NAMES[] = "\"\\/bfnrt", MEANINGS[] = "\"\\/\b\f\n\r\t";
    char *to = at;
    *text = at;
    while (*at != '"') {
        const char *name;
        if ((unsigned char)*at < 0x20) malformed(w, at);
        if (*at != '\\') *to++ = *at++;
        else if (*++at == 'u') {
            unsigned point = four_digits(w, at + 1);
            at += 5;
            if (point >> 10 == 0x36 && at[0] == '\\' && at[1] == 'u') {
                unsigned low = four_digits(w, at + 2);
                if (low >> 10 == 0x37) point = 0x10000 + ((point & 0x3ff) << 10) + (low & 0x3ff), at += 6;
            }
            to = store(to, point >> 11 == 0x1b ? 0xfffd : point);
        } else if (*at && (name = strchr(NAMES, *at))) *to++ = MEANINGS[name - NAMES], at++;
        else malformed(w, at);
    }
    *length = (size_t)(to - *text);
    *to = 0; /* Here or before is the closing quotation mark. */
    return at + 1;
}

static char *parse_number(struct worker *w, char *at) {
    at += *at == '-';
    char *digits = at;
    at += strspn(at, "0123456789");
    if (at == digits || (*digits == '0' && at > digits + 1)) malformed(w, digits);
    if (*at == '.') {
        size_t count = strspn(at + 1, "0123456789");
        if (!count) malformed(w, at);
        at += 1 + count;
    }
    if (*at == 'e' || *at == 'E') {
        at += 1 + (at[1] == '+' || at[1] == '-');
        size_t count = strspn(at, "0123456789");
        if (!count) malformed(w, at);
        at += count;
    }
    return at;
}

static char *parse(struct worker *w, char *at, struct json *value, int depth) {
    static const struct { const char *word; size_t length; int kind; } WORDS[] = {{"null", 4, NUL}, {"true", 4, TRUE}, {"false", 5, FALSE}};
    at = skip(at);
    value->text = at;
    if (*at == '{' || *at == '[') {
        char close = *at == '{' ? '}' : ']';
        struct json **last = &value->first;
        value->kind = *at == '{' ? OBJECT : LIST;
        if (depth == 0) malformed(w, at);
        for (at = skip(at + 1); *at != close || last != &value->first; at = skip(at + 1)) {
            struct json *element = *last = room(w, sizeof *element);
            last = &element->next;
            if (close == '}') {
                if (*(at = skip(at)) != '"') malformed(w, at);
                at = skip(parse_text(w, at + 1, &element->key, &element->length));
                if (*at++ != ':') malformed(w, at - 1);
            }
            at = skip(parse(w, at, element, depth - 1));
            if (*at == close) break;
            if (*at != ',') malformed(w, at);
        }
        return at + 1;
    }
    if (*at == '"') return value->kind = TEXT, parse_text(w, at + 1, &value->text, &value->length);
    for (size_t i = 0; i < COUNT(WORDS); i++)
        if (!strncmp(at, WORDS[i].word, WORDS[i].length)) return value->kind = WORDS[i].kind, at + WORDS[i].length;
    value->kind = NUMBER;
    char *end = parse_number(w, at);
    value->length = (size_t)(end - at);
    return end;
}

static const struct json *member(const struct json *object, const char *name) {
    const struct json *at = object && object->kind == OBJECT ? object->first : NULL;
    while (at && strcmp(at->key, name)) at = at->next;
    return at;
}

static bool same(const struct json *a, const struct json *b) {
    return a && b && a->kind == b->kind && a->length == b->length && !memcmp(a->text, b->text, a->length);
}

/* ---- parameters ---- */

static const struct json *wanted(struct worker *w, const struct json *object, const char *name, int kind) {
    const struct json *value = member(object, name);
    if (!value || (int)value->kind != kind) refuse(w, name, strlen(name));
    return value;
}

static long long integer(struct worker *w, const struct json *value, long long least, long long most) {
    char *end;
    errno = 0;
    long long number = value->kind == NUMBER ? strtoll(value->text, &end, 10) : 0;
    if (value->kind != NUMBER || errno || end != value->text + value->length || number < least || number > most) {
        bool scalar = value->kind == NUMBER || value->kind == TEXT;
        const char *what = scalar ? value->text : value->key ? value->key : "";
        refuse(w, what, scalar ? value->length : strlen(what));
    }
    return number;
}

static long long number_in(struct worker *w, const struct json *object, const char *name, long long least, long long most) {
    return integer(w, wanted(w, object, name, NUMBER), least, most);
}

static int number(struct worker *w, const char *name) {
    return (int)number_in(w, w->params, name, INT32_MIN, INT32_MAX);
}

static int fd(struct worker *w) {
    return number(w, "fd");
}

static size_t length(struct worker *w, const char *name) {
    return (size_t)number_in(w, w->params, name, 0, INT32_MAX);
}

/* Names joined by `|`; a number stands for itself, as JSON or as text. */
static int flags_in(struct worker *w, const struct json *object, const char *key, const struct name *names) {
    const struct json *value = member(object, key);
    if (value && value->kind == NUMBER) return (int)(unsigned)integer(w, value, INT32_MIN, UINT32_MAX);
    unsigned flags = 0;
    for (const char *at = wanted(w, object, key, TEXT)->text, *end; ; at = end + 1) {
        end = at + strcspn(at, "|");
        const struct name *name = names;
        char *stop = NULL;
        while (name->name && (strncmp(name->name, at, (size_t)(end - at)) || name->name[end - at])) name++;
        flags |= name->name ? (unsigned)name->number : isdigit((unsigned char)*at) ? (unsigned)strtoul(at, &stop, 0) : 0;
        if (!name->name && stop != end) refuse(w, at, (size_t)(end - at));
        if (!*end) return (int)flags;
    }
}

static int flags(struct worker *w, const char *key, const struct name *names) {
    return flags_in(w, w->params, key, names);
}

struct bytes {
    unsigned char *at;
    size_t length;
};

static struct bytes hex_in(struct worker *w, const struct json *object, const char *name) {
    const struct json *text = wanted(w, object, name, TEXT);
    struct bytes bytes = {room(w, text->length / 2), text->length / 2};
    if (text->length % 2) refuse(w, name, strlen(name));
    for (size_t i = 0; i < text->length; i++) {
        unsigned char digit = (unsigned char)text->text[i];
        if (!isxdigit(digit)) refuse(w, name, strlen(name));
        digit = (unsigned char)(isdigit(digit) ? digit - '0' : (digit | 32) - 'a' + 10);
        bytes.at[i / 2] = (unsigned char)(bytes.at[i / 2] << 4 | digit);
    }
    return bytes;
}

static struct bytes hex(struct worker *w, const char *name) {
    return hex_in(w, w->params, name);
}

static void ip(struct worker *w, const struct json *object, const char *name, int domain, void *to) {
    const struct json *text = wanted(w, object, name, TEXT);
    if (inet_pton(domain, text->text, to) != 1) refuse(w, text->text, text->length);
}

/* ---- addresses ---- */

struct address {
    struct sockaddr *at;
    socklen_t length;
};

static struct bytes sockaddr(struct worker *w, int family, size_t length) {
    struct bytes bytes = {room(w, length), length};
    memcpy(bytes.at, &(sa_family_t){(sa_family_t)family}, sizeof(sa_family_t));
    return bytes;
}

/* A path keeps its zero byte as long as there is room for it. A longer one is passed on for the kernel to refuse. */
static struct bytes encode_unix(struct worker *w, const struct json *address) {
    if (member(address, "abstract")) {
        struct bytes name = hex_in(w, address, "abstract"), bytes = sockaddr(w, AF_UNIX, sizeof(sa_family_t) + 1 + name.length);
        memcpy(bytes.at + sizeof(sa_family_t) + 1, name.at, name.length);
        return bytes;
    }
    const struct json *path = wanted(w, address, "path", TEXT);
    size_t zero = path->length > 0 && path->length < sizeof ((struct sockaddr_un *)0)->sun_path;
    struct bytes bytes = sockaddr(w, AF_UNIX, sizeof(sa_family_t) + path->length + zero);
    memcpy(bytes.at + sizeof(sa_family_t), path->text, path->length);
    return bytes;
}

static struct bytes encode_packet(struct worker *w, const struct json *address) {
    struct bytes mac = hex_in(w, address, "mac");
    struct sockaddr_ll link = {.sll_family = AF_PACKET, .sll_halen = (unsigned char)mac.length};
    size_t head = offsetof(struct sockaddr_ll, sll_addr);
    link.sll_protocol = htons((uint16_t)number_in(w, address, "protocol", 0, UINT16_MAX));
    link.sll_ifindex = (int)number_in(w, address, "interface", INT32_MIN, INT32_MAX);
    link.sll_pkttype = (unsigned char)number_in(w, address, "type", 0, UINT8_MAX);
    struct bytes bytes = sockaddr(w, AF_PACKET, head + mac.length > sizeof link ? head + mac.length : sizeof link);
    memcpy(bytes.at, &link, head);
    memcpy(bytes.at + head, mac.at, mac.length);
    return bytes;
}

static struct bytes encode(struct worker *w, const struct json *address) {
    if (member(address, "sockaddr")) return hex_in(w, address, "sockaddr");
    int family = flags_in(w, address, "family", DOMAINS);
    if (family == AF_UNIX) return encode_unix(w, address);
    if (family == AF_PACKET) return encode_packet(w, address);
    if (family == AF_UNSPEC) return sockaddr(w, AF_UNSPEC, sizeof(struct sockaddr));
    if (family != AF_INET && family != AF_INET6) refuse(w, "family", 6);
    in_port_t port = htons((uint16_t)number_in(w, address, "port", 0, UINT16_MAX));
    struct bytes bytes = sockaddr(w, family, family == AF_INET ? sizeof(struct sockaddr_in) : sizeof(struct sockaddr_in6));
    memcpy(bytes.at + 2, &port, sizeof port);
    if (family == AF_INET) return ip(w, address, "ip", AF_INET, bytes.at + offsetof(struct sockaddr_in, sin_addr)), bytes;
    ip(w, address, "ip", AF_INET6, bytes.at + offsetof(struct sockaddr_in6, sin6_addr));
    uint32_t scope = member(address, "scope") ? (uint32_t)number_in(w, address, "scope", INT32_MIN, UINT32_MAX) : 0;
    memcpy(bytes.at + offsetof(struct sockaddr_in6, sin6_scope_id), &scope, sizeof scope);
    return bytes;
}

static struct address address(struct worker *w) {
    struct bytes bytes = encode(w, wanted(w, w->params, "address", OBJECT));
    return (struct address){(struct sockaddr *)(void *)bytes.at, (socklen_t)bytes.length};
}

/* Room for an address that a call stores. */
static struct address address_room(struct worker *w) {
    return (struct address){room(w, sizeof(struct sockaddr_storage)), sizeof(struct sockaddr_storage)};
}

/* Paths end with their zero byte, without one, or with more than one. One that is no UTF-8 has no form of its own. */
static bool put_unix(struct worker *w, const unsigned char *bytes, size_t length) {
    const char *path = (const char *)bytes + sizeof(sa_family_t);
    length -= sizeof(sa_family_t);
    if (length > 0 && !*path) {
        put(w, "\"family\":\"AF_UNIX\",");
        put_hex(w, "abstract", path + 1, length - 1);
        return true;
    }
    length = strnlen(path, length);
    if (!is_utf8(path, length)) return false;
    put(w, "\"family\":\"AF_UNIX\",\"path\":");
    put_text(w, path, length);
    return true;
}

static bool put_packet(struct worker *w, const unsigned char *bytes, size_t length) {
    size_t head = offsetof(struct sockaddr_ll, sll_addr);
    struct sockaddr_ll link;
    memcpy(&link, bytes, length < head ? length : head);
    if (length < head || length < head + link.sll_halen) return false;
    put(w, "\"family\":\"AF_PACKET\",\"protocol\":%d,\"interface\":%d,\"type\":%d,", ntohs(link.sll_protocol), link.sll_ifindex, link.sll_pkttype);
    put_hex(w, "mac", bytes + head, link.sll_halen);
    return true;
}

static bool put_inet(struct worker *w, const unsigned char *bytes, size_t length) {
    struct sockaddr_in inet;
    char text[INET_ADDRSTRLEN];
    if (length != sizeof inet) return false;
    memcpy(&inet, bytes, length);
    put(w, "\"family\":\"AF_INET\",\"ip\":\"%s\",\"port\":%d", inet_ntop(AF_INET, &inet.sin_addr, text, sizeof text), ntohs(inet.sin_port));
    return true;
}

static bool put_inet6(struct worker *w, const unsigned char *bytes, size_t length) {
    struct sockaddr_in6 inet;
    char text[INET6_ADDRSTRLEN];
    if (length != sizeof inet) return false;
    memcpy(&inet, bytes, length);
    put(w, "\"family\":\"AF_INET6\",\"ip\":\"%s\",\"port\":%d,\"scope\":%u", inet_ntop(AF_INET6, &inet.sin6_addr, text, sizeof text),
        ntohs(inet.sin6_port), inet.sin6_scope_id);
    return true;
}

static bool put_unspecified(struct worker *w, const unsigned char *bytes, size_t length) {
    if (length != sizeof(struct sockaddr) || memcmp(bytes, &(struct sockaddr){.sa_family = AF_UNSPEC}, length)) return false;
    put(w, "\"family\":\"AF_UNSPEC\"");
    return true;
}

/* What has no form of its own, or not the length of its form, is told byte for byte. A length beyond the room says that the
 * address was cut. */
static void put_address(struct worker *w, const char *before, struct address address) {
    const unsigned char *bytes = (const unsigned char *)address.at;
    size_t length = address.length < sizeof(struct sockaddr_storage) ? address.length : sizeof(struct sockaddr_storage);
    sa_family_t family = 0;
    memcpy(&family, bytes, length < sizeof family ? 0 : sizeof family);
    put(w, "%s\"address\":{", before);
    if (length < sizeof family || !(family == AF_INET ? put_inet : family == AF_INET6 ? put_inet6 : family == AF_UNIX ? put_unix
            : family == AF_PACKET ? put_packet : family == AF_UNSPEC ? put_unspecified : put_unspecified)(w, bytes, length))
        put_hex(w, "sockaddr", bytes, length);
    put(w, "}");
}

/* ---- calls ---- */

static void do_ping(struct worker *w) {
    (void)w;
}

static void do_hello(struct worker *w) {
    struct utsname system;
    if (number(w, "protocol") != 1) refuse(w, "protocol", 8);
    uname(&system);
    put(w, "\"protocol\":1,\"name\":\"c\",\"version\":\"%s %s\",\"profile\":\"linux\",\"capabilities\":", system.sysname, system.release);
    put(w, "[\"multicast\",\"unix\",\"scm-rights\",\"raw\",\"packet\",\"ipv6\",\"nonblocking\",\"select\",\"signals\",\"fork\",");
    put(w, "\"error-queue\",\"broadcast\",\"concurrent\"]");
}

static void do_socket(struct worker *w) {
    answer_number(w, "fd", socket(flags(w, "domain", DOMAINS), flags(w, "type", TYPES), flags(w, "protocol", PROTOCOLS)));
}

static void answer_pair(struct worker *w, int result, const int *pair) {
    if (succeeded(w, result)) put(w, "\"fds\":[%d,%d]", pair[0], pair[1]);
}

static void do_socketpair(struct worker *w) {
    int pair[2];
    answer_pair(w, socketpair(flags(w, "domain", DOMAINS), flags(w, "type", TYPES), flags(w, "protocol", PROTOCOLS), pair), pair);
}

static void do_bind(struct worker *w) {
    struct address to = address(w);
    succeeded(w, bind(fd(w), to.at, to.length));
}

static void do_connect(struct worker *w) {
    struct address to = address(w);
    succeeded(w, connect(fd(w), to.at, to.length));
}

static void do_listen(struct worker *w) {
    succeeded(w, listen(fd(w), number(w, "backlog")));
}

static void do_accept(struct worker *w) {
    struct address peer = address_room(w);
    if (answer_number(w, "fd", accept4(fd(w), peer.at, &peer.length, flags(w, "flags", TYPES)))) put_address(w, ",", peer);
}

static void do_shutdown(struct worker *w) {
    succeeded(w, shutdown(fd(w), flags(w, "how", HOWS)));
}

static void do_close(struct worker *w) {
    succeeded(w, close(fd(w)));
}

static void do_send(struct worker *w) {
    struct bytes data = hex(w, "data");
    answer_number(w, "count", send(fd(w), data.at, data.length, flags(w, "flags", MESSAGES)));
}

static void do_sendto(struct worker *w) {
    struct bytes data = hex(w, "data");
    struct address to = address(w);
    answer_number(w, "count", sendto(fd(w), data.at, data.length, flags(w, "flags", MESSAGES), to.at, to.length));
}

/* One control message, as {"rights":[…]} or by its numbers; the room of the data is cut or filled up by the caller. */
static struct bytes control_data(struct worker *w, const struct json *message, struct cmsghdr *header) {
    const struct json *rights = member(message, "rights");
    struct bytes data;
    if (rights) {
        rights = wanted(w, message, "rights", LIST)->first;
        size_t count = 0;
        for (const struct json *at = rights; at; at = at->next) count++;
        data = (struct bytes){room(w, count * sizeof(int)), count * sizeof(int)};
        for (int *at = (int *)(void *)data.at; rights; rights = rights->next) *at++ = (int)integer(w, rights, INT32_MIN, INT32_MAX);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
    } else {
        data = hex_in(w, message, "data");
        header->cmsg_level = (int)number_in(w, message, "level", INT32_MIN, INT32_MAX);
        header->cmsg_type = (int)number_in(w, message, "type", INT32_MIN, INT32_MAX);
    }
    header->cmsg_len = CMSG_LEN(data.length);
    return data;
}

static struct bytes control(struct worker *w) {
    struct bytes whole = {NULL, 0};
    for (const struct json *at = wanted(w, w->params, "control", LIST)->first; at; at = at->next) {
        struct cmsghdr header = {0};
        struct bytes data = control_data(w, at, &header), more = {NULL, whole.length + CMSG_SPACE(data.length)};
        more.at = room(w, more.length);
        if (whole.length) memcpy(more.at, whole.at, whole.length);
        memcpy(more.at + whole.length, &header, sizeof header);
        memcpy(more.at + whole.length + CMSG_LEN(0), data.at, data.length);
        whole = more;
    }
    return whole;
}

static void do_sendmsg(struct worker *w) {
    struct bytes data = hex(w, "data"), messages = control(w);
    struct iovec part = {data.at, data.length};
    struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = messages.at, .msg_controllen = messages.length};
    if (member(w->params, "address")) {
        struct address to = address(w);
        header.msg_name = to.at;
        header.msg_namelen = to.length;
    }
    answer_number(w, "count", sendmsg(fd(w), &header, flags(w, "flags", MESSAGES)));
}

/* A call may return more than it stored: MSG_TRUNC. */
static void put_data(struct worker *w, const void *buffer, size_t length, ssize_t result) {
    put_hex(w, "data", buffer, (size_t)result < length ? (size_t)result : length);
}

static void do_recv(struct worker *w) {
    size_t size = length(w, "length");
    void *buffer = room(w, size);
    ssize_t result = recv(fd(w), buffer, size, flags(w, "flags", MESSAGES));
    if (succeeded(w, result)) put_data(w, buffer, size, result);
}

static void do_recvfrom(struct worker *w) {
    size_t size = length(w, "length");
    void *buffer = room(w, size);
    struct address from = address_room(w);
    ssize_t result = recvfrom(fd(w), buffer, size, flags(w, "flags", MESSAGES), from.at, &from.length);
    if (!succeeded(w, result)) return;
    put_data(w, buffer, size, result);
    put(w, ",\"count\":%zd", result);
    if (from.length) put_address(w, ",", from);
}

/* Walks the buffer as CMSG_NXTHDR() does, but never past its end, whatever length a message claims. */
static void put_control(struct worker *w, const unsigned char *at, size_t left) {
    const char *comma = "";
    struct cmsghdr header;
    put(w, ",\"control\":[");
    for (size_t step; left >= CMSG_LEN(0); comma = ",", at += step, left -= step) {
        memcpy(&header, at, sizeof header);
        if (header.cmsg_len < CMSG_LEN(0) || header.cmsg_len > left) break;
        size_t size = header.cmsg_len - CMSG_LEN(0);
        const unsigned char *data = at + CMSG_LEN(0);
        if (header.cmsg_level == SOL_SOCKET && header.cmsg_type == SCM_RIGHTS) {
            put(w, "%s{\"rights\":[", comma);
            for (int i = 0, number; (size_t)(i + 1) * sizeof number <= size; i++) {
                memcpy(&number, data + (size_t)i * sizeof number, sizeof number);
                put(w, "%s%d", i ? "," : "", number);
            }
            put(w, "]}");
        } else {
            put(w, "%s{\"level\":%d,\"type\":%d,", comma, header.cmsg_level, header.cmsg_type);
            put_hex(w, "data", data, size);
            put(w, "}");
        }
        step = CMSG_SPACE(size) < left ? CMSG_SPACE(size) : left;
    }
    put(w, "]");
}

static void do_recvmsg(struct worker *w) {
    size_t size = length(w, "length"), room_for_control = length(w, "controlLength");
    struct address from = address_room(w);
    struct iovec part = {room(w, size), size};
    struct msghdr header = {.msg_name = from.at, .msg_namelen = from.length, .msg_iov = &part, .msg_iovlen = 1,
        .msg_control = room_for_control ? room(w, room_for_control) : NULL, .msg_controllen = room_for_control};
    ssize_t result = recvmsg(fd(w), &header, flags(w, "flags", MESSAGES));
    if (!succeeded(w, result)) return;
    put_data(w, part.iov_base, size, result);
    put(w, ",\"count\":%zd", result);
    from.length = header.msg_namelen;
    if (from.length) put_address(w, ",", from);
    put_control(w, header.msg_control, header.msg_controllen < room_for_control ? header.msg_controllen : room_for_control);
    put(w, ",\"controlLength\":%zu,\"flags\":", (size_t)header.msg_controllen);
    put_flags(w, "", MESSAGES, header.msg_flags);
}

static struct option option(struct worker *w) {
    const struct json *level = member(w->params, "level");
    if (level) return (struct option){"", number(w, "level"), number(w, "option")};
    const struct json *name = wanted(w, w->params, "option", TEXT);
    const struct option *option = OPTIONS;
    while (option->name && strcmp(option->name, name->text)) option++;
    if (!option->name) refuse(w, name->text, name->length);
    return *option;
}

enum form { INT, TIMEVAL, LINGER, MEMBERSHIP, ERRNO, BYTES };
static const struct name FORMS[] = {{"int", INT}, {"timeval", TIMEVAL}, {"linger", LINGER}, {"membership", MEMBERSHIP},
    {"errno", ERRNO}, {"bytes", BYTES}, {0, 0}};
union value {
    int number;
    struct timeval time;
    struct linger linger;
    struct ip_mreq membership;
    unsigned char bytes[256];
};
static const size_t FORM_BYTES[] = {sizeof(int), sizeof(struct timeval), sizeof(struct linger), sizeof(struct ip_mreq), sizeof(int), 256};

/* An answer shorter than its type is filled up with zeros. */
static void do_getsockopt(struct worker *w) {
    struct option asked = option(w);
    enum form form = (enum form)flags(w, "type", FORMS);
    if (form > BYTES) refuse(w, "type", 4);
    union value *value = room(w, sizeof *value);
    socklen_t size = (socklen_t)FORM_BYTES[form];
    char group[INET_ADDRSTRLEN], interface[INET_ADDRSTRLEN];
    if (!succeeded(w, getsockopt(fd(w), asked.level, asked.number, value, &size))) return;
    if (form == INT) put(w, "\"value\":%d", value->number);
    else if (form == ERRNO && value->number) put_name(w, "value", ERRNOS, value->number, "errno ");
    else if (form == ERRNO) put(w, "\"value\":\"0\"");
    else if (form == TIMEVAL) put(w, "\"value\":%lld", (long long)value->time.tv_sec * 1000000 + value->time.tv_usec);
    else if (form == LINGER) put(w, "\"value\":{\"on\":%s,\"seconds\":%d}", value->linger.l_onoff ? "true" : "false", value->linger.l_linger);
    else if (form == BYTES) put_hex(w, "value", value->bytes, size < sizeof *value ? size : sizeof *value);
    else put(w, "\"value\":{\"group\":\"%s\",\"interface\":\"%s\"}",
        inet_ntop(AF_INET, &value->membership.imr_multiaddr, group, sizeof group),
        inet_ntop(AF_INET, &value->membership.imr_interface, interface, sizeof interface));
}

static struct timeval timeval(long long micros) {
    long long seconds = micros / 1000000 - (micros % 1000000 < 0);
    return (struct timeval){(time_t)seconds, (suseconds_t)(micros - seconds * 1000000)};
}

static void do_setsockopt(struct worker *w) {
    struct option asked = option(w);
    enum form form = (enum form)flags(w, "type", FORMS);
    if (form > BYTES) refuse(w, "type", 4);
    struct bytes bytes = {room(w, FORM_BYTES[form]), FORM_BYTES[form]};
    union value value = {.bytes = {0}};
    if (form == INT) value.number = number(w, "value");
    else if (form == ERRNO) value.number = flags(w, "value", ERRNOS);
    else if (form == TIMEVAL) value.time = timeval(number_in(w, w->params, "value", INT64_MIN + 1000000, INT64_MAX));
    else if (form == BYTES) bytes = hex(w, "value");
    else {
        const struct json *parts = wanted(w, w->params, "value", OBJECT), *on = member(parts, "on");
        if (form == LINGER) {
            if (!on || (on->kind != TRUE && on->kind != FALSE)) refuse(w, "on", 2);
            value.linger = (struct linger){on->kind == TRUE, (int)number_in(w, parts, "seconds", INT32_MIN, INT32_MAX)};
        } else {
            ip(w, parts, "group", AF_INET, &value.membership.imr_multiaddr);
            ip(w, parts, "interface", AF_INET, &value.membership.imr_interface);
        }
    }
    if (form != BYTES) memcpy(bytes.at, &value, bytes.length);
    succeeded(w, setsockopt(fd(w), asked.level, asked.number, bytes.at, (socklen_t)bytes.length));
}

static void do_getsockname(struct worker *w) {
    struct address name = address_room(w);
    if (succeeded(w, getsockname(fd(w), name.at, &name.length))) put_address(w, "", name);
}

static void do_getpeername(struct worker *w) {
    struct address name = address_room(w);
    if (succeeded(w, getpeername(fd(w), name.at, &name.length))) put_address(w, "", name);
}

static size_t count(const struct json *list) {
    size_t count = 0;
    for (const struct json *at = list->first; at; at = at->next) count++;
    return count;
}

static void do_poll(struct worker *w) {
    const struct json *list = wanted(w, w->params, "entries", LIST);
    size_t size = count(list);
    struct pollfd *entries = room(w, size * sizeof *entries), *entry = entries;
    for (const struct json *at = list->first; at; at = at->next, entry++) {
        entry->fd = (int)number_in(w, at, "fd", INT32_MIN, INT32_MAX);
        entry->events = (short)flags_in(w, at, "events", EVENTS);
    }
    if (!succeeded(w, poll(entries, size, number(w, "timeout")))) return;
    put(w, "\"events\":[");
    for (size_t i = 0; i < size; i++) put(w, i ? "," : ""), put_flags(w, "", EVENTS, (unsigned short)entries[i].revents);
    put(w, "]");
}

/* FD_SET() of a number beyond the set would write outside it: that cannot be done. */
static int read_set(struct worker *w, const char *name, fd_set *set) {
    int most = -1;
    FD_ZERO(set);
    for (const struct json *at = wanted(w, w->params, name, LIST)->first; at; at = at->next) {
        int number = (int)integer(w, at, 0, FD_SETSIZE - 1);
        FD_SET(number, set);
        if (number > most) most = number;
    }
    return most;
}

static void put_set(struct worker *w, const char *name, const fd_set *set, int most) {
    const char *comma = "";
    put(w, ",\"%s\":[", name);
    for (int i = 0; i <= most; i++)
        if (FD_ISSET(i, set)) put(w, "%s%d", comma, i), comma = ",";
    put(w, "]");
}

static void do_select(struct worker *w) {
    fd_set sets[3];
    static const char *const NAMES[] = {"read", "write", "except"};
    int most = -1;
    for (int i = 0, number; i < 3; i++)
        if ((number = read_set(w, NAMES[i], &sets[i])) > most) most = number;
    struct timeval limit = timeval(number_in(w, w->params, "timeout", INT64_MIN + 1000000, INT64_MAX));
    if (!answer_number(w, "count", select(most + 1, &sets[0], &sets[1], &sets[2], &limit))) return;
    for (int i = 0; i < 3; i++) put_set(w, NAMES[i], &sets[i], most);
}

static void do_fcntl(struct worker *w) {
    int command = flags(w, "command", COMMANDS), result;
    switch (command) {
        case F_GETFL:
            if (!succeeded(w, result = fcntl(fd(w), F_GETFL))) return;
            put(w, "\"flags\":");
            put_flags(w, result & O_ACCMODE ? "" : "O_RDONLY", STATUS, result);
            return;
        case F_GETFD:
            if (succeeded(w, result = fcntl(fd(w), F_GETFD))) put(w, "\"flags\":"), put_flags(w, "", FD_FLAGS, result);
            return;
        case F_SETFL:
        case F_SETFD:
            succeeded(w, fcntl(fd(w), command, flags(w, "flags", command == F_SETFL ? STATUS : FD_FLAGS)));
            return;
        default:
            refuse(w, "command", 7);
    }
}

static void do_ioctl(struct worker *w) {
    int *value = room(w, sizeof *value);
    if (succeeded(w, ioctl(fd(w), (unsigned)flags(w, "request", REQUESTS), value))) put(w, "\"value\":%d", *value);
}

static size_t address_bytes(int domain) {
    return domain == AF_INET6 ? sizeof(struct in6_addr) : sizeof(struct in_addr);
}

static void do_inet_pton(struct worker *w) {
    int domain = flags(w, "domain", DOMAINS);
    void *to = room(w, sizeof(struct in6_addr));
    int result = inet_pton(domain, wanted(w, w->params, "text", TEXT)->text, to);
    if (succeeded(w, result) && result > 0) put_hex(w, "data", to, address_bytes(domain));
}

/* The call reads as many bytes as its domain has: fewer cannot be given to it. */
static void do_inet_ntop(struct worker *w) {
    int domain = flags(w, "domain", DOMAINS);
    struct bytes data = hex(w, "data");
    char text[INET6_ADDRSTRLEN];
    if (data.length != address_bytes(domain) && (domain == AF_INET || domain == AF_INET6)) refuse(w, "data", 4);
    if (!succeeded(w, inet_ntop(domain, data.at, text, sizeof text) ? 0 : -1)) return;
    put(w, "\"text\":");
    put_text(w, text, strlen(text));
}

static void do_htons(struct worker *w) {
    const struct json *list = wanted(w, w->params, "values", LIST);
    size_t size = count(list);
    uint16_t *variables = room(w, size * sizeof *variables), *variable = variables;
    for (const struct json *at = list->first; at; at = at->next) *variable++ = htons((uint16_t)integer(w, at, 0, UINT16_MAX));
    put_hex(w, "data", variables, size * sizeof *variables);
}

static void do_ntohs(struct worker *w) {
    struct bytes data = hex(w, "data");
    uint16_t variable;
    if (data.length % sizeof variable) refuse(w, "data", 4);
    put(w, "\"values\":[");
    for (size_t i = 0; i < data.length; i += sizeof variable) {
        memcpy(&variable, data.at + i, sizeof variable);
        put(w, "%s%u", i ? "," : "", ntohs(variable));
    }
    put(w, "]");
}

static void do_htonl(struct worker *w) {
    uint32_t variable = htonl((uint32_t)number_in(w, w->params, "value", 0, UINT32_MAX));
    put_hex(w, "data", &variable, sizeof variable);
}

static void do_ntohl(struct worker *w) {
    struct bytes data = hex(w, "data");
    uint32_t variable;
    if (data.length != sizeof variable) refuse(w, "data", 4);
    memcpy(&variable, data.at, sizeof variable);
    put(w, "\"value\":%u", ntohl(variable));
}

static void do_file(struct worker *w) {
    answer_number(w, "fd", memfd_create("sockspec", MFD_CLOEXEC));
}

static void do_reopen(struct worker *w) {
    char path[32];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd(w));
    answer_number(w, "fd", open(path, O_RDWR | O_CLOEXEC));
}

static void do_pipe(struct worker *w) {
    int pair[2];
    answer_pair(w, pipe2(pair, O_CLOEXEC), pair);
}

static void do_dup(struct worker *w) {
    answer_number(w, "fd", dup(fd(w)));
}

static void do_read(struct worker *w) {
    size_t size = length(w, "length");
    void *buffer = room(w, size);
    ssize_t result = read(fd(w), buffer, size);
    if (succeeded(w, result)) put_data(w, buffer, size, result);
}

static void do_write(struct worker *w) {
    struct bytes data = hex(w, "data");
    answer_number(w, "count", write(fd(w), data.at, data.length));
}

static void do_lseek(struct worker *w) {
    off_t offset = number_in(w, w->params, "offset", INT64_MIN, INT64_MAX);
    answer_number(w, "offset", lseek(fd(w), offset, flags(w, "whence", WHENCES)));
}

static void do_flock(struct worker *w) {
    succeeded(w, flock(fd(w), flags(w, "operation", LOCKS)));
}

/* ---- signals ---- */

/* Real-time signals: the C library uses neither, and those sent are all delivered. */
static int signal_number(bool restart) {
    return SIGRTMIN + (restart ? 7 : 6);
}

static void on_signal(int signal) {
    (void)signal;
    atomic_fetch_add(&self->taken, 1);
}

static void catch_signals(void) {
    for (int restart = 0; restart < 2; restart++)
        sigaction(signal_number(restart), &(struct sigaction){.sa_handler = on_signal, .sa_flags = restart ? SA_RESTART : 0}, NULL);
}

/* The system calls that wait for a descriptor. */
static const long WAITING[] = {SYS_read, SYS_write, SYS_close, SYS_ppoll, SYS_pselect6, SYS_accept4, SYS_connect, SYS_sendto,
    SYS_recvfrom, SYS_sendmsg, SYS_recvmsg, SYS_flock,
#ifdef SYS_poll
    SYS_poll,
#endif
#ifdef SYS_select
    SYS_select,
#endif
#ifdef SYS__newselect
    SYS__newselect,
#endif
#ifdef SYS_accept
    SYS_accept,
#endif
#ifdef SYS_ppoll_time64
    SYS_ppoll_time64, SYS_pselect6_time64,
#endif
#ifdef SYS_socketcall
    SYS_socketcall,
#endif
};

/* The first word of the file is the number of the system call a thread sleeps in, "running", or -1. Under `table`, so that no
 * child inherits the descriptor. */
static bool sleeps(const struct worker *w) {
    char text[64] = "";
    snprintf(text, sizeof text, "/proc/self/task/%d/syscall", w->tid);
    int file = open(text, O_RDONLY | O_CLOEXEC);
    ssize_t size = read(file, text, sizeof text - 1);
    close(file);
    text[size > 0 ? size : 0] = 0;
    if (!isdigit((unsigned char)*text)) return false;
    long call = strtol(text, NULL, 10);
    for (size_t i = 0; i < COUNT(WAITING); i++)
        if (WAITING[i] == call) return true;
    return false;
}

/* Under `table`. A call that has returned gets no signal, and none gets a second before its handler ran for the first. */
static void send_signal(struct worker *w, bool restart) {
    if (!w->returned && atomic_load(&w->taken) == w->sent && !syscall(SYS_tgkill, getpid(), w->tid, signal_number(restart))) w->sent++;
}

/* Under `table`, which is released while this waits 100 us, or for an answer. */
static void look_again(void) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    if ((until.tv_nsec += 100000) >= 1000000000) until.tv_sec++, until.tv_nsec -= 1000000000;
    pthread_cond_timedwait(&answered, &table, &until);
}

/* Under `table`: the thread with an unanswered request, NULL when it has been answered. */
static struct worker *worker_at(const struct json *id) {
    struct worker *at = workers;
    while (at && !(at->serial && same(at->id, id))) at = at->next;
    return at;
}

/* A signal that comes before the call sleeps would interrupt nothing. */
static void do_interrupt(struct worker *w) {
    const struct json *call = member(w->params, "call"), *restart = member(w->params, "restart");
    if (!restart || (restart->kind != TRUE && restart->kind != FALSE)) refuse(w, "restart", 7);
    pthread_mutex_lock(&table);
    struct worker *at = worker_at(call);
    unsigned long serial = at ? at->serial : 0;
    while (at && at->serial == serial && !sleeps(at)) look_again();
    if (at && at->serial == serial) send_signal(at, restart->kind == TRUE);
    while (at && at->serial == serial && !(atomic_load(&at->taken) == at->sent && sleeps(at))) look_again();
    pthread_mutex_unlock(&table);
}

/* The first signal may come before the thread has entered the system call. */
static void do_cancel(struct worker *w) {
    pthread_mutex_lock(&table);
    struct worker *at = worker_at(member(w->params, "call"));
    unsigned long serial = at ? at->serial : 0;
    while (at && at->serial == serial) send_signal(at, false), look_again();
    pthread_mutex_unlock(&table);
}

/* ---- children ---- */

static int private_fd(int fd, int least) {
    int moved = fcntl(fd, F_DUPFD_CLOEXEC, least);
    if (moved < 0 && errno == EINVAL) moved = fcntl(fd, F_DUPFD_CLOEXEC, 3); /* The limit of descriptors is lower. */
    return moved;
}

static int private_pipe(int ends[2]) {
    int low[2];
    if (pipe2(low, O_CLOEXEC) < 0) return -1;
    for (int i = 0; i < 2; i++) ends[i] = private_fd(low[i], PRIVATE_FD);
    close(low[0]);
    close(low[1]);
    return ends[0] < 0 || ends[1] < 0 ? -1 : 0;
}

/* A whole line without its end, zero-terminated, NULL at the end of input; it stays until the next one is asked for. */
static char *next_line(struct reader *in, size_t *length) {
    for (size_t seen = in->start;;) {
        char *end = in->bytes ? memchr(in->bytes + seen, '\n', in->end - seen) : NULL;
        if (end) {
            char *line = in->bytes + in->start;
            *length = (size_t)(end - line);
            *end = 0;
            in->start += *length + 1;
            return line;
        }
        if (in->end - in->start > in->limit) die("a request is longer than 1048576 bytes; the protocol allows no longer line");
        if (in->start) memmove(in->bytes, in->bytes + in->start, in->end -= in->start);
        in->start = 0;
        seen = in->end;
        if (in->size - in->end < 4096) in->bytes = grow(in->bytes, in->size = 2 * in->size + 65536);
        ssize_t count = read(in->fd, in->bytes + in->end, in->size - in->end);
        if (count == 0 || (count < 0 && errno != EINTR)) return NULL;
        if (count > 0) in->end += (size_t)count;
    }
}

static struct child *child_of(int process) {
    struct child *at = children;
    while (at && at->process != process) at = at->next;
    return at;
}

/* Under `table`: the child that has not answered the request with this id. */
static struct child *child_at(struct worker *w, const struct json *id) {
    size_t length = w->answer_length;
    struct child *found = NULL;
    put(w, "{\"jsonrpc\":\"2.0\",\"id\":");
    put_json(w, id);
    for (struct child *at = children; at && !found; at = at->next)
        for (struct pending *owed = at->pending; owed; owed = owed->next)
            if (owed->length == w->answer_length - length && !memcmp(owed->head, w->answer + length, owed->length)) found = at;
    w->answer_length = length;
    return found;
}

static void free_rooms(struct worker *w) {
    for (struct room *room; (room = w->rooms); free(room)) w->rooms = room->next;
}

/* Under `table`: takes an id off what the child has not answered; `head` is an answer up to the end of its id. */
static void settle(struct child *child, const char *head, size_t length) {
    for (struct pending **link = &child->pending, *at; (at = *link); link = &at->next)
        if (at->length == length && !memcmp(at->head, head, length)) {
            *link = at->next;
            free(at);
            return;
        }
}

/* What a child can no longer answer fails with ESRCH. */
static void mourn(struct worker *w, struct child *child) {
    pthread_mutex_lock(&table);
    child->gone = true;
    for (struct pending *at; (at = child->pending); free(at)) {
        w->answer_length = 0;
        append(w, at->head, at->length);
        put(w, ",\"result\":{\"errno\":\"ESRCH\"}}\n");
        write_answer(w->answer, w->answer_length);
        child->pending = at->next;
    }
    pthread_mutex_lock(&child->writing);
    close(child->requests);
    close(child->answers);
    child->requests = child->answers = -1;
    pthread_mutex_unlock(&child->writing);
    pthread_mutex_unlock(&table);
}

static void *pass_answers_on(void *argument) {
    struct child *child = argument;
    struct worker *w = grow(NULL, sizeof *w);
    struct reader in = {.fd = child->answers, .limit = SIZE_MAX};
    size_t length;
    memset(w, 0, sizeof *w);
    while ((w->line = next_line(&in, &length))) {
        w->line[length] = '\n';
        write_answer(w->line, length + 1);
        w->line[length] = 0;
        struct json *answer = room(w, sizeof *answer);
        begin(w, NULL);
        if (!setjmp(w->refused)) parse(w, w->line, answer, DEPTH), begin(w, member(answer, "id"));
        pthread_mutex_lock(&table);
        settle(child, w->answer, w->body);
        pthread_mutex_unlock(&table);
        free_rooms(w);
    }
    mourn(w, child);
    free(in.bytes);
    free(w->answer);
    free(w);
    return NULL;
}

/* Under `reading`, so that a child gets its requests in their order: the process that a request is for, or that is at the
 * call it names, gets the line as it is. */
static bool pass_on(struct worker *w, const struct json *request, char *line, size_t length) {
    const struct json *process = member(request, "process");
    struct child *child = NULL;
    if (is_child) return false;
    if (!process && w->method->kind == BY_CHILD) process = wanted(w, w->params, "process", NUMBER);
    int number = process ? (int)integer(w, process, 1, INT32_MAX) : 0;
    pthread_mutex_lock(&table);
    if (process) child = child_of(number);
    else if (w->method->kind == OF_CALL) child = child_at(w, member(w->params, "call"));
    bool gone = !child || child->gone;
    if (!gone) {
        struct pending *pending = grow(NULL, sizeof *pending + w->body);
        *pending = (struct pending){child->pending, w->body};
        memcpy(pending->head, w->answer, w->body);
        child->pending = pending;
    }
    pthread_mutex_unlock(&table);
    if (!child && !process) return false;
    if (gone) return errno = ESRCH, succeeded(w, -1), put(w, "}}\n"), write_answer(w->answer, w->answer_length), true;
    /* The child may end meanwhile: then pass_answers_on() answers. */
    pthread_mutex_lock(&child->writing);
    line[length] = '\n';
    if (child->requests >= 0) write_whole(child->requests, line, length + 1);
    pthread_mutex_unlock(&child->writing);
    return true;
}

static void start_thread(void *(*run)(void *), void *argument) {
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, 512 * 1024);
    if (pthread_create(&thread, &attributes, run, argument)) die("no more threads for calls that block");
    pthread_attr_destroy(&attributes);
}

static void init_condition(void) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&answered, &attributes);
    pthread_condattr_destroy(&attributes);
}

/* In the child of fork(), whose only thread holds all three locks: forgets what is its parent's and goes on reading. */
static _Noreturn void become_child(struct worker *w, int requests, int answers) {
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* The end of its input ends it too, but not while it is stopped. */
    is_child = true;
    close(input.fd);
    close(output);
    for (struct child *at = children; at; at = at->next) {
        if (!at->gone) close(at->requests), close(at->answers);
        if (at->process) close(at->pidfd);
    }
    input.fd = requests;
    input.start = input.end = 0;
    output = answers;
    children = NULL;
    workers = w;
    w->next = NULL;
    w->tid = (pid_t)syscall(SYS_gettid);
    atomic_store(&idle, 0);
    init_condition();
    for (int signal = 1; signal < 32; signal++) sigaction(signal, &(struct sigaction){.sa_handler = SIG_DFL}, NULL);
    pthread_mutex_unlock(&writing);
    pthread_mutex_unlock(&table);
    w->answer_length = 0;
    longjmp(w->refused, 1);
}

/* Under `reading`; with the other locks held no thread is in the midst of anything that the child will look at. */
static void do_fork(struct worker *w) {
    int requests[2], answers[2];
    if (is_child) refuse_text(w, -32601, "fork", "", 0, "");
    if (!succeeded(w, private_pipe(requests)) || !succeeded(w, private_pipe(answers))) return;
    struct child *child = grow(NULL, sizeof *child);
    pthread_mutex_lock(&table);
    pthread_mutex_lock(&writing);
    pid_t process = fork();
    if (process == 0) {
        close(requests[1]);
        close(answers[0]);
        become_child(w, requests[0], answers[1]);
    }
    pthread_mutex_unlock(&writing);
    int error = errno, low = process < 0 ? -1 : (int)syscall(SYS_pidfd_open, process, 0);
    close(requests[0]);
    close(answers[1]);
    *child = (struct child){children, process, requests[1], answers[0], private_fd(low, PRIVATE_FD), false, NULL, PTHREAD_MUTEX_INITIALIZER};
    if (low >= 0) close(low);
    if (process > 0) children = child;
    pthread_mutex_unlock(&table);
    errno = error;
    if (!answer_number(w, "process", process)) return close(requests[1]), close(answers[0]), free(child);
    start_thread(pass_answers_on, child);
}

/* In the child, under `reading`: the new program answers, so that the answer proves it. */
static void do_exec(struct worker *w) {
    char in[16], out[16];
    snprintf(in, sizeof in, "%d", input.fd);
    snprintf(out, sizeof out, "%d", output);
    w->answer[w->body] = 0;
    pthread_mutex_lock(&writing); /* Nobody's answer is cut off. */
    fcntl(input.fd, F_SETFD, 0);
    fcntl(output, F_SETFD, 0);
    execve("/proc/self/exe", (char *[]){program, "--child", in, out, w->answer, NULL}, environ);
    fcntl(input.fd, F_SETFD, FD_CLOEXEC);
    fcntl(output, F_SETFD, FD_CLOEXEC);
    pthread_mutex_unlock(&writing);
    w->answer[w->body] = ',';
    succeeded(w, -1);
}

static void do_exit(struct worker *w) {
    int status = number(w, "status");
    put(w, "}}\n");
    write_answer(w->answer, w->answer_length);
    _exit(status);
}

static void do_kill(struct worker *w) {
    int process = number(w, "process"), signal = flags(w, "signal", SIGNALS);
    pthread_mutex_lock(&table);
    errno = ESRCH;
    succeeded(w, child_of(process) ? kill(process, signal) : -1);
    pthread_mutex_unlock(&table);
}

static void do_wait(struct worker *w) {
    int process = number(w, "process"), timeout = number(w, "timeout"), status = 0;
    pthread_mutex_lock(&table);
    struct child *child = child_of(process);
    struct pollfd end = {child ? child->pidfd : -1, POLLIN, 0};
    pthread_mutex_unlock(&table);
    if (child && !succeeded(w, poll(&end, 1, timeout))) return;
    pid_t ended = child ? waitpid(process, &status, WNOHANG) : -1;
    errno = !child ? ECHILD : ended == 0 ? EAGAIN : errno;
    if (!succeeded(w, ended > 0 ? 0 : -1)) return;
    pthread_mutex_lock(&table);
    close(child->pidfd);
    child->process = 0;
    pthread_mutex_unlock(&table);
    if (WIFEXITED(status)) put(w, "\"exited\":%d", WEXITSTATUS(status));
    else put_name(w, "killed", SIGNALS, WTERMSIG(status), "signal ");
}

/* ---- requests ---- */

#define M(name, kind) {#name, do_##name, kind}
static const struct method METHODS[] = {M(hello, AT_ONCE), M(ping, AT_ONCE), {"bye", do_ping, AT_ONCE}, M(socket, AT_ONCE),
    M(socketpair, AT_ONCE), M(bind, AT_ONCE), M(connect, BLOCKS), M(listen, AT_ONCE), M(accept, BLOCKS), M(shutdown, AT_ONCE),
    M(close, BLOCKS), M(send, BLOCKS), M(sendto, BLOCKS), M(sendmsg, BLOCKS), M(recv, BLOCKS), M(recvfrom, BLOCKS),
    M(recvmsg, BLOCKS), M(getsockopt, AT_ONCE), M(setsockopt, AT_ONCE), M(getsockname, AT_ONCE), M(getpeername, AT_ONCE),
    M(poll, BLOCKS), M(fcntl, AT_ONCE), M(ioctl, AT_ONCE), M(inet_pton, AT_ONCE), M(inet_ntop, AT_ONCE), M(htons, AT_ONCE),
    M(ntohs, AT_ONCE), M(htonl, AT_ONCE), M(ntohl, AT_ONCE), M(select, BLOCKS), M(file, AT_ONCE), M(reopen, AT_ONCE),
    M(pipe, AT_ONCE), M(dup, AT_ONCE), M(read, BLOCKS), M(write, BLOCKS), M(lseek, AT_ONCE), M(flock, BLOCKS),
    M(interrupt, OF_CALL), M(cancel, OF_CALL), M(fork, AT_ONCE), M(exec, BY_CHILD), M(exit, BY_CHILD), M(kill, AT_ONCE),
    M(wait, BLOCKS)};

static const struct method *method(struct worker *w, const struct json *request) {
    const struct json *name = member(request, "method");
    if (!name || name->kind != TEXT) refuse_text(w, -32600, "a request without a method", "", 0, "");
    for (size_t i = 0; i < COUNT(METHODS); i++)
        if (!strcmp(METHODS[i].name, name->text)) return &METHODS[i];
    refuse_text(w, -32601, "", name->text, name->length, "");
}

static void read_request(struct worker *w, struct json *request, size_t length) {
    if (!is_utf8(w->line, length)) refuse_text(w, -32700, "a line that is not UTF-8", "", 0, "");
    char *end = skip(parse(w, w->line, request, DEPTH));
    if (end != w->line + length) malformed(w, end);
    w->id = member(request, "id");
    begin(w, w->id);
    w->method = method(w, request);
    w->params = member(request, "params");
}

/* Under `reading`: takes one request; makes its call unless that may block, which is what this tells. */
static bool take(struct worker *w) {
    size_t length;
    char *line = next_line(&input, &length);
    if (!line) _exit(0);
    free_rooms(w);
    if (length >= w->line_size) w->line = grow(w->line, w->line_size = length + 4096);
    memcpy(w->line, line, length + 1);
    begin(w, NULL);
    if (!setjmp(w->refused)) {
        struct json *request = room(w, sizeof *request);
        read_request(w, request, length);
        if (pass_on(w, request, line, length)) return false;
        if (w->method->kind == BLOCKS || w->method->kind == OF_CALL) return true;
        w->method->call(w);
        put(w, "}}\n");
    }
    write_answer(w->answer, w->answer_length);
    return false;
}

/* Makes a call that may block. Its last signal has been taken when it is answered: none is left for the next one. */
static void make_call(struct worker *w) {
    if (!setjmp(w->refused)) {
        w->method->call(w);
        put(w, "}}\n");
    }
    pthread_mutex_lock(&table);
    w->returned = true;
    pthread_mutex_unlock(&table);
    while (atomic_load(&w->taken) != w->sent) sched_yield();
    write_answer(w->answer, w->answer_length);
    pthread_mutex_lock(&table);
    w->serial = 0;
    pthread_cond_broadcast(&answered);
    pthread_mutex_unlock(&table);
}

static struct worker *new_worker(void) {
    struct worker *w = grow(NULL, sizeof *w);
    memset(w, 0, sizeof *w);
    pthread_mutex_lock(&table);
    w->next = workers;
    workers = w;
    pthread_mutex_unlock(&table);
    return w;
}

static _Noreturn void *serve(void *argument) {
    struct worker *w = self = argument;
    w->tid = (pid_t)syscall(SYS_gettid);
    for (;;) {
        atomic_fetch_add(&idle, 1);
        pthread_mutex_lock(&reading);
        atomic_fetch_sub(&idle, 1);
        while (!take(w)) continue;
        /* Before the next request is read, which may be about this one. */
        pthread_mutex_lock(&table);
        w->serial = ++serials;
        w->returned = false;
        w->sent = 0;
        atomic_store(&w->taken, 0);
        pthread_mutex_unlock(&table);
        if (!atomic_load(&idle)) start_thread(serve, new_worker());
        pthread_mutex_unlock(&reading);
        make_call(w);
    }
}

/* Whatever prints must not get among the answers: 1 becomes the log, 0 reads nothing. */
static void take_standard_streams(void) {
    input.fd = private_fd(0, PRIVATE_FD);
    output = private_fd(1, PRIVATE_FD);
    if (input.fd < 0 || output < 0) die("standard input or output is closed; the runner's requests and the answers need them");
    int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, 0);
    if (dup2(2, 1) < 0) dup2(nothing, 1);
    if (nothing > 2) close(nothing);
}

int main(int argc, char **argv) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    program = argv[0];
    is_child = argc == 5 && !strcmp(argv[1], "--child");
    if (argc > 1 && !is_child) die("takes no arguments; it reads requests from standard input (containers/protocol/README.md)");
    catch_signals();
    init_condition();
    struct worker *w = new_worker();
    if (is_child) {
        input.fd = atoi(argv[2]);
        output = atoi(argv[3]);
        fcntl(input.fd, F_SETFD, FD_CLOEXEC);
        fcntl(output, F_SETFD, FD_CLOEXEC);
        append(w, argv[4], strlen(argv[4]));
        put(w, ",\"result\":{}}\n");
        write_answer(w->answer, w->answer_length);
    } else {
        signal(SIGPIPE, SIG_IGN);
        take_standard_streams();
    }
    serve(w);
}
