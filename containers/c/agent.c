/* The C agent: makes socket calls of the C library for sockspec (containers/protocol/README.md).
 *
 *     cc -std=gnu11 -O2 -Wall -Wextra -Werror -pthread -o agent agent.c        (-static if wished)
 *
 * Threads take turns: whoever holds `reading` reads a request. It makes a call that cannot block on the spot, and leaves
 * the reading to another thread before one that can. So an answer costs no handover, and a blocked call stops nobody.
 * A child of fork() runs the same loop on a pair of pipes; one thread of its parent passes the answers on. */
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
#include <semaphore.h>
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
#include <sys/un.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LINE_BYTES = 1 << 20, DEPTH = 32, PRIVATE_FD = 1000 /* and up are the agent's own: sockets get low numbers */ };

/* ---- names ---- */

struct name {
    const char *name;
    int number, level; /* `level` of options only */
};

#ifndef SIOCOUTQ /* of linux/sockios.h, which not every C library brings */
#define SIOCOUTQ TIOCOUTQ
#endif
/* The kernel's own O_LARGEFILE: F_GETFL shows it also where the C library's is 0. */
#if defined __arm__ || defined __aarch64__
#define KERNEL_LARGEFILE 0x20000
#elif defined __powerpc__
#define KERNEL_LARGEFILE 0x10000
#else
#define KERNEL_LARGEFILE 0x8000
#endif
#define N(name) {#name, name, 0}
#define M(name) {"MSG_" #name, MSG_##name, 0}
#define P(name) {"IPPROTO_" #name, IPPROTO_##name, 0}
#define G(name) {"SIG" #name, SIG##name, 0}
#define E(name) {"E" #name, E##name, 0}
#define SO(name) {"SO_" #name, SO_##name, SOL_SOCKET}
#define IP(name) {"IP_" #name, IP_##name, IPPROTO_IP}
#define V6(name) {"IPV6_" #name, IPV6_##name, IPPROTO_IPV6}
#define TCP(name) {"TCP_" #name, TCP_##name, IPPROTO_TCP}
#define END {NULL, 0, 0}
static const struct name DOMAINS[] = {N(AF_UNSPEC), N(AF_UNIX), N(AF_INET), N(AF_INET6), N(AF_NETLINK), N(AF_PACKET),
    END};
static const struct name TYPES[] = {N(SOCK_STREAM), N(SOCK_DGRAM), N(SOCK_RAW), N(SOCK_RDM), N(SOCK_SEQPACKET),
    N(SOCK_NONBLOCK), N(SOCK_CLOEXEC), END};
static const struct name PROTOCOLS[] = {P(IP), P(ICMP), P(IGMP), P(TCP), P(UDP), P(IPV6), P(ICMPV6), P(SCTP),
    P(UDPLITE), P(RAW), END};
static const struct name HOWS[] = {N(SHUT_RD), N(SHUT_WR), N(SHUT_RDWR), END};
static const struct name MESSAGES[] = {M(OOB), M(PEEK), M(DONTROUTE), M(CTRUNC), M(TRUNC), M(DONTWAIT), M(EOR),
    M(WAITALL), M(CONFIRM), M(ERRQUEUE), M(NOSIGNAL), M(MORE), M(FASTOPEN), M(CMSG_CLOEXEC), END};
static const struct name EVENTS[] = {N(POLLIN), N(POLLPRI), N(POLLOUT), N(POLLERR), N(POLLHUP), N(POLLNVAL),
    N(POLLRDNORM), N(POLLRDBAND), N(POLLWRNORM), N(POLLWRBAND), N(POLLRDHUP), END};
static const struct name STATUS[] = {N(O_RDONLY), N(O_WRONLY), N(O_RDWR), N(O_APPEND), N(O_NONBLOCK), N(O_ASYNC),
    N(O_DIRECT), {"O_LARGEFILE", KERNEL_LARGEFILE, 0}, N(O_NOATIME), END};
static const struct name FD_FLAGS[] = {N(FD_CLOEXEC), END};
static const struct name COMMANDS[] = {N(F_GETFL), N(F_SETFL), N(F_GETFD), N(F_SETFD), END};
static const struct name REQUESTS[] = {N(FIONREAD), N(SIOCATMARK), N(SIOCOUTQ), END};
static const struct name WHENCES[] = {N(SEEK_SET), N(SEEK_CUR), N(SEEK_END), END};
static const struct name LOCKS[] = {N(LOCK_SH), N(LOCK_EX), N(LOCK_UN), N(LOCK_NB), END};
static const struct name SIGNALS[] = {G(HUP), G(INT), G(QUIT), G(ILL), G(TRAP), G(ABRT), G(BUS), G(FPE), G(KILL),
    G(USR1), G(SEGV), G(USR2), G(PIPE), G(ALRM), G(TERM), G(CHLD), G(CONT), G(STOP), G(TSTP), G(TTIN), G(TTOU), G(URG),
    G(XCPU), G(XFSZ), G(VTALRM), G(PROF), G(WINCH), G(IO), G(PWR), G(SYS), END};
/* Of two names of one number the first is written. */
static const struct name ERRNOS[] = {E(PERM), E(NOENT), E(SRCH), E(INTR), E(IO), E(NXIO), E(2BIG), E(NOEXEC), E(BADF),
    E(CHILD), E(AGAIN), E(NOMEM), E(ACCES), E(FAULT), E(NOTBLK), E(BUSY), E(EXIST), E(XDEV), E(NODEV), E(NOTDIR),
    E(ISDIR), E(INVAL), E(NFILE), E(MFILE), E(NOTTY), E(TXTBSY), E(FBIG), E(NOSPC), E(SPIPE), E(ROFS), E(MLINK),
    E(PIPE), E(DOM), E(RANGE), E(DEADLK), E(NAMETOOLONG), E(NOLCK), E(NOSYS), E(NOTEMPTY), E(LOOP), E(NOMSG), E(IDRM),
    E(CHRNG), E(L2NSYNC), E(L3HLT), E(L3RST), E(LNRNG), E(UNATCH), E(NOCSI), E(L2HLT), E(BADE), E(BADR), E(XFULL),
    E(NOANO), E(BADRQC), E(BADSLT), E(BFONT), E(NOSTR), E(NODATA), E(TIME), E(NOSR), E(NONET), E(NOPKG), E(REMOTE),
    E(NOLINK), E(ADV), E(SRMNT), E(COMM), E(PROTO), E(MULTIHOP), E(DOTDOT), E(BADMSG), E(OVERFLOW), E(NOTUNIQ),
    E(BADFD), E(REMCHG), E(LIBACC), E(LIBBAD), E(LIBSCN), E(LIBMAX), E(LIBEXEC), E(ILSEQ), E(RESTART), E(STRPIPE),
    E(USERS), E(NOTSOCK), E(DESTADDRREQ), E(MSGSIZE), E(PROTOTYPE), E(NOPROTOOPT), E(PROTONOSUPPORT), E(SOCKTNOSUPPORT),
    E(OPNOTSUPP), E(PFNOSUPPORT), E(AFNOSUPPORT), E(ADDRINUSE), E(ADDRNOTAVAIL), E(NETDOWN), E(NETUNREACH), E(NETRESET),
    E(CONNABORTED), E(CONNRESET), E(NOBUFS), E(ISCONN), E(NOTCONN), E(SHUTDOWN), E(TOOMANYREFS), E(TIMEDOUT),
    E(CONNREFUSED), E(HOSTDOWN), E(HOSTUNREACH), E(ALREADY), E(INPROGRESS), E(STALE), E(UCLEAN), E(NOTNAM), E(NAVAIL),
    E(ISNAM), E(REMOTEIO), E(DQUOT), E(NOMEDIUM), E(MEDIUMTYPE), E(CANCELED), E(NOKEY), E(KEYEXPIRED), E(KEYREVOKED),
    E(KEYREJECTED), E(OWNERDEAD), E(NOTRECOVERABLE), E(RFKILL), E(HWPOISON), E(WOULDBLOCK), E(DEADLOCK), E(NOTSUP),
    END};
