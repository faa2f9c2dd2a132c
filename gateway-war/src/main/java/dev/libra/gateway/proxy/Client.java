package dev.libra.gateway.proxy;

import java.io.IOException;

/**
 * Where an exchange's answer goes; called in the exchange's loop.
 *
 * <p>An {@link IOException} says that the client has gone.
 */
public interface Client {

  /** Begins an answer, in place of an earlier one that was not committed. */
  void begin(ResponseHead head);

  /**
   * Takes a piece of the body.
   *
   * @return false if that is enough for now: {@link Exchange#drained} tells when to go on
   */
  boolean write(byte[] piece) throws IOException;

  /** Whether a part of the answer may have left already: then it can't be replaced by another. */
  boolean isCommitted();

  /** Ends a complete answer. */
  void end() throws IOException;

  /** Leaves HTTP for another protocol, spoken with the replica; nothing was answered before. */
  void switchTo(ResponseHead head, Tunnel replica);

  /** Answers with an error of the gateway's own. */
  void problem(Problem problem) throws IOException;

  /** Breaks off a committed answer, so that the client sees that it is not complete. */
  void abort();

  /** Lets go of a client that has gone. */
  void complete();
}
