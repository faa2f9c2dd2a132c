package dev.libra.gateway.proxy;

/**
 * One side of a connection that has left HTTP for another protocol (RFC 9110 §7.8), such as a
 * WebSocket; used in one loop.
 */
public interface Tunnel {

  /**
   * Sends bytes to this side.
   *
   * @return false if that is enough for now: {@link Ear#drained} tells when to go on
   */
  boolean write(byte[] bytes);

  /** Stops reading from this side until {@link #resume}. */
  void pause();

  void resume();

  void close();

  /** Begins to read from this side; to be called once. */
  void open(Ear ear);

  /** Hears what comes from one side. */
  interface Ear {
    void bytes(byte[] bytes);

    void drained();

    void closed();
  }

  /** Passes bytes on both ways, no faster than either side takes them, until one side closes. */
  static void join(Tunnel one, Tunnel other) {
    one.open(new Passage(one, other));
    other.open(new Passage(other, one));
  }

  /** One direction: what is heard from a side goes to the other. */
  record Passage(Tunnel from, Tunnel to) implements Ear {
    @Override
    public void bytes(byte[] bytes) {
      if (!to.write(bytes)) {
        from.pause();
      }
    }

    @Override
    public void drained() {
      to.resume();
    }

    @Override
    public void closed() {
      to.close();
    }
  }
}