static const struct name OPTIONS[] = {SO(DEBUG), SO(REUSEADDR), SO(TYPE), SO(ERROR), SO(DONTROUTE), SO(BROADCAST),
    SO(SNDBUF), SO(RCVBUF), SO(SNDBUFFORCE), SO(RCVBUFFORCE), SO(KEEPALIVE), SO(OOBINLINE), SO(NO_CHECK), SO(PRIORITY),
    SO(LINGER), SO(REUSEPORT), SO(PASSCRED), SO(PEERCRED), SO(RCVLOWAT), SO(SNDLOWAT), SO(RCVTIMEO), SO(SNDTIMEO),
    SO(BINDTODEVICE), SO(ATTACH_FILTER), SO(DETACH_FILTER), SO(PEERNAME), SO(TIMESTAMP), SO(ACCEPTCONN), SO(PEERSEC),
    SO(PASSSEC), SO(TIMESTAMPNS), SO(MARK), SO(TIMESTAMPING), SO(PROTOCOL), SO(DOMAIN), SO(RXQ_OVFL), SO(PEEK_OFF),
    SO(BUSY_POLL), SO(INCOMING_CPU), SO(ZEROCOPY), IP(TOS), IP(TTL), IP(HDRINCL), IP(OPTIONS), IP(RECVOPTS),
    IP(RETOPTS), IP(PKTINFO), IP(MTU_DISCOVER), IP(RECVERR), IP(RECVTTL), IP(RECVTOS), IP(MTU), IP(FREEBIND),
    IP(TRANSPARENT), IP(ORIGDSTADDR), IP(MINTTL), IP(NODEFRAG), IP(BIND_ADDRESS_NO_PORT), IP(MULTICAST_IF),
    IP(MULTICAST_TTL), IP(MULTICAST_LOOP), IP(MULTICAST_ALL), IP(ADD_MEMBERSHIP), IP(DROP_MEMBERSHIP), IP(BLOCK_SOURCE),
    IP(UNBLOCK_SOURCE), IP(ADD_SOURCE_MEMBERSHIP), IP(DROP_SOURCE_MEMBERSHIP), IP(MSFILTER), IP(UNICAST_IF), V6(V6ONLY),
    V6(UNICAST_HOPS), V6(MULTICAST_IF), V6(MULTICAST_HOPS), V6(MULTICAST_LOOP), V6(JOIN_GROUP), V6(LEAVE_GROUP),
    V6(MTU_DISCOVER), V6(MTU), V6(RECVERR), V6(CHECKSUM), V6(RECVPKTINFO), V6(PKTINFO), V6(RECVHOPLIMIT), V6(HOPLIMIT),
    V6(RECVTCLASS), V6(TCLASS), TCP(NODELAY), TCP(MAXSEG), TCP(CORK), TCP(KEEPIDLE), TCP(KEEPINTVL), TCP(KEEPCNT),
    TCP(SYNCNT), TCP(LINGER2), TCP(DEFER_ACCEPT), TCP(WINDOW_CLAMP), TCP(INFO), TCP(QUICKACK), TCP(CONGESTION),
    TCP(MD5SIG), TCP(USER_TIMEOUT), TCP(FASTOPEN), TCP(FASTOPEN_CONNECT), TCP(TIMESTAMP), TCP(NOTSENT_LOWAT), END};
enum { INT, TIMEVAL, LINGER, MEMBERSHIP, ERRNO, BYTES };
static const struct name FORMS[] = {{"int", INT, 0}, {"timeval", TIMEVAL, 0}, {"linger", LINGER, 0},
    {"membership", MEMBERSHIP, 0}, {"errno", ERRNO, 0}, {"bytes", BYTES, 0}, END};

/* ---- state ---- */

struct json {
    enum { NUL, FALSE, TRUE, NUMBER, TEXT, LIST, OBJECT } kind;
    const char *key, *text; /* TEXT ends with a zero and may contain others; NUMBER ends where its line goes on. */
    size_t length;
    struct json *first, *next;
};

struct bytes {
    unsigned char *at;
    size_t length;
};

/* A thread and the request it is at. Never freed, so that others may look at it; what is under `table` says so. */
struct worker {
    struct worker *next;
    pid_t tid;
    unsigned long serial; /* of a request that may block until it is answered, else 0; under `table` */
    bool returned;        /* The call is over and must get no signal any more; under `table`. */
    unsigned sent;        /* signals to this request; under `table` */
    atomic_uint taken;    /* signals whose handler has run */
    const struct json *id, *params;
    const struct method *method;
    struct room { struct room *next; max_align_t bytes[]; } *rooms; /* memory until the request is answered */
    char *line, *answer;
    size_t line_size, length, size, body; /* of the answer; `body` is where its id ends */
    long long returned_at;                /* when the call returned, in nanoseconds */
    long long delayed;                    /* how long the thread had waited for a processor by then */
    int schedule;                         /* where the kernel tells that */
    jmp_buf refused;
};

struct pending { /* a request that a child has not answered: the answer up to the end of its id */
    struct pending *next;
    size_t length;
    char head[];
};

struct child { /* Never freed. */
    struct child *next;
    int process, requests, answers, pidfd; /* `process` is 0 when wait() has taken its status. */
    bool gone; /* It has ended and its pipes are closed; under `table`, as `pending`. */
    struct pending *pending;
    pthread_mutex_t writing; /* to `requests` */
};

struct reader {
    int fd;
    char *bytes;
    size_t start, end, size, limit;
};

struct method {
    const char *name;
    void (*call)(struct worker *);
    enum { AT_ONCE, BLOCKS, OF_CALL, BY_CHILD } kind; /* OF_CALL may block too. */
};

/* Locks, in the order in which they are taken. */
static pthread_mutex_t reading = PTHREAD_MUTEX_INITIALIZER, table = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t writing = PTHREAD_MUTEX_INITIALIZER;
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
    if (!grown) die("there is no memory for a request");
    return grown;
}

/* Zeroed memory of exactly this size: a sanitizer sees every byte beyond it. */
static void *room(struct worker *w, size_t size) {
    struct room *room = calloc(1, sizeof *room + size);
    if (!room) die("there is no memory for the buffers of a call");
    room->next = w->rooms;
    w->rooms = room;
    return room->bytes;
}

static void free_rooms(struct worker *w) {
    for (struct room *at; (at = w->rooms); free(at)) w->rooms = at->next;
}

/* ---- answers ---- */

static char *extend(struct worker *w, size_t length) {
    if (w->length + length > w->size) w->answer = grow(w->answer, w->size = 2 * (w->length + length) + 512);
    w->length += length;
    return w->answer + w->length - length;
}

static void append(struct worker *w, const void *bytes, size_t length) { memcpy(extend(w, length), bytes, length); }

