package dev.libra.gateway.proxy;

/** A request's body on its way from the client to a replica. */
public interface RequestBody {

  /** The whole body if it is in memory, so that it can be sent more than once; else null. */
  byte[] whole();

  /** The declared length, or -1. */
  long length();

  /** Whether it can be sent (again): a long body can be sent only once. */
  boolean isSendable();

  /** Sends what has come and what will come; to be called in the exchange's loop. */
  void sendTo(Sink sink);

  /** Tells that the sink takes more. */
  void resume();

  /** Takes a body's pieces, in the exchange's loop. */
  interface Sink {

    /**
     * Takes a piece.
     *
     * @return false if that is enough for now: {@link RequestBody#resume} tells when to go on
     */
    boolean write(byte[] piece);

    void end();

    /** The rest will not come: the client has gone, or sent more than it may. */
    void failed(Throwable cause);
  }
}
