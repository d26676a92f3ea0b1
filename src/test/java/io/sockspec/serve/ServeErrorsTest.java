package io.sockspec.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Outcome.Failed;
import io.sockspec.socket.Outcome.Returned;
import io.sockspec.spi.Capability;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.Implementations;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Place;
import io.sockspec.spi.Processes;
import io.sockspec.spi.Sockets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What has no result, and who is served.
class ServeErrorsTest {
    /// Sockets without groups, whose calls are their own.
    private static final class Bare extends ForwardingSockets {
        Bare(Sockets real) {
            super(real);
        }

        @Override
        public <G> Optional<G> group(Class<G> group) {
            return Optional.empty();
        }

        @Override
        public Outcome<String> inetNtop(Domain domain, Bytes address) {
            throw new NotOffered("inet_ntop(" + domain + ")");
        }

        @Override
        public Outcome<Bytes> htonl(long host) {
            throw new IllegalStateException("the adapter is out of order");
        }
    }

    /// Sockets whose process forks, and whose children always exit with status 3.
    private static final class Parent extends ForwardingSockets implements Processes, Processes.Child {
        Parent(Sockets real) {
            super(real);
        }

        @Override
        public Outcome<Child> fork() {
            return new Returned<>(this);
        }

        @Override
        public Sockets sockets() {
            return new Bare(real);
        }

        @Override
        public Outcome<Done> exec() {
            return new Returned<>(Done.DONE);
        }

        @Override
        public Outcome<Done> kill(String signal) {
            return new Failed<>(Errno.named("ESRCH"));
        }

        @Override
        public Outcome<Done> exit(int status) {
            return new Returned<>(Done.DONE);
        }

        @Override
        public Outcome<Ended> await(Duration limit) {
            return new Returned<>(new Ended.Exited(3));
        }
    }

    private record Served(UnaryOperator<Sockets> wrap) implements Implementation {
        @Override
        public String name() {
            return "served";
        }

        @Override
        public String version() {
            return "7";
        }

        @Override
        public Profile profile() {
            return Profile.POSIX;
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.SCM_RIGHTS, Capability.UNIX);
        }

        @Override
        public boolean ownStack() {
            return true;
        }

