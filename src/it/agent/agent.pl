#!/usr/bin/perl
# A sockspec agent for Perl's sockets: TCP and UDP over IPv4, one call at a time.
#
# An agent reads one request a line from standard input, makes the call that it names, and writes one answer a line. It
# does not judge, wait or try again: it says what the implementation answered. To have this one judged, run
#
#     ci/verify -Dsockspec.agent="perl agent.pl"
#
# To judge a stack of your own, put its calls in the places where %calls has those of Perl.

use strict;
use warnings;
use feature 'signatures';
no warnings qw(experimental::signatures closed unopened);    # a call on a closed socket is a call like any other

use Errno;
use Fcntl;
use IO::Handle;
use IO::Poll;
use JSON::PP;
use POSIX ();
use Socket qw(:DEFAULT IPPROTO_IP IPPROTO_TCP inet_pton inet_ntop pack_ip_mreq);

# What the agent does not declare is never asked for: its rules count as unsupported. `concurrent` is missing, because
# this agent reads a request when it has answered the one before.
my @capabilities = ('nonblocking', 'broadcast', 'multicast');

# The sockets by descriptor number. Closed ones stay, so that a call on one is made and answers EBADF by itself.
my %sockets;

# Each call takes the parameters of its request. It returns the members of its result, or true where the result has
# none, or false when the call has failed: $! then says why.
my %calls = (
    hello => sub ($p) {
        my ($system, undef, $release) = POSIX::uname();
        my $version = sprintf 'Perl %vd on %s %s', $^V, $system, $release;
        return {protocol => 1, name => 'perl', version => $version, profile => 'linux', capabilities => \@capabilities};
    },
    ping => sub ($p) { return {} },
    bye  => sub ($p) { return {} },

    socket => sub ($p) {
        not_offered($p->{domain}) if $p->{domain} ne 'AF_INET';
        socket(my $socket, AF_INET, number($p->{type}), number($p->{protocol})) or return;
        return {fd => opened($socket)};
    },
    bind    => sub ($p) { return bind(handle($p), sockaddr($p)) },
    connect => sub ($p) { return connect(handle($p), sockaddr($p)) },
    listen  => sub ($p) { return listen(handle($p), $p->{backlog}) },
    accept  => sub ($p) {
        not_offered($p->{flags}) if $p->{flags} ne '0';    # Perl has accept(), but not accept4()
        my $peer = accept(my $socket, handle($p)) or return;
        return {fd => opened($socket), address($peer)};
    },
    shutdown => sub ($p) { return shutdown(handle($p), number($p->{how})) },
    close    => sub ($p) { return close(handle($p)) },

    # Bytes travel as hex, so that a line of the conversation can be read.
    send     => sub ($p) { return count(send(handle($p), pack('H*', $p->{data}), number($p->{flags}))) },
    sendto   => sub ($p) { return count(send(handle($p), pack('H*', $p->{data}), number($p->{flags}), sockaddr($p))) },
    recv     => sub ($p) { my (undef, $data) = receive($p) or return; return {data => unpack('H*', $data)} },
    recvfrom => sub ($p) {
        my ($sender, $data) = receive($p) or return;
        return {data => unpack('H*', $data), count => length $data, $sender eq '' ? () : address($sender)};
    },

    getsockopt => sub ($p) {
        my $bytes = getsockopt(handle($p), level($p), number($p->{option})) // return;
        return {value => value_of($p->{type}, $bytes)};
    },
    setsockopt => sub ($p) {
        return setsockopt(handle($p), level($p), number($p->{option}), bytes_of($p->{type}, $p->{value}));
    },
    getsockname => sub ($p) { return {address(getsockname(handle($p)) // return)} },
    getpeername => sub ($p) { return {address(getpeername(handle($p)) // return)} },

    poll => sub ($p) {
        my $poll = IO::Poll->new;
        # IO::Poll leaves out what asks for no event or is closed, where poll() would answer POLLERR or POLLNVAL.
        not_offered('0')               if grep { $_->{events} eq '0' } @{$p->{entries}};
        not_offered('a closed socket') if grep { !defined fileno(handle($_)) } @{$p->{entries}};
        $poll->mask(handle($_), number($_->{events}, 'IO::Poll')) for @{$p->{entries}};
        $poll->poll($p->{timeout} < 0 ? undef : $p->{timeout} / 1000) >= 0 or return;
        my @names = qw(POLLIN POLLPRI POLLOUT POLLERR POLLHUP POLLNVAL);
        return {events => [map { names($poll->events(handle($_)), 'IO::Poll', @names) } @{$p->{entries}}]};
    },
    fcntl => sub ($p) {
        return fcntl(handle($p), F_SETFL, number($p->{flags}, 'Fcntl')) if $p->{command} eq 'F_SETFL';
        not_offered($p->{command}) if $p->{command} ne 'F_GETFL';
        my $flags = fcntl(handle($p), F_GETFL, 0) // return;
        return {flags => names($flags, 'Fcntl', qw(O_WRONLY O_RDWR O_APPEND O_NONBLOCK))};
    },
);

sub count ($sent) { return defined $sent ? {count => 0 + $sent} : undef }

sub receive ($p) {
    not_offered($p->{flags}) if $p->{flags} =~ /MSG_TRUNC/;    # Perl does not tell the length that it asks for
    my $sender = recv(handle($p), my $data, $p->{length}, number($p->{flags})) // return;
    return ($sender, $data);
}

# What Perl has no way to do is no failure of the call: it was never made. A name or value that cannot be passed ends the
# request with this error, a method that does not exist with the one in answer().
sub not_offered ($argument) { die {code => -32602, message => $argument} }

sub opened ($socket) {
    $sockets{fileno $socket} = $socket;
    return fileno $socket;
}

sub handle ($p) { return $sockets{$p->{fd}} // not_offered("descriptor $p->{fd}") }

sub sockaddr ($p) {
    my $address = $p->{address};
    not_offered($address->{family} // 'sockaddr') if ($address->{family} // '') ne 'AF_INET';
    return pack_sockaddr_in($address->{port}, inet_pton(AF_INET, $address->{ip}));
}

sub address ($sockaddr) {
    my ($port, $ip) = unpack_sockaddr_in($sockaddr);
    return (address => {family => 'AF_INET', ip => inet_ntop(AF_INET, $ip), port => $port});
}

# Numbers differ between systems, so the protocol has names, joined by `|`. A package answers what number a name has.
sub number ($words, $package = 'Socket') {
    my $bits = 0;
    for my $word (split /\|/, $words) {
        my $constant = $word =~ /^[A-Z_0-9]+$/ && $package->can($word);
        $bits |= $word =~ /^\d+$/ ? $word : ($constant && eval { $constant->() }) // not_offered($word);
    }
    return $bits;
}

sub names ($bits, $package, @known) {
    return join('|', grep { my $bit = $package->can($_)->(); ($bits & $bit) == $bit } @known) || '0';
}

# Two errors may share one number, such as EAGAIN and EWOULDBLOCK: either name will do.
my %errno_names = map { Errno->can($_)->() => $_ } reverse sort keys %!;

sub errno_name ($number) { return $errno_names{$number} // '0' }

sub level ($p) {
    my %levels = (SO => SOL_SOCKET, IP => IPPROTO_IP, TCP => IPPROTO_TCP);
    my ($prefix) = $p->{option} =~ /^([A-Z0-9]+)_/;
    return $levels{$prefix} // not_offered($p->{option});
}

# The forms of option values: a request says which one, because only C knows by the name.
sub bytes_of ($type, $value) {
    return pack('i', $value) if $type eq 'int';
    return pack('l!l!', int($value / 1_000_000), $value % 1_000_000) if $type eq 'timeval';
    return pack('ii', $value->{on} ? 1 : 0, $value->{seconds}) if $type eq 'linger';
    return pack_ip_mreq(map { inet_pton(AF_INET, $_) } @$value{'group', 'interface'}) if $type eq 'membership';
    not_offered("an option of type $type");
}

sub value_of ($type, $bytes) {
    my ($first, $second) = unpack($type eq 'timeval' ? 'l!l!' : 'i*', $bytes);
    return $first if $type eq 'int';
    return errno_name($first) if $type eq 'errno';
    return $first * 1_000_000 + $second if $type eq 'timeval';
    return {on => $first ? JSON::PP::true : JSON::PP::false, seconds => $second} if $type eq 'linger';
    not_offered("an option of type $type");
}

sub answer ($request) {
    my $method = $request->{method};
    my $call   = $calls{$method} or return (error => {code => -32601, message => $method});
    my $result = eval { $call->($request->{params}) };
    my $error  = 0 + $!;    # at once, before anything else can change it
    return (error => {code => $@->{code}, message => "$method($@->{message})"}) if ref $@;
    return (error => {code => -32603, message => $@}) if $@;    # a bug of this agent
    return (result => ref $result ? $result : $result ? {} : {errno => errno_name($error)});
}

# Standard output is for answers, one line each and none held back; whatever is written to standard error is the
# agent's log and ends up in the report. The agent ends when its input ends.
STDOUT->autoflush(1);
$SIG{PIPE} = 'IGNORE';    # a call that fails with EPIPE must not end the agent
my $json = JSON::PP->new->utf8;
while (my $line = <STDIN>) {
    my $request = $json->decode($line);
    print STDOUT $json->encode({jsonrpc => '2.0', id => $request->{id}, answer($request)}), "\n";
}
