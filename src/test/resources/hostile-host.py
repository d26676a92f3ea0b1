"""Process 1 of a host's container as it should not be; its first argument says in which way."""
import errno
import signal
import socket
import struct
import sys

behaviour, path = sys.argv[1:]
if behaviour == 'ends':
    sys.exit(3)
if behaviour == 'never-connects':
    signal.pause()
connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
connection.connect(path)
if behaviour == 'never-answers':
    signal.pause()
while request := connection.recv(1 << 17):
    word = request.split(b'\0')[0]
    refused = errno.EPERM if (behaviour, word) == ('no-tun', b'tap') else 0
    number = b'' if behaviour == 'no-number' else struct.pack('=i', 0 if behaviour == 'old' else 1)
    # No descriptor ever comes with it.
    connection.send(struct.pack('=i', refused) + number)
