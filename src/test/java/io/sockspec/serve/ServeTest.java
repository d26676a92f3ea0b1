package io.sockspec.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.spi.Implementations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Every method, asked of the reference over Unix sockets.
class ServeTest {
    private final Conversation agent = new Conversation(Implementations.reference()).hello();

    @AfterEach
    void end() throws Exception {
        agent.end();
    }

    private void answers(String result, String method, String parameters) {
        assertThat(agent.ask(method, parameters).toString()).isEqualTo(result.replace('\'', '"'));
    }

    private int listener() {
        int fd = agent.fd("socket", "{'domain':'AF_UNIX','type':'SOCK_STREAM','protocol':0}");
        answers("{}", "bind", "{'fd':" + fd + ",'address':{'family':'AF_UNIX','path':''}}");
        answers("{}", "listen", "{'fd':" + fd + ",'backlog':1}");
        return fd;
    }

    @Test
    void aConnectionIsMadeAndClosed() {
        int listener = listener();
        String name = agent.ask("getsockname", "{'fd':" + listener + "}")
                .path("address")
                .toString();
        assertThat(name).startsWith("{\"family\":\"AF_UNIX\",\"abstract\":");
        int client = agent.fd("socket", "{'domain':'AF_UNIX','type':'SOCK_STREAM','protocol':0}");
        answers("{}", "connect", "{'fd':" + client + ",'address':" + name + "}");
        answers("{'address':" + name + "}", "getpeername", "{'fd':" + client + "}");
        int accepted = agent.fd("accept", "{'fd':" + listener + ",'flags':'SOCK_NONBLOCK|SOCK_CLOEXEC'}");
        answers("{'flags':'O_RDWR|O_NONBLOCK'}", "fcntl", "{'fd':" + accepted + ",'command':'F_GETFL'}");
        answers("{'flags':'FD_CLOEXEC'}", "fcntl", "{'fd':" + accepted + ",'command':'F_GETFD'}");
        answers("{}", "shutdown", "{'fd':" + client + ",'how':'SHUT_WR'}");
        answers("{'data':''}", "recv", "{'fd':" + accepted + ",'length':1,'flags':'0'}");
        answers("{}", "close", "{'fd':" + client + "}");
        answers("{'errno':'EBADF'}", "getpeername", "{'fd':" + client + "}");
    }

    @Test
    void bytesAreSentAndReceived() {
        int[] pair = agent.pair();
        String from = "{'fd':" + pair[0] + ",'flags':'MSG_NOSIGNAL','data':";
        String to = "{'fd':" + pair[1] + ",'flags':'0','length':2";
        answers("{'count':2}", "send", from + "'0102'}");
        answers("{'value':2}", "ioctl", "{'fd':" + pair[1] + ",'request':'FIONREAD'}");
        answers("{'data':'0102'}", "recv", to + "}");
        answers("{'count':1}", "sendmsg", from + "'03','control':[]}");
        answers("{'data':'03','count':1}", "recvfrom", to + "}");
        answers("{'count':1}", "sendmsg", from + "'04','control':[{'rights':[" + pair[0] + "]}]}");
        String received = agent.ask("recvmsg", to + ",'controlLength':64}").toString();
        assertThat(received.replace('"', '\''))
                .matches(
                        "\\{'data':'04','count':1,'control':\\[\\{'rights':\\[\\d+]}],'controlLength':\\d+,'flags':'0'}");
    }

    @Test
    void datagramsHaveSenders() {
        int first = agent.fd("socket", "{'domain':'AF_UNIX','type':'SOCK_DGRAM','protocol':0}");
        int second = agent.fd("socket", "{'domain':'AF_UNIX','type':'SOCK_DGRAM','protocol':0}");
        answers("{}", "bind", "{'fd':" + first + ",'address':{'family':'AF_UNIX','path':''}}");
        answers("{}", "bind", "{'fd':" + second + ",'address':{'family':'AF_UNIX','path':''}}");
        String sender = agent.ask("getsockname", "{'fd':" + first + "}").toString();
        String receiver = agent.ask("getsockname", "{'fd':" + second + "}")
                .path("address")
                .toString();
        answers("{'count':2}", "sendto", "{'fd':" + first + ",'data':'0102','flags':'0','address':" + receiver + "}");
        String answer = agent.ask("recvfrom", "{'fd':" + second + ",'length':1,'flags':'MSG_TRUNC'}")
                .toString();
        assertThat(answer).isEqualTo("{\"data\":\"01\",\"count\":2," + sender.substring(1));
        answers("{'errno':'EAGAIN'}", "recv", "{'fd':" + second + ",'length':1,'flags':'MSG_DONTWAIT'}");
    }

    @Test
    void optionsAreSetAndRead() {
        int fd = agent.fd("socket", "{'domain':'AF_INET','type':'SOCK_STREAM','protocol':'IPPROTO_TCP'}");
        String option = "{'fd':" + fd + ",'option':";
        answers("{}", "setsockopt", option + "'SO_BROADCAST','type':'int','value':1}");
        answers("{'value':1}", "getsockopt", option + "'SO_BROADCAST','type':'int'}");
        answers("{}", "setsockopt", option + "'SO_LINGER','type':'linger','value':{'on':true,'seconds':5}}");
        answers("{'value':{'on':true,'seconds':5}}", "getsockopt", option + "'SO_LINGER','type':'linger'}");
        answers("{'value':'0'}", "getsockopt", option + "'SO_ERROR','type':'errno'}");
        answers("{}", "setsockopt", option + "'SO_LINGER','type':'linger','value':{'on':false,'seconds':0}}");
        answers("{}", "fcntl", "{'fd':" + fd + ",'command':'F_SETFL','flags':'O_NONBLOCK'}");
    }

