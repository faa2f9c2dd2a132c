package dev.libra.service;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/** Runs each marked method inside the replica's {@link Capacity}, for its {@link ServiceTime}. */
@UsesCapacity
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class UsesCapacityInterceptor {
  private final Capacity capacity;
  private final ServiceTime serviceTime;

  @Inject
  public UsesCapacityInterceptor(Capacity capacity, ServiceTime serviceTime) {
    this.capacity = capacity;
    this.serviceTime = serviceTime;
  }

  @AroundInvoke
  Object withinCapacity(InvocationContext invocation) throws Exception {
    AtomicBoolean begun = new AtomicBoolean();
    try {
      return capacity.run(
          () -> {
            begun.set(true);
            return serviceTime.pad(invocation::proceed);
          });
    } catch (BulkheadException e) {
      // A bulkhead deeper inside may be full too; only ours proves that nothing was executed.
      throw begun.get() ? e : new CapacityExhaustedException(e);
    }
  }
}
