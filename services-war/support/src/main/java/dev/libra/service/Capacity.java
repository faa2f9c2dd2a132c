package dev.libra.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

/**
 * The replica's one bulkhead; its size is {@code libra.replica.concurrency}.
 *
 * <p>MicroProfile counts each annotated method apart. A replica must have one concurrency however
 * many methods its resource has, so all of them run inside this method (see {@link UsesCapacity}).
 */
@ApplicationScoped
public class Capacity {

  /**
   * Runs the work while holding one permit.
   *
   * @throws org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException if all permits are
   *     taken: then the work hasn't begun
   */
  @Bulkhead
  public <T> T run(Callable<T> work) throws Exception {
    return work.call();
  }
}