        @Override
        public Sockets open(Place place) {
            return wrap.apply(Implementations.reference().open(place));
        }
    }

    private final Conversation bare = new Conversation(new Served(Bare::new));
    private final Conversation parent = new Conversation(new Served(Parent::new)).hello();

    @AfterEach
    void end() throws Exception {
        bare.start("hello", "{'protocol':1,'host':'client','interfaces':[]}");
        bare.end();
        parent.end();
    }

    @Test
    void helloSaysWhoIsServed() {
        String hello = bare.ask("hello", "{'protocol':1,'host':'client','interfaces':[]}")
                .toString();
        assertThat(hello.replace('"', '\''))
                .isEqualTo("{'protocol':1,'name':'served','version':'7','profile':'posix',"
                        + "'capabilities':['unix','scm-rights'],'stack':'own'}");
        assertThat(bare.error("hello", "{'protocol':1,'host':'client','interfaces':[]}"))
                .isEqualTo("-32600 hello was said already");
    }

    @Test
    void helloIsRead() {
        assertThat(bare.error("hello", "{'protocol':2,'host':'client','interfaces':[]}"))
                .isEqualTo("-32602 hello: 'protocol' is 2, not a number from 1 to 1");
        assertThat(bare.error("hello", "{'protocol':1,'host':'client','interfaces':[{'name':'eth0','mac':'x'}]}"))
                .isEqualTo("-32602 hello: 'x' is not a MAC address");
        assertThat(bare.error("file", "{}")).isEqualTo("-32600 hello comes first");
    }

    @Test
    void whatIsNoRequestIsAnsweredAllTheSame() {
        for (String line : List.of("{\"jsonrpc\":", "", "{} {}", "\u0000", "[".repeat(2000), "x".repeat(2 << 20))) {
            bare.line(line);
            String answer = bare.next().toString();
            assertThat(answer).startsWith("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,");
        }
        bare.line("[1]");
        assertThat(Conversation.error(bare.next())).startsWith("-32600 ");
        bare.line("{\"jsonrpc\":\"2.0\",\"id\":9}");
        assertThat(bare.next().toString()).contains("\"id\":9,\"error\":{\"code\":-32600,");
        bare.line("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"ping\",\"params\":3}");
        assertThat(Conversation.error(bare.next())).isEqualTo("-32602 ping: 3 is no object");
    }

    @Test
    void anIdIsEchoedAsItWas() {
        for (String id : List.of("\"a\\u0000ü\"", "-1", "12345678901234567890", "1.5", "true")) {
            bare.line("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}");
            assertThat(bare.next().path("id").toString()).isEqualToIgnoringCase(id);
        }
    }

    @Test
    void whatIsNotOfferedIsSaid() {
        assertThat(parent.error("epoll_wait", "{}")).isEqualTo("-32601 epoll_wait");
        bare.hello();
        assertThat(bare.error("dup", "{'fd':0}")).isEqualTo("-32601 dup");
        assertThat(bare.error("fcntl", "{'fd':0,'command':'F_GETFD'}")).isEqualTo("-32601 fcntl(F_GETFD)");
        assertThat(bare.error("select", "{'read':[],'write':[],'except':[],'timeout':0}"))
                .isEqualTo("-32601 select");
        assertThat(bare.error("fork", "{}")).isEqualTo("-32601 fork");
        assertThat(bare.error("inet_ntop", "{'domain':'AF_INET','data':'c0000201'}"))
                .isEqualTo("-32601 inet_ntop(AF_INET)");
        assertThat(bare.error("htonl", "{'value':1}"))
                .isEqualTo("-32603 htonl threw java.lang.IllegalStateException: the adapter is out of order");
    }

    @Test
    void parametersAreRead() {
        assertThat(parent.error("close", "{}")).isEqualTo("-32602 close: 'fd' is missing in {}");
        assertThat(parent.error("close", "{'fd':-1}"))
                .isEqualTo("-32602 close: 'fd' is -1, not a number from 0 to 2147483647");
        assertThat(parent.error("getsockopt", "{'fd':0,'option':'SO_X','type':'int'}"))
                .startsWith("-32602 getsockopt: 'SO_X' is not a known socket option");
        assertThat(parent.error("getsockopt", "{'fd':0,'option':'SO_TYPE','type':'linger'}"))
                .isEqualTo("-32602 getsockopt: the value of SO_TYPE is 'int' here, not 'linger'");
        assertThat(parent.error("shutdown", "{'fd':0,'how':'SHUT'}")).startsWith("-32602 shutdown: ");
        assertThat(parent.error("ioctl", "{'fd':0,'request':'X'}")).startsWith("-32602 ioctl: ");
        assertThat(parent.error("flock", "{'fd':0,'operation':'LOCK_NB'}")).isEqualTo("-32602 flock: flock(LOCK_NB)");
        assertThat(parent.error("htons", "{'values':[70000]}")).startsWith("-32602 htons: ");
    }

    @Test
    void aProcessMakesCalls() {
        int process = parent.ask("fork", "{}").path("process").intValue();
        String child = "{'process':" + process;
        assertThat(Conversation.error(parent.answer(parent.startIn(process, "htonl", "{'value':1}"))))
                .startsWith("-32603 ");
        assertThat(parent.ask("exec", child + "}").toString()).isEqualTo("{}");
        assertThat(parent.ask("kill", child + ",'signal':'SIGTERM'}").toString())
                .isEqualTo("{\"errno\":\"ESRCH\"}");
        assertThat(parent.ask("exit", child + ",'status':3}").toString()).isEqualTo("{}");
        assertThat(parent.ask("wait", child + ",'timeout':100}").toString()).isEqualTo("{\"exited\":3}");
        assertThat(parent.error("wait", "{'process':99,'timeout':0}")).isEqualTo("-32602 wait: there is no process 99");
        assertThat(Conversation.error(parent.answer(parent.startIn(99, "htonl", "{'value':1}"))))
                .isEqualTo("-32602 htonl: there is no process 99");
    }
}
