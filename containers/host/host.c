/* Process 1 of a host's container: does in there what sockspec asks for over a Unix socket (containers/host/README.md).
 *
 *     cc -std=gnu11 -O2 -Wall -Wextra -Werror -static -o host host.c
 *
 * It knows nothing about tests or networks: what a netlink message or a setting means is sockspec's to know. It ends
 * when the connection does, and with it the container, so a killed sockspec leaves none. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROOM = 1 << 17, WORDS = 256, FDS = 3, PROTOCOL = 1, ENDS = 4, PROGRAMS = 8, RUNNING = -1 };

static char request[ROOM + ENDS /* zeros, so that a list that is cut short ends */], reply[ROOM];
static size_t reply_length;
static int fds[FDS], fd_count;
static int base, program_count;
static struct {
    int pid, status;
} programs[PROGRAMS];

/* Each of these answers 0, or -1 with errno set. */

static int put(const void *data, size_t length) {
    if (length > sizeof reply - reply_length) {
        errno = EMSGSIZE;
        return -1;
    }
    memcpy(reply + reply_length, data, length);
    reply_length += length;
    return 0;
}

static int put_number(int number) { return put(&number, sizeof number); }

static int pass(int fd) {
    if (fd < 0) return -1;
    fds[fd_count++] = fd;
    return 0;
}

static int protocol_version(void) { return put_number(PROTOCOL); }

/* The namespace that the container was started in. */
static int home(void) { return setns(base, CLONE_NEWNET); }

/* A fresh namespace; it takes some limits from the one it is made in. */
static int renew(void) {
    program_count = 0;
    return home() < 0 ? -1 : unshare(CLONE_NEWNET);
}

static int index_of(const char *name) {
    struct ifreq interface = {0};
    strncpy(interface.ifr_name, name, IFNAMSIZ - 1);
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    int result = fd < 0 ? -1 : ioctl(fd, SIOCGIFINDEX, &interface);
    close(fd);
    return result < 0 ? -1 : put_number(interface.ifr_ifindex);
}

/* Persistent, so that the device is unregistered by its namespace's end and not by close(), which takes 30 ms. */
static int tap(const char *name) {
    struct ifreq interface = {.ifr_flags = IFF_TAP | IFF_NO_PI};
    strncpy(interface.ifr_name, name, IFNAMSIZ - 1);
    int fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (pass(fd) < 0) return -1;
    if (ioctl(fd, TUNSETIFF, &interface) < 0 || ioctl(fd, TUNSETPERSIST, 1) < 0) return -1;
    return index_of(name);
}

static int netlink_socket(int protocol, unsigned groups) {
    struct sockaddr_nl address = {.nl_family = AF_NETLINK, .nl_groups = groups};
    int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol), one = 1;
    if (fd < 0) return -1;
    setsockopt(fd, SOL_NETLINK, NETLINK_CAP_ACK, &one, sizeof one);
    setsockopt(fd, SOL_NETLINK, NETLINK_EXT_ACK, &one, sizeof one);
    if (!groups || !bind(fd, (struct sockaddr *)&address, sizeof address)) return fd;
    close(fd);
    return -1;
}

/* Sends messages and answers what the kernel does: it handles a message within send(), and goes on with a dump in recv(). */
static int netlink(int protocol, const char *messages, size_t length) {
    int fd = netlink_socket(protocol, 0);
    if (fd < 0) return -1;
    int result = send(fd, messages, length, 0) < 0 ? -1 : 0;
    while (!result) {
        ssize_t got = recv(fd, reply + reply_length, sizeof reply - reply_length, MSG_DONTWAIT | MSG_TRUNC);
        if (got < 0 && errno == EAGAIN) break;
        if (got < 0) result = -1;
        else if ((size_t)got > sizeof reply - reply_length) errno = EMSGSIZE, result = -1;
        else reply_length += got;
    }
    close(fd);
    return result;
}

/* A connection to a TCP port of the host's loopback address. */
static int connect_to(int port) {
    struct sockaddr_in address = {AF_INET, htons(port), {htonl(INADDR_LOOPBACK)}, {0}};
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (pass(fd) < 0) return -1;
    return connect(fd, (struct sockaddr *)&address, sizeof address);
}

/* A socket that tells of each IPv6 address that becomes usable. */
static int watch(void) { return pass(netlink_socket(NETLINK_ROUTE, RTMGRP_IPV6_IFADDR)); }

static int read_file(const char *path) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return -1;
    ssize_t got;
    while ((got = read(fd, reply + reply_length, sizeof reply - reply_length)) > 0) reply_length += got;
    if (!got && reply_length == sizeof reply) errno = EMSGSIZE, got = -1;
    close(fd);
    return got;
}

static int write_file(const char *path, const char *text, size_t length) {
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) return -1;
    ssize_t put = write(fd, text, length);
    close(fd);
    return put < 0 ? -1 : 0;
}