/* For at most 255 bytes at a time. */
__attribute__((format(printf, 2, 3))) static void put(struct worker *w, const char *format, ...) {
    char text[256];
    va_list values;
    va_start(values, format);
    int length = vsnprintf(text, sizeof text, format, values);
    va_end(values);
    append(w, text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

static void put_text(struct worker *w, const char *text, size_t length) {
    put(w, "\"");
    for (const char *end = text + length; text < end; text++)
        if ((unsigned char)*text < 0x20) put(w, "\\u%04x", *text);
        else append(w, "\\", *text == '"' || *text == '\\'), append(w, text, 1);
    put(w, "\"");
}

static void put_hex(struct worker *w, const char *name, const void *bytes, size_t length) {
    static const char DIGITS[] = "0123456789abcdef";
    put(w, "\"%s\":\"", name);
    char *to = extend(w, 2 * length);
    for (const unsigned char *at = bytes, *end = at + length; at < end; at++)
        *to++ = DIGITS[*at >> 4], *to++ = DIGITS[*at & 15];
    put(w, "\"");
}

static void put_json(struct worker *w, const struct json *value) {
    if (value && value->kind == TEXT) put_text(w, value->text, value->length);
    else if (value && value->kind == NUMBER) append(w, value->text, value->length);
    else put(w, "null");
}

/* The name of a number; where it has none, what it is and the number. */
static void put_name(struct worker *w, const char *key, const struct name *names, int number, const char *word) {
    while (names->name && names->number != number) names++;
    if (names->name) put(w, "\"%s\":\"%s\"", key, names->name);
    else put(w, "\"%s\":\"%s %d\"", key, word, number);
}

static void put_flags(struct worker *w, const struct name *names, int flags) {
    const char *bar = "";
    put(w, "\"");
    for (; names->name; names++)
        if (flags & names->number) {
            put(w, "%s%s", bar, names->name);
            flags &= ~names->number;
            bar = "|";
        }
    if (flags) put(w, "%s0x%x", bar, (unsigned)flags);
    put(w, flags || *bar ? "\"" : "0\"");
}

static void begin(struct worker *w, const struct json *id) {
    w->length = 0;
    put(w, "{\"jsonrpc\":\"2.0\",\"id\":");
    put_json(w, id);
    w->body = w->length;
    put(w, ",\"result\":{");
}

/* Ends the request with an error. */
static _Noreturn void refuse_with(struct worker *w, int code, const char *message, size_t length) {
    w->length = w->body;
    put(w, ",\"error\":{\"code\":%d,\"message\":", code);
    put_text(w, message, length);
    put(w, "}}\n");
    longjmp(w->refused, 1);
}

/* What the agent has no way to do is an error, as C writes it: `method(what)`. */
static _Noreturn void refuse_span(struct worker *w, const char *what, size_t length) {
    size_t size = strlen(w->method->name) + length + 2;
    char *message = room(w, size + 1), *at = stpcpy(stpcpy(message, w->method->name), "(");
    memcpy(at, what, length);
    at[length] = ')';
    refuse_with(w, -32602, message, size);
}

static _Noreturn void refuse(struct worker *w, const char *what) { refuse_span(w, what, strlen(what)); }

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long long)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* How long the thread has waited for a processor since it began, in nanoseconds; 0 where the kernel does not tell. */
static long long delayed(const struct worker *w) {
    char text[64];
    int error = errno;
    long long nanoseconds = 0;
    bool asked = w->method && w->method->kind == BLOCKS && w->schedule >= 0;
    ssize_t length = asked ? pread(w->schedule, text, sizeof text - 1, 0) : 0;
    if (length > 0) {
        text[length] = 0;
        sscanf(text, "%*d %lld", &nanoseconds);
    }
    errno = error;
    return nanoseconds;
}

/* Whether a call, which has just returned, succeeded; one that failed has its errno for an answer. */
static bool succeeded(struct worker *w, long long result) {
    w->delayed = delayed(w); /* First: what comes between counts for the call. */
    w->returned_at = now();
    if (result < 0) put_name(w, "errno", ERRNOS, errno, "errno");
    return result >= 0;
}

static void failed(struct worker *w, int error) {
    errno = error;
    succeeded(w, -1);
}

static bool answer_number(struct worker *w, const char *key, long long result) {
    if (!succeeded(w, result)) return false;
    put(w, "\"%s\":%lld", key, result);
    return true;
}

static void write_whole(int fd, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t count = write(fd, bytes, length);
        if (count < 0 && errno == EAGAIN) poll(&(struct pollfd){fd, POLLOUT, 0}, 1, -1);
        else if (count < 0 && errno != EINTR) return; /* Nobody reads any more; the end of the input will say so too. */
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
    char message[48];
    refuse_with(w, -32700, message, (size_t)snprintf(message, sizeof message, "malformed JSON at byte %td", at - w->line));
}

/* Whether all of it is UTF-8: no overlong sequence, no surrogate, nothing beyond U+10FFFF. */
static bool is_utf8(const char *text, size_t length) {
    static const unsigned LEAST[] = {0, 0x80, 0x800, 0x10000};
    const unsigned char *at = (const unsigned char *)text, *end = at + length;
    while (at < end) {
        int more = *at < 0x80 ? 0 : *at >> 5 == 6 ? 1 : *at >> 4 == 14 ? 2 : *at >> 3 == 30 ? 3 : -1;
        if (more < 0 || more >= end - at) return false;
        unsigned point = *at++ & (more ? 0x3fu >> more : 0x7fu);
        for (int i = 0; i < more; i++, at++) {
            if (*at >> 6 != 2) return false;
            point = point << 6 | (*at & 63);
        }
        if (point < LEAST[more] || point > 0x10ffff || point >> 11 == 0x1b) return false;
    }
    return true;
}

static char *store_utf8(char *to, unsigned point) {
    int more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    *to++ = (char)(more ? (int)(point >> 6 * more) | 0xff00 >> (more + 1) : (int)point);
    while (more-- > 0) *to++ = (char)(0x80 | (point >> 6 * more & 63));
    return to;
}

static char *skip(char *at) { return at + strspn(at, " \t\r\n"); }

static int digit(char c) { return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? (c | 32) - 'a' + 10 : -1; }

static unsigned four_digits(struct worker *w, const char *at) {
    unsigned number = 0;
    for (int i = 0; i < 4; i++) {
        if (digit(at[i]) < 0) malformed(w, at);
        number = number << 4 | (unsigned)digit(at[i]);
    }
    return number;
}

/* Reads the text behind a quotation mark in place: it never gets longer. Half a surrogate pair becomes U+FFFD. */
static char *parse_text(struct worker *w, char *at, const char **text, size_t *length) {
    static const char NAMES[] = "\"\\/bfnrt", MEANINGS[] = "\"\\/\b\f\n\r\t";
    char *to = at;
    for (*text = at; *at != '"';) {
        const char *name;
        if ((unsigned char)*at < 0x20) malformed(w, at);
        if (*at != '\\') *to++ = *at++;
        else if (*++at == 'u') {
            unsigned point = four_digits(w, ++at);
            at += 4;
            if (point >> 10 == 0x36 && at[0] == '\\' && at[1] == 'u') {
                unsigned low = four_digits(w, at + 2);
                if (low >> 10 == 0x37) point = 0x10000 + ((point & 0x3ff) << 10) + (low & 0x3ff), at += 6;
            }
            to = store_utf8(to, point >> 11 == 0x1b ? 0xfffd : point);
        } else if (*at && (name = strchr(NAMES, *at))) *to++ = MEANINGS[name - NAMES], at++;
        else malformed(w, at);
    }
    *length = (size_t)(to - *text);
    *to = 0;
    return at + 1;
}

static char *digits(struct worker *w, char *at) {
    if (!isdigit((unsigned char)*at)) malformed(w, at);
    return at + strspn(at, "0123456789");
}

static char *parse_number(struct worker *w, char *at) {
    at += *at == '-';
    if (*at == '0' && isdigit((unsigned char)at[1])) malformed(w, at);
    at = digits(w, at);
    if (*at == '.') at = digits(w, at + 1);
    if (*at == 'e' || *at == 'E') at = digits(w, at + 1 + (at[1] == '+' || at[1] == '-'));
    return at;
}

static char *parse(struct worker *w, char *at, struct json *value, int depth);

static char *parse_elements(struct worker *w, char *at, struct json *value, int depth) {
    char close = *at == '{' ? '}' : ']';
    struct json **last = &value->first;
    value->kind = *at == '{' ? OBJECT : LIST;
    if (depth == 0) malformed(w, at);
    for (at = skip(at + 1); *at != close || last != &value->first; at = skip(at + 1)) {
        struct json *element = *last = room(w, sizeof *element);
        last = &element->next;
        if (close == '}') {
            if (*at != '"') malformed(w, at);
            at = skip(parse_text(w, at + 1, &element->key, &element->length));
            if (*at++ != ':') malformed(w, at - 1);
        }
        at = skip(parse(w, at, element, depth - 1));
        if (*at == close) break;
        if (*at != ',') malformed(w, at);
    }
    return at + 1;
}

static char *parse(struct worker *w, char *at, struct json *value, int depth) {
    static const char *const WORDS[] = {"null", "false", "true"};
    value->text = at = skip(at);
    if (*at == '{' || *at == '[') return parse_elements(w, at, value, depth);
    if (*at == '"') return value->kind = TEXT, parse_text(w, at + 1, &value->text, &value->length);
    for (int i = NUL; i <= TRUE; i++)
        if (!strncmp(at, WORDS[i], strlen(WORDS[i]))) return value->kind = i, at + strlen(WORDS[i]);
    char *end = parse_number(w, at);
    value->kind = NUMBER;
    value->length = (size_t)(end - at);
    return end;
}

static const struct json *member(const struct json *object, const char *key) {
    const struct json *at = object && object->kind == OBJECT ? object->first : NULL;
    while (at && strcmp(at->key, key)) at = at->next;
    return at;
}

static bool same(const struct json *a, const struct json *b) {
    return a && b && a->kind == b->kind && a->length == b->length && !memcmp(a->text, b->text, a->length);
}

/* ---- parameters ---- */

static const struct json *wanted(struct worker *w, const struct json *object, const char *key, int kind) {
    const struct json *value = member(object, key);
    if (!value || (int)value->kind != kind) refuse(w, key);
    return value;
}

static long long integer(struct worker *w, const struct json *value, long long least, long long most) {
    if (value->kind != NUMBER) refuse(w, value->key ? value->key : "");
    char *end;
    errno = 0;
    long long number = strtoll(value->text, &end, 10);
    if (errno || end != value->text + value->length || number < least || number > most)
        refuse_span(w, value->text, value->length);
    return number;
}

static long long number_in(struct worker *w, const struct json *object, const char *key, long long least, long long most) {
    return integer(w, wanted(w, object, key, NUMBER), least, most);
}

static int int_in(struct worker *w, const struct json *object, const char *key) {
    return (int)number_in(w, object, key, INT32_MIN, INT32_MAX);
}

static int number(struct worker *w, const char *key) { return int_in(w, w->params, key); }

static int fd(struct worker *w) { return number(w, "fd"); }

static size_t length(struct worker *w, const char *key) { return (size_t)number_in(w, w->params, key, 0, INT32_MAX); }

static const struct json *list(struct worker *w, const struct json *object, const char *key, size_t *count) {
    const struct json *first = wanted(w, object, key, LIST)->first;
    *count = 0;
    for (const struct json *at = first; at; at = at->next) ++*count;
    return first;
}

/* Names joined by `|`; a number stands for itself, as JSON or as text. */
static int flags_in(struct worker *w, const struct json *object, const char *key, const struct name *names) {
    const struct json *value = member(object, key);
    if (value && value->kind == NUMBER) return (int)(unsigned)integer(w, value, INT32_MIN, UINT32_MAX);
    unsigned flags = 0;
    for (const char *at = wanted(w, object, key, TEXT)->text, *end;; at = end + 1) {
        const struct name *name = names;
        char *stop = NULL;
        end = at + strcspn(at, "|");
        while (name->name && (strncmp(name->name, at, (size_t)(end - at)) || name->name[end - at])) name++;
        flags |= name->name ? (unsigned)name->number : isdigit((unsigned char)*at) ? (unsigned)strtoul(at, &stop, 0) : 0;
        if (!name->name && stop != end) refuse_span(w, at, (size_t)(end - at));
        if (!*end) return (int)flags;
    }
}

static int flags(struct worker *w, const char *key, const struct name *names) { return flags_in(w, w->params, key, names); }

static struct bytes hex_in(struct worker *w, const struct json *object, const char *key) {
    const struct json *text = wanted(w, object, key, TEXT);
    struct bytes bytes = {room(w, text->length / 2), text->length / 2};
    for (size_t i = 0; i < text->length; i++) {
        int half = text->length % 2 ? -1 : digit(text->text[i]);
        if (half < 0) refuse(w, key);
        bytes.at[i / 2] = (unsigned char)(bytes.at[i / 2] << 4 | half);
    }
    return bytes;
}

static struct bytes hex(struct worker *w, const char *key) { return hex_in(w, w->params, key); }

static void ip(struct worker *w, const struct json *object, const char *key, int domain, void *to) {
    const struct json *text = wanted(w, object, key, TEXT);
    if (inet_pton(domain, text->text, to) != 1) refuse_span(w, text->text, text->length);
}

/* ---- addresses ---- */

enum { FAMILY_BYTES = sizeof(sa_family_t), LINK_HEAD = offsetof(struct sockaddr_ll, sll_addr) };

struct address {
    struct sockaddr *at;
    socklen_t length;
};

static struct address room_for(struct worker *w, size_t length) { return (struct address){room(w, length), (socklen_t)length}; }

/* A head and what follows it, filled up with zeros to the least length. */
static struct address join(struct worker *w, const void *head, size_t size, const void *more, size_t length, size_t least) {
    struct address address = room_for(w, size + length > least ? size + length : least);
    memcpy(address.at, head, size);
    if (length) memcpy((char *)address.at + size, more, length);
    return address;
}

/* A path keeps its zero byte as long as there is room for it. A longer one is passed on for the kernel to refuse. */
static struct address unix_address(struct worker *w, const struct json *address) {
    struct sockaddr_un head = {.sun_family = AF_UNIX};
    if (member(address, "abstract")) {
        struct bytes name = hex_in(w, address, "abstract");
        return join(w, &head, FAMILY_BYTES + 1, name.at, name.length, 0);
    }
    const struct json *path = wanted(w, address, "path", TEXT);
    bool zero = path->length > 0 && path->length < sizeof head.sun_path;
    return join(w, &head, FAMILY_BYTES, path->text, path->length + zero, 0);
}

static struct address link_address(struct worker *w, const struct json *address) {
    struct bytes mac = hex_in(w, address, "mac");
    struct sockaddr_ll head = {.sll_family = AF_PACKET, .sll_halen = (unsigned char)mac.length,
        .sll_protocol = htons((uint16_t)number_in(w, address, "protocol", 0, UINT16_MAX)),
        .sll_ifindex = int_in(w, address, "interface"),
        .sll_pkttype = (unsigned char)number_in(w, address, "type", 0, UINT8_MAX)};
    return join(w, &head, LINK_HEAD, mac.at, mac.length, sizeof head);
}

static struct address inet6_address(struct worker *w, const struct json *address, in_port_t port) {
    struct sockaddr_in6 inet = {.sin6_family = AF_INET6, .sin6_port = port};
    if (member(address, "scope")) inet.sin6_scope_id = (uint32_t)number_in(w, address, "scope", INT32_MIN, UINT32_MAX);
    ip(w, address, "ip", AF_INET6, &inet.sin6_addr);
    return join(w, &inet, sizeof inet, NULL, 0, 0);
}

static struct address address(struct worker *w) {
    const struct json *address = wanted(w, w->params, "address", OBJECT);
    if (member(address, "sockaddr")) {
        struct bytes bytes = hex_in(w, address, "sockaddr");
        return join(w, bytes.at, bytes.length, NULL, 0, 0);
    }
    int family = flags_in(w, address, "family", DOMAINS);
    if (family == AF_UNSPEC) return join(w, &(sa_family_t){AF_UNSPEC}, FAMILY_BYTES, NULL, 0, sizeof(struct sockaddr));
    if (family == AF_UNIX) return unix_address(w, address);
    if (family == AF_PACKET) return link_address(w, address);
    if (family != AF_INET && family != AF_INET6) refuse(w, "family");
    in_port_t port = htons((uint16_t)number_in(w, address, "port", 0, UINT16_MAX));
    if (family == AF_INET6) return inet6_address(w, address, port);
    struct sockaddr_in inet = {.sin_family = AF_INET, .sin_port = port};
    ip(w, address, "ip", AF_INET, &inet.sin_addr);
    return join(w, &inet, sizeof inet, NULL, 0, 0);
}

/* Paths end with their zero byte, without one, or with more than one. One that is no UTF-8 has no form of its own. */
static bool put_unix(struct worker *w, const char *path, size_t length) {
    put(w, "\"family\":\"AF_UNIX\",");
    if (length > 0 && !*path) return put_hex(w, "abstract", path + 1, length - 1), true;
    put(w, "\"path\":");
    put_text(w, path, strnlen(path, length));
    return is_utf8(path, strnlen(path, length));
}

/* Whether an address has a form of its own, and the length of its form. */
static bool put_form(struct worker *w, const void *at, size_t length) {
    struct sockaddr_storage any = {0}; /* aligned */
    const struct sockaddr_in *inet = (void *)&any;
    const struct sockaddr_in6 *inet6 = (void *)&any;
    const struct sockaddr_ll *link = (void *)&any;
    char text[INET6_ADDRSTRLEN];
    memcpy(&any, at, length);
    if (length < FAMILY_BYTES) return false;
    switch (any.ss_family) {
        case AF_UNSPEC:
            put(w, "\"family\":\"AF_UNSPEC\"");
            return length == sizeof(struct sockaddr) && !memcmp(at, &(struct sockaddr){.sa_family = AF_UNSPEC}, length);
        case AF_UNIX: return put_unix(w, (const char *)at + FAMILY_BYTES, length - FAMILY_BYTES);
        case AF_INET:
            inet_ntop(AF_INET, &inet->sin_addr, text, sizeof text);
            put(w, "\"family\":\"AF_INET\",\"ip\":\"%s\",\"port\":%d", text, ntohs(inet->sin_port));
            return length == sizeof *inet;
        case AF_INET6:
            inet_ntop(AF_INET6, &inet6->sin6_addr, text, sizeof text);
            put(w, "\"family\":\"AF_INET6\",\"ip\":\"%s\",\"port\":%d,", text, ntohs(inet6->sin6_port));
            put(w, "\"scope\":%u", inet6->sin6_scope_id);
            return length == sizeof *inet6;
        case AF_PACKET:
            if (length < LINK_HEAD || length < LINK_HEAD + (size_t)link->sll_halen) return false;
            put(w, "\"family\":\"AF_PACKET\",\"protocol\":%d,\"interface\":%d,", ntohs(link->sll_protocol), link->sll_ifindex);
            put(w, "\"type\":%d,", link->sll_pkttype);
            put_hex(w, "mac", (const char *)at + LINK_HEAD, link->sll_halen);
            return true;
        default: return false;
    }
}

/* What has no form is told byte for byte. A length beyond the room says that the address was cut. */
static void put_address(struct worker *w, const char *comma, struct address from) {
    size_t size = from.length < sizeof(struct sockaddr_storage) ? from.length : sizeof(struct sockaddr_storage);
    put(w, "%s\"address\":{", comma);
    size_t start = w->length;
    if (!put_form(w, from.at, size)) w->length = start, put_hex(w, "sockaddr", from.at, size);
    put(w, "}");
}

/* ---- calls ---- */

#define CALL(name) static void do_##name(struct worker *w)

CALL(ping) { (void)w; }

CALL(hello) {
    struct utsname system;
    if (number(w, "protocol") != 1) refuse(w, "protocol");
    uname(&system);
    put(w, "\"protocol\":1,\"name\":\"c\",\"version\":\"%s %s\",\"profile\":\"linux\",", system.sysname, system.release);
    put(w, "\"capabilities\":[\"multicast\",\"unix\",\"scm-rights\",\"raw\",\"packet\",\"ipv6\",\"nonblocking\",\"select\",");
    put(w, "\"signals\",\"fork\",\"error-queue\",\"broadcast\",\"concurrent\"]");
}

CALL(socket) {
    int domain = flags(w, "domain", DOMAINS), type = flags(w, "type", TYPES), protocol = flags(w, "protocol", PROTOCOLS);
    answer_number(w, "fd", socket(domain, type, protocol));
}

static void answer_pair(struct worker *w, int result, const int *pair) {
    if (succeeded(w, result)) put(w, "\"fds\":[%d,%d]", pair[0], pair[1]);
}

CALL(socketpair) {
    int domain = flags(w, "domain", DOMAINS), type = flags(w, "type", TYPES), protocol = flags(w, "protocol", PROTOCOLS);
    int pair[2];
    answer_pair(w, socketpair(domain, type, protocol, pair), pair);
}

CALL(bind) {
    struct address to = address(w);
    succeeded(w, bind(fd(w), to.at, to.length));
}

CALL(connect) {
    struct address to = address(w);
    succeeded(w, connect(fd(w), to.at, to.length));
}

CALL(accept) {
    struct address peer = room_for(w, sizeof(struct sockaddr_storage));
    if (answer_number(w, "fd", accept4(fd(w), peer.at, &peer.length, flags(w, "flags", TYPES)))) put_address(w, ",", peer);
}

CALL(listen) { succeeded(w, listen(fd(w), number(w, "backlog"))); }
CALL(shutdown) { succeeded(w, shutdown(fd(w), flags(w, "how", HOWS))); }
CALL(close) { succeeded(w, close(fd(w))); }

static void answer_name(struct worker *w, int (*call)(int, struct sockaddr *, socklen_t *)) {
    struct address name = room_for(w, sizeof(struct sockaddr_storage));
    if (succeeded(w, call(fd(w), name.at, &name.length))) put_address(w, "", name);
}

CALL(getsockname) { answer_name(w, getsockname); }
CALL(getpeername) { answer_name(w, getpeername); }

CALL(send) {
    struct bytes data = hex(w, "data");
    answer_number(w, "count", send(fd(w), data.at, data.length, flags(w, "flags", MESSAGES)));
}

CALL(sendto) {
    struct bytes data = hex(w, "data");
    struct address to = address(w);
    answer_number(w, "count", sendto(fd(w), data.at, data.length, flags(w, "flags", MESSAGES), to.at, to.length));
}

/* One control message: {"rights":[…]}, or by its numbers. */
static struct bytes control_data(struct worker *w, const struct json *message, struct cmsghdr *header) {
    if (!member(message, "rights")) {
        header->cmsg_level = int_in(w, message, "level");
        header->cmsg_type = int_in(w, message, "type");
        return hex_in(w, message, "data");
    }
    size_t count;
    const struct json *at = list(w, message, "rights", &count);
    int *fds = room(w, count * sizeof *fds);
    for (int *to = fds; at; at = at->next) *to++ = (int)integer(w, at, INT32_MIN, INT32_MAX);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    return (struct bytes){(unsigned char *)fds, count * sizeof *fds};
}

static struct bytes control(struct worker *w) {
    struct bytes all = {NULL, 0};
    for (const struct json *at = wanted(w, w->params, "control", LIST)->first; at; at = at->next) {
        struct cmsghdr header = {0};
        struct bytes data = control_data(w, at, &header), more = {NULL, all.length + CMSG_SPACE(data.length)};
        header.cmsg_len = CMSG_LEN(data.length);
        more.at = room(w, more.length);
        if (all.length) memcpy(more.at, all.at, all.length);
        memcpy(more.at + all.length, &header, sizeof header);
        memcpy(more.at + all.length + CMSG_LEN(0), data.at, data.length);
        all = more;
    }
    return all;
}

CALL(sendmsg) {
    struct bytes data = hex(w, "data"), messages = control(w);
    struct address to = member(w->params, "address") ? address(w) : (struct address){NULL, 0};
    struct iovec part = {data.at, data.length};
    struct msghdr header = {.msg_name = to.at, .msg_namelen = to.length, .msg_iov = &part, .msg_iovlen = 1,
        .msg_control = messages.at, .msg_controllen = messages.length};
    answer_number(w, "count", sendmsg(fd(w), &header, flags(w, "flags", MESSAGES)));
}

/* What a receive call stored; with MSG_TRUNC it returns more than that. */
static bool answer_data(struct worker *w, struct bytes buffer, ssize_t result) {
    if (!succeeded(w, result)) return false;
    put_hex(w, "data", buffer.at, (size_t)result < buffer.length ? (size_t)result : buffer.length);
    return true;
}

static struct bytes buffer(struct worker *w, const char *key) {
    size_t size = length(w, key);
    return (struct bytes){room(w, size), size};
}

CALL(recv) {
    struct bytes to = buffer(w, "length");
    answer_data(w, to, recv(fd(w), to.at, to.length, flags(w, "flags", MESSAGES)));
}

CALL(recvfrom) {
    struct bytes to = buffer(w, "length");
    struct address from = room_for(w, sizeof(struct sockaddr_storage));
    ssize_t result = recvfrom(fd(w), to.at, to.length, flags(w, "flags", MESSAGES), from.at, &from.length);
    if (!answer_data(w, to, result)) return;
    put(w, ",\"count\":%zd", result);
    if (from.length) put_address(w, ",", from);
}

static void put_message(struct worker *w, const struct cmsghdr *header, const unsigned char *data, size_t size) {
    if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) {
        put(w, "{\"level\":%d,\"type\":%d,", header->cmsg_level, header->cmsg_type);
        put_hex(w, "data", data, size);
        put(w, "}");
        return;
    }
    put(w, "{\"rights\":[");
    for (size_t i = 0; i + sizeof(int) <= size; i += sizeof(int)) {
        int number;
        memcpy(&number, data + i, sizeof number);
        put(w, i ? ",%d" : "%d", number);
    }
    put(w, "]}");
}

