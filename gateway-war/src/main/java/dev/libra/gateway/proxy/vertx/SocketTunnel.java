package dev.libra.gateway.proxy.vertx;

import dev.libra.gateway.proxy.Tunnel;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** A side of a tunnel that is a socket of Vert.x; paused until it is opened. */
final class SocketTunnel implements Tunnel {
  private static final int WRITE_QUEUE = 64 * 1024;

  private final NetSocket socket;
  private final Runnable closed;

  /**
   * @param closed is called once the socket is closed
   */
  SocketTunnel(NetSocket socket, Runnable closed) {
    this.socket = socket;
    this.closed = closed;
    socket.pause();
    socket.setWriteQueueMaxSize(WRITE_QUEUE);
  }

  @Override
  public boolean write(byte[] bytes) {
    socket.write(Buffer.buffer(Unpooled.wrappedBuffer(bytes)));
    return !socket.writeQueueFull();
  }

  @Override
  public void pause() {
    socket.pause();
  }

  @Override
  public void resume() {
    socket.resume();
  }

  @Override
  public void close() {
    socket.close();
  }

  @Override
  public void open(Ear ear) {
    socket.handler(piece -> ear.bytes(piece.getBytes()));
    socket.drainHandler(v -> ear.drained());
    socket.exceptionHandler(failure -> socket.close());
    socket.closeHandler(
        v -> {
          closed.run();
          ear.closed();
        });
    socket.resume();
  }
}