/* Exactly what socket calls may need stays. */
static void drop_capabilities(void) {
    const unsigned kept = 1u << CAP_NET_ADMIN | 1u << CAP_NET_RAW | 1u << CAP_NET_BIND_SERVICE;
    for (int each = 0; each <= 63; each++)
        if (each > 31 || !(kept >> each & 1)) prctl(PR_CAPBSET_DROP, each, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

static void become(char **words, char **variables, const int ends[FDS], int failed) {
    setsid();
    for (int i = 0; i < FDS; i++) dup2(ends[i], i);
    drop_capabilities();
    execve(words[0], words, variables);
    int number = errno;
    if (write(failed, &number, sizeof number) < 0) _exit(126);
    _exit(127);
}

/* Starts a program and passes the other ends of its standard streams. The pipe `failed` closes when exec() succeeds. */
static int start(char **words, char **variables) {
    int in[2], out[2], err[2], failed[2], number;
    if (program_count == PROGRAMS) {
        errno = EAGAIN;
        return -1;
    }
    if (pipe2(in, O_CLOEXEC) || pipe2(out, O_CLOEXEC) || pipe2(err, O_CLOEXEC) || pipe2(failed, O_CLOEXEC)) return -1;
    int pid = fork();
    if (!pid) become(words, variables, (int[]){in[0], out[1], err[1]}, failed[1]);
    close(in[0]), close(out[1]), close(err[1]), close(failed[1]);
    pass(in[1]), pass(out[0]), pass(err[0]);
    ssize_t got = pid < 0 ? -1 : read(failed[0], &number, sizeof number);
    close(failed[0]);
    if (got > 0) errno = number;
    if (got) return -1;
    programs[program_count].pid = pid;
    programs[program_count++].status = RUNNING;
    return put_number(pid);
}

static int status_of(int pid) {
    for (int i = 0; i < program_count; i++)
        if (programs[i].pid == pid) return put_number(programs[i].status);
    errno = ESRCH;
    return -1;
}

/* Takes the statuses of those that have ended; orphans are ours, too. */
static void reap(int pid, int options) {
    int ended;
    for (int got; (got = waitpid(pid, &ended, options)) > 0;)
        for (int i = 0; i < program_count; i++)
            if (programs[i].pid == got) programs[i].status = ended;
}

static int status(int pid) {
    reap(-1, WNOHANG);
    return status_of(pid);
}

/* Ends a program with its process group. */
static int end(int pid) {
    reap(-1, WNOHANG);
    for (int i = 0; i < program_count; i++) {
        if (programs[i].pid == pid && programs[i].status == RUNNING) {
            kill(-pid, SIGKILL);
            reap(pid, 0);
        }
    }
    return status_of(pid);
}

/* Ends every process of the container but this one. */
static int clear(void) {
    kill(-1, SIGKILL);
    reap(-1, 0);
    return 0;
}

/* Words that each end with a zero, up to an empty one. */
static char **words(char **text, char *list[WORDS]) {
    size_t count = 0;
    while (**text && count < WORDS - 1) {
        list[count++] = *text;
        *text += strlen(*text) + 1;
    }
    *text += 1;
    list[count] = NULL;
    return list;
}

/* A request is a word, a zero, and what the word takes. */
static int serve(size_t length) {
    char *argument = request + strlen(request) + 1, *rest = argument + strlen(argument) + 1;
    size_t left = request + length > rest ? request + length - rest : 0;
    char *first[WORDS], *second[WORDS];
    if (!strcmp(request, "protocol")) return protocol_version();
    if (!strcmp(request, "home")) return home();
    if (!strcmp(request, "renew")) return renew();
    if (!strcmp(request, "tap")) return tap(argument);
    if (!strcmp(request, "index")) return index_of(argument);
    if (!strcmp(request, "netlink")) return netlink(atoi(argument), rest, left);
    if (!strcmp(request, "connect")) return connect_to(atoi(argument));
    if (!strcmp(request, "watch")) return watch();
    if (!strcmp(request, "read")) return read_file(argument);
    if (!strcmp(request, "write")) return write_file(argument, rest, left);
    if (!strcmp(request, "status")) return status(atoi(argument));
    if (!strcmp(request, "end")) return end(atoi(argument));
    if (!strcmp(request, "clear")) return clear();
    if (!strcmp(request, "start")) {
        char *at = argument, **command = words(&at, first);
        return start(command, words(&at, second));
    }
    errno = ENOSYS;
    return -1;
}

/* An answer is an errno or 0, then what was asked for; descriptors go beside it. */
static int answer(int connection, int number) {
    char control[CMSG_SPACE(sizeof fds)] = {0};
    struct iovec parts[] = {{&number, sizeof number}, {reply, number ? 0 : reply_length}};
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
    if (!number && fd_count) {
        message.msg_control = control;
        message.msg_controllen = CMSG_SPACE(fd_count * sizeof *fds);
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        *header = (struct cmsghdr){CMSG_LEN(fd_count * sizeof *fds), SOL_SOCKET, SCM_RIGHTS};
        memcpy(CMSG_DATA(header), fds, fd_count * sizeof *fds);
    }
    ssize_t sent = sendmsg(connection, &message, MSG_NOSIGNAL);
    while (fd_count) close(fds[--fd_count]);
    return sent < 0 ? -1 : 0;
}

static int refuse(const char *what) {
    perror(what);
    return 1;
}

int main(int argc, char **argv) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (argc != 2 || strlen(argv[1]) >= sizeof address.sun_path) {
        fprintf(stderr, "usage: host SOCKET\n");
        return 2;
    }
    strcpy(address.sun_path, argv[1]);
    int connection = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0), room = 2 * ROOM;
    setsockopt(connection, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    if (connect(connection, (struct sockaddr *)&address, sizeof address)) return refuse(argv[1]);
    base = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
    if (base < 0) return refuse("/proc/self/ns/net");
    /* Engines put a read-only /proc/sys on top of the one that a host's settings are made in. */
    umount2("/proc/sys", MNT_DETACH);
    ssize_t length;
    while ((length = recv(connection, request, ROOM, 0)) > 0) {
        memset(request + length, 0, ENDS);
        reply_length = 0;
        if (answer(connection, serve(length) ? errno : 0)) break;
    }
    return 0;
}