    @Test
    void readinessIsTold() {
        int[] pair = agent.pair();
        String entries = "{'entries':[{'fd':" + pair[0] + ",'events':'POLLIN|POLLOUT'},{'fd':" + pair[1]
                + ",'events':'POLLIN'}],'timeout':";
        answers("{'events':['POLLOUT','0']}", "poll", entries + "0}");
        answers("{'events':['POLLOUT','0']}", "poll", entries + "-1}");
        String sets = "{'read':[" + pair[0] + "],'write':[" + pair[0] + "],'except':[],'timeout':";
        answers("{'count':1,'read':[],'write':[" + pair[0] + "],'except':[]}", "select", sets + "0}");
        answers("{'count':1,'read':[],'write':[" + pair[0] + "],'except':[]}", "select", sets + "1000000}");
    }

    @Test
    void descriptorsOfAnyKind() {
        int file = agent.fd("file", "{}");
        answers("{'count':2}", "write", "{'fd':" + file + ",'data':'0102'}");
        answers("{'offset':1}", "lseek", "{'fd':" + file + ",'offset':1,'whence':'SEEK_SET'}");
        int same = agent.fd("dup", "{'fd':" + file + "}");
        answers("{'offset':1}", "lseek", "{'fd':" + same + ",'offset':0,'whence':'SEEK_CUR'}");
        int other = agent.fd("reopen", "{'fd':" + file + "}");
        answers("{'data':'0102'}", "read", "{'fd':" + other + ",'length':3}");
        answers("{}", "flock", "{'fd':" + file + ",'operation':'LOCK_EX|LOCK_NB'}");
        answers("{'errno':'EAGAIN'}", "flock", "{'fd':" + other + ",'operation':'LOCK_SH|LOCK_NB'}");
        answers("{}", "flock", "{'fd':" + file + ",'operation':'LOCK_UN'}");
        answers("{}", "fcntl", "{'fd':" + same + ",'command':'F_SETFD','flags':'0'}");
        answers("{'flags':'0'}", "fcntl", "{'fd':" + same + ",'command':'F_GETFD'}");
        assertThat(agent.ask("pipe", "{}").path("fds")).hasSize(2);
    }

    @Test
    void textsAndByteOrder() {
        answers("{'data':'c0000201'}", "inet_pton", "{'domain':'AF_INET','text':'192.0.2.1'}");
        answers("{}", "inet_pton", "{'domain':'AF_INET','text':'192.0.2'}");
        answers("{'errno':'EAFNOSUPPORT'}", "inet_pton", "{'domain':99,'text':'192.0.2.1'}");
        answers("{'text':'192.0.2.1'}", "inet_ntop", "{'domain':'AF_INET','data':'c0000201'}");
        answers("{'data':'00501f90'}", "htons", "{'values':[80,8080]}");
        answers("{'values':[80,8080]}", "ntohs", "{'data':'00501f90'}");
        answers("{'data':'fffffffe'}", "htonl", "{'value':4294967294}");
        answers("{'value':4294967294}", "ntohl", "{'data':'fffffffe'}");
    }

    @Test
    void aBlockedCallStopsNoOther() {
        int[] pair = agent.pair();
        int blocked = agent.start("recv", "{'fd':" + pair[0] + ",'length':1,'flags':'0'}");
        answers("{}", "ping", "{}");
        answers("{'count':1}", "send", "{'fd':" + pair[1] + ",'flags':'0','data':'07'}");
        assertThat(agent.result(blocked).path("data").stringValue()).isEqualTo("07");
    }

    @Test
    void aCancelledCallHasAnsweredFirst() {
        int blocked = agent.start("accept", "{'fd':" + listener() + ",'flags':'0'}");
        int cancel = agent.start("cancel", "{'call':" + blocked + "}");
        assertThat(agent.next().path("id").intValue()).isEqualTo(blocked);
        assertThat(agent.next().path("id").intValue()).isEqualTo(cancel);
        answers("{}", "cancel", "{'call':" + blocked + "}");
    }

    @Test
    void aSignalEndsACall() {
        int blocked = agent.start("accept", "{'fd':" + listener() + ",'flags':'0'}");
        answers("{}", "interrupt", "{'call':" + blocked + ",'restart':false}");
        assertThat(agent.result(blocked).toString()).isEqualTo("{\"errno\":\"EINTR\"}");
    }

    @Test
    void aSignalThatRestartsLetsACallSleepOn() {
        int[] pair = agent.pair();
        int blocked = agent.start("recv", "{'fd':" + pair[0] + ",'length':1,'flags':'0'}");
        answers("{}", "interrupt", "{'call':" + blocked + ",'restart':true}");
        answers("{'count':1}", "send", "{'fd':" + pair[1] + ",'flags':'0','data':'07'}");
        assertThat(agent.result(blocked).toString()).isEqualTo("{\"data\":\"07\"}");
    }
}