/* Walks the buffer as CMSG_NXTHDR() does, but never past its end, whatever length a message claims. */
static void put_control(struct worker *w, struct bytes left) {
    put(w, ",\"control\":[");
    for (const char *comma = ""; left.length >= CMSG_LEN(0); comma = ",") {
        struct cmsghdr header;
        memcpy(&header, left.at, sizeof header);
        if (header.cmsg_len < CMSG_LEN(0) || header.cmsg_len > left.length) break;
        put(w, "%s", comma);
        put_message(w, &header, left.at + CMSG_LEN(0), header.cmsg_len - CMSG_LEN(0));
        size_t step = CMSG_SPACE(header.cmsg_len - CMSG_LEN(0));
        if (step > left.length) step = left.length;
        left = (struct bytes){left.at + step, left.length - step};
    }
    put(w, "]");
}

CALL(recvmsg) {
    struct bytes to = buffer(w, "length"), messages = buffer(w, "controlLength");
    struct address from = room_for(w, sizeof(struct sockaddr_storage));
    struct iovec part = {to.at, to.length};
    struct msghdr header = {.msg_name = from.at, .msg_namelen = from.length, .msg_iov = &part, .msg_iovlen = 1,
        .msg_control = messages.length ? messages.at : NULL, .msg_controllen = messages.length};
    ssize_t result = recvmsg(fd(w), &header, flags(w, "flags", MESSAGES));
    if (!answer_data(w, to, result)) return;
    put(w, ",\"count\":%zd", result);
    from.length = header.msg_namelen;
    if (from.length) put_address(w, ",", from);
    if (header.msg_controllen < messages.length) messages.length = header.msg_controllen;
    put_control(w, messages);
    put(w, ",\"controlLength\":%zu,\"flags\":", (size_t)header.msg_controllen);
    put_flags(w, MESSAGES, header.msg_flags);
}

