package dev.libra.gateway.proxy;

import java.net.URI;

/** Sends requests to replicas, in one loop. */
public interface UpstreamClient {

  /**
   * Sends a request; to be called in the exchange's loop, where the listener is called too.
   *
   * @param body the body, or null for none
   */
  Call send(URI replica, RequestHead request, Headers headers, RequestBody body, Listener listener);

  /** A request on its way. */
  interface Call {

    /** Breaks it off; the listener hears nothing more. */
    void cancel();

    /** Stops reading the answer until {@link #resume}. */
    void pause();

    void resume();
  }

  /**
   * Hears of the answer: either {@code unreachable}, or the head, pieces and end, or a switch, or a
   * loss.
   */
  interface Listener {

    void unreachable(Throwable cause);

    /** A piece of the request's body was taken. */
    void sent();

    /** The client did not send the rest of the request's body; the call is over. */
    void bodyFailed(Throwable cause);

    void head(ResponseHead head);

    /** The replica has left HTTP, as the request wished; the call is over. */
    void switched(ResponseHead head, Tunnel replica);

    void piece(byte[] bytes);

    void end();

    void lost(Throwable cause);
  }
}
