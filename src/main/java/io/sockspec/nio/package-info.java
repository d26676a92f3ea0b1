/// The sockets of `java.nio.channels`: a call of the SPI is one call on a channel, and what NIO has
/// no call for is [not offered][io.sockspec.spi.NotOffered].
///
/// NIO decides with the class of a channel what C decides by calls. A stream socket is a
/// SocketChannel from the start, so bind() is a real bind(), and listen() is not offered: a
/// ServerSocketChannel binds and listens in one call, which is [io.sockspec.spi.Listening]. A
/// number stays with its channel when that is closed, so that NIO and not this package says what a
/// call on it means.
///
/// Not told by NIO, and so by no answer here: the errno, which [io.sockspec.nio.ErrnoOf] reads from
/// an exception's class and text; POLLERR and POLLHUP, which a selector turns into the operations
/// asked for.
///
/// Alternatives considered:
/// - Keeping the address of bind() until listen() or connect() tells which class is meant: a port
/// in
///   use would be found too late, by a call that is not to blame.
/// - Closing the bound channel at listen() and binding a ServerSocketChannel: the port is free
///   between, and options are lost.
/// - `java.net` sockets: an API of its own, to be judged apart.
@NullMarked
package io.sockspec.nio;

import org.jspecify.annotations.NullMarked;