/* An option without a name is asked for by two numbers, `level` and `option`. */
static struct name option(struct worker *w) {
    if (member(w->params, "level")) return (struct name){"", number(w, "option"), number(w, "level")};
    const struct json *name = wanted(w, w->params, "option", TEXT);
    const struct name *option = OPTIONS;
    while (option->name && strcmp(option->name, name->text)) option++;
    if (!option->name) refuse_span(w, name->text, name->length);
    return *option;
}

union value {
    int number;
    struct timeval time;
    struct linger linger;
    struct ip_mreq membership;
    unsigned char bytes[256];
};

static int form(struct worker *w, size_t *size) {
    static const size_t SIZES[] = {sizeof(int), sizeof(struct timeval), sizeof(struct linger), sizeof(struct ip_mreq),
        sizeof(int), sizeof(union value)};
    int form = flags(w, "type", FORMS);
    if (form < INT || form > BYTES) refuse(w, "type");
    *size = SIZES[form];
    return form;
}

/* An answer shorter than its type is filled up with zeros. */
CALL(getsockopt) {
    struct name asked = option(w);
    size_t size;
    int type = form(w, &size);
    socklen_t stored = (socklen_t)size;
    union value *value = room(w, sizeof *value);
    char group[INET_ADDRSTRLEN], interface[INET_ADDRSTRLEN];
    if (!succeeded(w, getsockopt(fd(w), asked.level, asked.number, value, &stored))) return;
    if (type == INT) put(w, "\"value\":%d", value->number);
    if (type == ERRNO && value->number) put_name(w, "value", ERRNOS, value->number, "errno");
    if (type == ERRNO && !value->number) put(w, "\"value\":\"0\"");
    if (type == TIMEVAL) put(w, "\"value\":%lld", (long long)value->time.tv_sec * 1000000 + value->time.tv_usec);
    if (type == LINGER)
        put(w, "\"value\":{\"on\":%s,\"seconds\":%d}", value->linger.l_onoff ? "true" : "false", value->linger.l_linger);
    if (type == BYTES) put_hex(w, "value", value, stored < size ? stored : size);
    if (type == MEMBERSHIP)
        put(w, "\"value\":{\"group\":\"%s\",\"interface\":\"%s\"}",
            inet_ntop(AF_INET, &value->membership.imr_multiaddr, group, sizeof group),
            inet_ntop(AF_INET, &value->membership.imr_interface, interface, sizeof interface));
}

static struct timeval timeval(struct worker *w, const char *key) {
    long long micros = number_in(w, w->params, key, INT64_MIN / 2, INT64_MAX / 2);
    long long seconds = micros / 1000000 - (micros % 1000000 < 0);
    return (struct timeval){(time_t)seconds, (suseconds_t)(micros - seconds * 1000000)};
}

static bool boolean(struct worker *w, const struct json *object, const char *key) {
    const struct json *value = member(object, key);
    if (!value || (value->kind != TRUE && value->kind != FALSE)) refuse(w, key);
    return value->kind == TRUE;
}

CALL(setsockopt) {
    struct name asked = option(w);
    size_t size;
    int type = form(w, &size);
    struct bytes bytes = {room(w, size), size};
    const struct json *parts = type == LINGER || type == MEMBERSHIP ? wanted(w, w->params, "value", OBJECT) : NULL;
    union value value = {.bytes = {0}};
    if (type == INT) value.number = number(w, "value");
    if (type == ERRNO) value.number = flags(w, "value", ERRNOS);
    if (type == TIMEVAL) value.time = timeval(w, "value");
    if (type == LINGER) value.linger = (struct linger){boolean(w, parts, "on"), int_in(w, parts, "seconds")};
    if (type == MEMBERSHIP) {
        ip(w, parts, "group", AF_INET, &value.membership.imr_multiaddr);
        ip(w, parts, "interface", AF_INET, &value.membership.imr_interface);
    }
    if (type == BYTES) bytes = hex(w, "value");
    else memcpy(bytes.at, &value, size);
    succeeded(w, setsockopt(fd(w), asked.level, asked.number, bytes.at, (socklen_t)bytes.length));
}

CALL(poll) {
    size_t count;
    const struct json *at = list(w, w->params, "entries", &count);
    struct pollfd *entries = room(w, count * sizeof *entries);
    for (struct pollfd *to = entries; at; at = at->next, to++)
        *to = (struct pollfd){int_in(w, at, "fd"), (short)flags_in(w, at, "events", EVENTS), 0};
    if (!succeeded(w, poll(entries, count, number(w, "timeout")))) return;
    put(w, "\"events\":[");
    for (size_t i = 0; i < count; i++) put(w, i ? "," : ""), put_flags(w, EVENTS, (unsigned short)entries[i].revents);
    put(w, "]");
}

/* FD_SET() of a number beyond the set would write outside it: that cannot be done. */
CALL(select) {
    static const char *const NAMES[] = {"read", "write", "except"};
    fd_set sets[3];
    int most = -1;
    for (int i = 0; i < 3; i++) {
        FD_ZERO(&sets[i]);
        for (const struct json *at = wanted(w, w->params, NAMES[i], LIST)->first; at; at = at->next) {
            int number = (int)integer(w, at, 0, FD_SETSIZE - 1);
            FD_SET(number, &sets[i]);
            if (number > most) most = number;
        }
    }
    struct timeval limit = timeval(w, "timeout");
    if (!answer_number(w, "count", select(most + 1, &sets[0], &sets[1], &sets[2], &limit))) return;
    for (int i = 0; i < 3; i++) {
        const char *comma = "";
        put(w, ",\"%s\":[", NAMES[i]);
        for (int number = 0; number <= most; number++)
            if (FD_ISSET(number, &sets[i])) put(w, "%s%d", comma, number), comma = ",";
        put(w, "]");
    }
}

CALL(fcntl) {
    int command = flags(w, "command", COMMANDS), result;
    if (command == F_SETFL || command == F_SETFD)
        succeeded(w, fcntl(fd(w), command, flags(w, "flags", command == F_SETFL ? STATUS : FD_FLAGS)));
    else if (command != F_GETFL && command != F_GETFD) refuse(w, "command");
    else if (succeeded(w, result = fcntl(fd(w), command))) {
        put(w, "\"flags\":");
        put_flags(w, command == F_GETFL ? STATUS : FD_FLAGS, result);
    }
}

CALL(ioctl) {
    int *value = room(w, sizeof *value);
    if (succeeded(w, ioctl(fd(w), (unsigned)flags(w, "request", REQUESTS), value))) put(w, "\"value\":%d", *value);
}

static size_t address_bytes(int domain) { return domain == AF_INET6 ? sizeof(struct in6_addr) : sizeof(struct in_addr); }

CALL(inet_pton) {
    int domain = flags(w, "domain", DOMAINS);
    void *to = room(w, sizeof(struct in6_addr));
    int result = inet_pton(domain, wanted(w, w->params, "text", TEXT)->text, to);
    if (succeeded(w, result) && result > 0) put_hex(w, "data", to, address_bytes(domain));
}

/* The call reads as many bytes as its domain has; it cannot be given fewer. */
CALL(inet_ntop) {
    int domain = flags(w, "domain", DOMAINS);
    struct bytes data = hex(w, "data");
    char text[INET6_ADDRSTRLEN];
    if (data.length != address_bytes(domain) && (domain == AF_INET || domain == AF_INET6)) refuse(w, "data");
    if (succeeded(w, inet_ntop(domain, data.at, text, sizeof text) ? 0 : -1)) put(w, "\"text\":\"%s\"", text);
}

CALL(htons) {
    size_t count;
    const struct json *at = list(w, w->params, "values", &count);
    uint16_t *variables = room(w, count * sizeof *variables);
    for (uint16_t *to = variables; at; at = at->next) *to++ = htons((uint16_t)integer(w, at, 0, UINT16_MAX));
    put_hex(w, "data", variables, count * sizeof *variables);
}

CALL(ntohs) {
    struct bytes data = hex(w, "data");
    uint16_t variable;
    if (data.length % sizeof variable) refuse(w, "data");
    put(w, "\"values\":[");
    for (size_t i = 0; i < data.length; i += sizeof variable) {
        memcpy(&variable, data.at + i, sizeof variable);
        put(w, i ? ",%u" : "%u", ntohs(variable));
    }
    put(w, "]");
}

CALL(htonl) {
    uint32_t variable = htonl((uint32_t)number_in(w, w->params, "value", 0, UINT32_MAX));
    put_hex(w, "data", &variable, sizeof variable);
}

CALL(ntohl) {
    struct bytes data = hex(w, "data");
    uint32_t variable;
    if (data.length != sizeof variable) refuse(w, "data");
    memcpy(&variable, data.at, sizeof variable);
    put(w, "\"value\":%u", ntohl(variable));
}

CALL(file) { answer_number(w, "fd", memfd_create("sockspec", MFD_CLOEXEC)); }
CALL(dup) { answer_number(w, "fd", dup(fd(w))); }
CALL(flock) { succeeded(w, flock(fd(w), flags(w, "operation", LOCKS))); }

CALL(reopen) {
    char path[32];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd(w));
    answer_number(w, "fd", open(path, O_RDWR | O_CLOEXEC));
}

CALL(pipe) {
    int pair[2];
    answer_pair(w, pipe2(pair, O_CLOEXEC), pair);
}

CALL(read) {
    struct bytes to = buffer(w, "length");
    answer_data(w, to, read(fd(w), to.at, to.length));
}

CALL(write) {
    struct bytes data = hex(w, "data");
    answer_number(w, "count", write(fd(w), data.at, data.length));
}

CALL(lseek) {
    off_t offset = number_in(w, w->params, "offset", INT64_MIN, INT64_MAX);
    answer_number(w, "offset", lseek(fd(w), offset, flags(w, "whence", WHENCES)));
}

/* ---- signals ---- */

/* Real-time signals: the C library uses neither. */
static int signal_number(bool restart) { return SIGRTMIN + (restart ? 7 : 6); }

static void on_signal(int signal) {
    (void)signal;
    atomic_fetch_add(&self->taken, 1);
}

/* The system calls that wait for a descriptor. */
static const long WAITING[] = {SYS_read, SYS_write, SYS_close, SYS_ppoll, SYS_pselect6, SYS_accept4, SYS_connect, SYS_sendto,
    SYS_recvfrom, SYS_sendmsg, SYS_recvmsg, SYS_flock,
#ifdef SYS_poll
    SYS_poll, SYS_select,
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

/* The file begins with the number of the system call that the thread sleeps in, or with "running" or -1. Under `table`, as
 * fork() is: no child inherits the descriptor. */
static bool sleeps(const struct worker *w) {
    char text[64];
    snprintf(text, sizeof text, "/proc/self/task/%d/syscall", w->tid);
    int file = open(text, O_RDONLY | O_CLOEXEC);
    ssize_t size = read(file, text, sizeof text - 1);
    if (file >= 0) close(file);
    text[size > 0 ? size : 0] = 0;
    if (!isdigit((unsigned char)*text)) return false;
    long call = strtol(text, NULL, 10);
    for (size_t i = 0; i < sizeof WAITING / sizeof *WAITING; i++)
        if (WAITING[i] == call) return true;
    return false;
}

/* Under `table`. A call that has returned gets no signal, and none gets a second one before it took the first. */
static void send_signal(struct worker *w, bool restart) {
    if (w->returned || atomic_load(&w->taken) != w->sent) return;
    if (!syscall(SYS_tgkill, getpid(), w->tid, signal_number(restart))) w->sent++;
}

/* Under `table`: the thread with an unanswered request, NULL when that has been answered. */
static struct worker *worker_at(const struct json *id) {
    struct worker *at = workers;
    while (at && !(at->serial && same(at->id, id))) at = at->next;
    return at;
}

/* Under `table`, which is released for 100 us: whether the request is still not answered. */
static bool look_again(const struct worker *at, unsigned long serial) {
    pthread_mutex_unlock(&table);
    nanosleep(&(struct timespec){0, 100000}, NULL);
    pthread_mutex_lock(&table);
    return at->serial == serial;
}

/* A signal that comes before the call sleeps would interrupt nothing. */
CALL(interrupt) {
    bool restart = boolean(w, w->params, "restart"), more = true;
    pthread_mutex_lock(&table);
    struct worker *at = worker_at(member(w->params, "call"));
    unsigned long serial = at ? at->serial : 0;
    while (at && more && !sleeps(at)) more = look_again(at, serial);
    if (at && more) send_signal(at, restart);
    while (at && more && (atomic_load(&at->taken) != at->sent || !sleeps(at))) more = look_again(at, serial);
    pthread_mutex_unlock(&table);
}

/* The first signal may come before the thread has entered the system call. */
CALL(cancel) {
    pthread_mutex_lock(&table);
    struct worker *at = worker_at(member(w->params, "call"));
    unsigned long serial = at ? at->serial : 0;
    for (bool more = at; more; more = look_again(at, serial)) send_signal(at, false);
    pthread_mutex_unlock(&table);
}

/* ---- children ---- */

static int private_fd(int fd) {
    int moved = -1;
    for (int least = PRIVATE_FD; moved < 0 && least > 2; least /= 2) /* The limit of descriptors may be low. */
        moved = fcntl(fd, F_DUPFD_CLOEXEC, least);
    return moved;
}

/* What a thread learns of itself. */
static void begin_thread(struct worker *w) {
    w->tid = (pid_t)syscall(SYS_gettid);
    int low = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    w->schedule = private_fd(low);
    if (low >= 0) close(low);
}

static int private_pipe(int ends[2]) {
    int low[2];
    if (pipe2(low, O_CLOEXEC) < 0) return -1;
    for (int i = 0; i < 2; i++) ends[i] = private_fd(low[i]);
    close(low[0]);
    close(low[1]);
    return ends[0] < 0 || ends[1] < 0 ? -1 : 0;
}

/* A line without its end, followed by a zero; NULL at the end of the input. It stays until the next one is asked for. */
static char *next_line(struct reader *in, size_t *length) {
    for (size_t seen = in->start;;) {
        char *line = in->bytes + in->start, *end = in->bytes ? memchr(in->bytes + seen, '\n', in->end - seen) : NULL;
        if (end) {
            *length = (size_t)(end - line);
            *end = 0;
            in->start += *length + 1;
            return line;
        }
        if (in->end - in->start > in->limit) die("a request is longer than 1048576 bytes, which no line of the protocol is");
        if (in->start) memmove(in->bytes, line, in->end -= in->start);
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

/* Where a child's list has an unanswered request, by the answer up to the end of its id, or where the list ends. */
static struct pending **find(struct child *child, const char *head, size_t length) {
    struct pending **at = &child->pending;
    while (*at && ((*at)->length != length || memcmp((*at)->head, head, length))) at = &(*at)->next;
    return at;
}

/* Under `table`: the child that has not answered the request with this id. */
static struct child *child_at(const struct json *id) {
    struct worker scratch = {0};
    struct child *at = children;
    begin(&scratch, id);
    while (at && !*find(at, scratch.answer, scratch.body)) at = at->next;
    free(scratch.answer);
    return at;
}

/* What a child can no longer answer fails with ESRCH, once wait() finds it ended: its pipes are closed a little earlier. */
static void mourn(struct worker *w, struct child *child) {
    poll(&(struct pollfd){child->pidfd, POLLIN, 0}, 1, -1);
    pthread_mutex_lock(&table);
    child->gone = true;
    for (struct pending *at; (at = child->pending); free(at)) {
        child->pending = at->next;
        w->length = 0;
        append(w, at->head, at->length);
        put(w, ",\"result\":{\"errno\":\"ESRCH\"}}\n");
        write_answer(w->answer, w->length);
    }
    pthread_mutex_lock(&child->writing);
    close(child->requests);
    close(child->answers);
    child->requests = -1;
    if (!child->process) close(child->pidfd);
    pthread_mutex_unlock(&child->writing);
    pthread_mutex_unlock(&table);
}

static void *pass_answers_on(void *argument) {
    struct child *child = argument;
    struct worker *w = calloc(1, sizeof *w);
    struct reader in = {.fd = child->answers, .limit = SIZE_MAX};
    size_t length;
    if (!w) die("there is no memory for a child");
    while ((w->line = next_line(&in, &length))) {
        w->line[length] = '\n';
        write_answer(w->line, length + 1);
        w->line[length] = 0;
        begin(w, NULL);
        struct json *answer = room(w, sizeof *answer);
        if (!setjmp(w->refused)) parse(w, w->line, answer, DEPTH), begin(w, member(answer, "id"));
        pthread_mutex_lock(&table);
        struct pending **at = find(child, w->answer, w->body), *settled = *at;
        if (settled) *at = settled->next;
        pthread_mutex_unlock(&table);
        free(settled);
        free_rooms(w);
    }
    mourn(w, child);
    free(in.bytes);
    free(w->answer);
    free(w);
    return NULL;
}

/* Under `reading`, so that a child gets its requests in their order: whether this one is for a child, or about a call that a
 * child is at. That child gets the line as it came. If it ends meanwhile, pass_answers_on() answers. */
static bool pass_on(struct worker *w, const struct json *request, char *line, size_t length) {
    const struct json *process = member(request, "process");
    if (is_child) return false;
    if (!process && w->method->kind == BY_CHILD) process = wanted(w, w->params, "process", NUMBER);
    int number = process ? (int)integer(w, process, 1, INT32_MAX) : 0;
    pthread_mutex_lock(&table);
    struct child *child = process ? child_of(number) : w->method->kind == OF_CALL ? child_at(member(w->params, "call")) : NULL;
    bool alive = child && !child->gone;
    if (alive) {
        struct pending *pending = grow(NULL, sizeof *pending + w->body);
        *pending = (struct pending){.next = child->pending, .length = w->body};
        memcpy(pending->head, w->answer, w->body);
        child->pending = pending;
    }
    pthread_mutex_unlock(&table);
    if (alive) {
        pthread_mutex_lock(&child->writing);
        line[length] = '\n';
        if (child->requests >= 0) write_whole(child->requests, line, length + 1);
        pthread_mutex_unlock(&child->writing);
    } else if (process) {
        failed(w, ESRCH);
        put(w, "}}\n");
        write_answer(w->answer, w->length);
    }
    return alive || process;
}

static void start_thread(void *(*run)(void *), void *argument) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, run, argument)) die("there are no more threads for calls that block");
    pthread_detach(thread);
}

/* In the child of fork(), whose only thread holds all three locks: forgets what is its parent's and goes on reading. */
static _Noreturn void become_child(struct worker *w, int requests, int answers) {
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* The end of its input would not end it while it is stopped. */
    is_child = true;
    close(input.fd);
    close(output);
    for (struct child *at = children; at; at = at->next) {
        if (!at->gone) close(at->requests), close(at->answers);
        if (!at->gone || at->process) close(at->pidfd);
    }
    input.fd = requests;
    input.start = input.end = 0;
    output = answers;
    children = NULL;
    workers = w;
    w->next = NULL;
    close(w->schedule);
    begin_thread(w);
    atomic_store(&idle, 0);
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    pthread_mutex_unlock(&writing);
    pthread_mutex_unlock(&table);
    w->length = 0; /* The parent answers. */
    longjmp(w->refused, 1);
}

/* Under `reading`; with the other two locks held no thread is in the midst of anything that the child will look at. */
CALL(fork) {
    int requests[2], answers[2];
    if (is_child) refuse_with(w, -32601, "fork", 4);
    if (!succeeded(w, private_pipe(requests)) || !succeeded(w, private_pipe(answers))) return;
    struct child *child = grow(NULL, sizeof *child);
    pthread_mutex_lock(&table);
    pthread_mutex_lock(&writing);
    int process = fork();
    if (process == 0) {
        close(requests[1]);
        close(answers[0]);
        become_child(w, requests[0], answers[1]);
    }
    int error = errno, low = process < 0 ? -1 : (int)syscall(SYS_pidfd_open, process, 0);
    pthread_mutex_unlock(&writing);
    *child = (struct child){.next = children, .process = process, .requests = requests[1], .answers = answers[0],
        .pidfd = private_fd(low), .writing = PTHREAD_MUTEX_INITIALIZER};
    if (process > 0) children = child;
    pthread_mutex_unlock(&table);
    if (low >= 0) close(low);
    close(requests[0]);
    close(answers[1]);
    errno = error;
    if (answer_number(w, "process", process)) start_thread(pass_answers_on, child);
    else close(requests[1]), close(answers[0]), free(child);
}

/* In the child, under `reading`. The new program answers, so that the answer proves it. */
CALL(exec) {
    char in[16], out[16];
    snprintf(in, sizeof in, "%d", input.fd);
    snprintf(out, sizeof out, "%d", output);
    w->answer[w->body] = 0;
    pthread_mutex_lock(&writing); /* No answer is cut off. */
    fcntl(input.fd, F_SETFD, 0);
    fcntl(output, F_SETFD, 0);
    execve("/proc/self/exe", (char *[]){program, "--child", in, out, w->answer, NULL}, environ);
    int error = errno;
    fcntl(input.fd, F_SETFD, FD_CLOEXEC);
    fcntl(output, F_SETFD, FD_CLOEXEC);
    pthread_mutex_unlock(&writing);
    w->answer[w->body] = ',';
    failed(w, error);
}

CALL(exit) {
    int status = number(w, "status");
    put(w, "}}\n");
    write_answer(w->answer, w->length);
    _exit(status);
}

CALL(kill) {
    int process = number(w, "process"), signal = flags(w, "signal", SIGNALS);
    pthread_mutex_lock(&table);
    if (process < 1 || !child_of(process)) failed(w, ESRCH);
    else succeeded(w, kill(process, signal));
    pthread_mutex_unlock(&table);
}

CALL(wait) {
    int process = number(w, "process"), timeout = number(w, "timeout"), status = 0;
    pthread_mutex_lock(&table);
    struct child *child = process < 1 ? NULL : child_of(process);
    struct pollfd end = {child ? child->pidfd : -1, POLLIN, 0};
    pthread_mutex_unlock(&table);
    if (!child) return failed(w, ECHILD);
    if (!succeeded(w, poll(&end, 1, timeout))) return;
    int ended = waitpid(process, &status, WNOHANG);
    if (ended == 0) return failed(w, EAGAIN);
    if (!succeeded(w, ended)) return;
    pthread_mutex_lock(&table);
    child->process = 0;
    if (child->gone) close(child->pidfd);
    pthread_mutex_unlock(&table);
    if (WIFEXITED(status)) put(w, "\"exited\":%d", WEXITSTATUS(status));
    else put_name(w, "killed", SIGNALS, WTERMSIG(status), "signal");
}

/* ---- requests ---- */

#define DO(name, kind) {#name, do_##name, kind}
static const struct method METHODS[] = {DO(hello, AT_ONCE), DO(ping, AT_ONCE), {"bye", do_ping, AT_ONCE},
    DO(socket, AT_ONCE), DO(socketpair, AT_ONCE), DO(bind, AT_ONCE), DO(connect, BLOCKS), DO(listen, AT_ONCE),
    DO(accept, BLOCKS), DO(shutdown, AT_ONCE), DO(close, BLOCKS), DO(send, BLOCKS), DO(sendto, BLOCKS),
    DO(sendmsg, BLOCKS), DO(recv, BLOCKS), DO(recvfrom, BLOCKS), DO(recvmsg, BLOCKS), DO(getsockopt, AT_ONCE),
    DO(setsockopt, AT_ONCE), DO(getsockname, AT_ONCE), DO(getpeername, AT_ONCE), DO(poll, BLOCKS), DO(fcntl, AT_ONCE),
    DO(ioctl, AT_ONCE), DO(inet_pton, AT_ONCE), DO(inet_ntop, AT_ONCE), DO(htons, AT_ONCE), DO(ntohs, AT_ONCE),
    DO(htonl, AT_ONCE), DO(ntohl, AT_ONCE), DO(select, BLOCKS), DO(file, AT_ONCE), DO(reopen, AT_ONCE),
    DO(pipe, AT_ONCE), DO(dup, AT_ONCE), DO(read, BLOCKS), DO(write, BLOCKS), DO(lseek, AT_ONCE), DO(flock, BLOCKS),
    DO(interrupt, OF_CALL), DO(cancel, OF_CALL), DO(fork, AT_ONCE), DO(exec, BY_CHILD), DO(exit, BY_CHILD),
    DO(kill, AT_ONCE), DO(wait, BLOCKS)};

static const struct method *method(struct worker *w, const struct json *request) {
    static const char NONE[] = "a request is an object with a method";
    const struct json *name = member(request, "method");
    if (!name || name->kind != TEXT) refuse_with(w, -32600, NONE, strlen(NONE));
    for (size_t i = 0; i < sizeof METHODS / sizeof *METHODS; i++)
        if (!strcmp(METHODS[i].name, name->text)) return &METHODS[i];
    refuse_with(w, -32601, name->text, name->length);
}

static void read_request(struct worker *w, struct json *request, size_t length) {
    if (!is_utf8(w->line, length)) malformed(w, w->line);
    char *end = skip(parse(w, w->line, request, DEPTH));
    if (end != w->line + length) malformed(w, end);
    w->id = member(request, "id");
    begin(w, w->id);
    w->method = method(w, request);
    w->params = member(request, "params");
}

static void run(struct worker *w) {
    long long began = w->returned_at = now(), before = w->delayed = delayed(w);
    w->method->call(w);
    long long took = w->returned_at - began - (w->delayed - before);
    put(w, "%s\"us\":%lld}}\n", w->answer[w->length - 1] == '{' ? "" : ",", took > 0 ? took / 1000 : 0);
}

/* Under `reading`: takes a request and makes its call, unless that may block, which is what this tells. */
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
        run(w);
    }
    write_answer(w->answer, w->length);
    return false;
}

/* At most one signal is pending, and POSIX has one delivered before pthread_sigmask() returns. */
static void take_pending(void) {
    sigset_t none;
    sigemptyset(&none);
    pthread_sigmask(SIG_BLOCK, &none, NULL);
}

/* Makes a call that may block. Its last signal has been taken when it is answered: none is left for the next call. */
static void make_call(struct worker *w) {
    if (!setjmp(w->refused)) {
        run(w);
    }
    pthread_mutex_lock(&table);
    w->returned = true;
    pthread_mutex_unlock(&table);
    if (atomic_load(&w->taken) != w->sent) take_pending();
    write_answer(w->answer, w->length);
    pthread_mutex_lock(&table);
    w->serial = 0;
    pthread_mutex_unlock(&table);
}

static struct worker *new_worker(void) {
    struct worker *w = calloc(1, sizeof *w);
    if (!w) die("there is no memory for a thread");
    pthread_mutex_lock(&table);
    w->next = workers;
    workers = w;
    pthread_mutex_unlock(&table);
    return w;
}

static sem_t begun; /* Counts the threads that serve. */

static _Noreturn void *serve(void *argument) {
    struct worker *w = self = argument;
    begin_thread(w);
    sem_post(&begun);
    for (;;) {
        atomic_fetch_add(&idle, 1);
        pthread_mutex_lock(&reading);
        atomic_fetch_sub(&idle, 1);
        while (!take(w)) continue;
        pthread_mutex_lock(&table); /* Before the next request is read: it may be about this one. */
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

/* Whatever prints must not get among the answers: 1 becomes the log, and 0 has nothing to read. */
static void take_standard_streams(void) {
    input.fd = private_fd(0);
    output = private_fd(1);
    if (input.fd < 0 || output < 0) die("standard input and output must be open: requests come in and answers go out by them");
    int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, 0);
    if (dup2(2, 1) < 0) dup2(nothing, 1);
    if (nothing > 2) close(nothing);
}

static void take_pipes(struct worker *w, char **argv) {
    input.fd = atoi(argv[2]);
    output = atoi(argv[3]);
    fcntl(input.fd, F_SETFD, FD_CLOEXEC);
    fcntl(output, F_SETFD, FD_CLOEXEC);
    append(w, argv[4], strlen(argv[4]));
    put(w, ",\"result\":{}}\n");
    write_answer(w->answer, w->length);
}

int main(int argc, char **argv) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int restart = 0; restart < 2; restart++)
        sigaction(signal_number(restart),
            &(struct sigaction){.sa_handler = on_signal, .sa_flags = restart ? SA_RESTART : 0}, NULL);
    program = argv[0];
    is_child = argc == 5 && !strcmp(argv[1], "--child");
    if (argc > 1 && !is_child) die("there are no arguments; requests come by standard input (containers/protocol/README.md)");
    struct worker *w = new_worker();
    if (is_child) return take_pipes(w, argv), serve(w), 0;
    signal(SIGPIPE, SIG_IGN);
    take_standard_streams();
    start_thread(serve, new_worker());
    sem_wait(&begun); /* What it opens for a moment would show in the first socket's number. */
    serve(w);
}
