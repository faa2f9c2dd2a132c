package dev.libra.gateway.proxy.vertx;

import dev.libra.gateway.proxy.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One event loop of Vert.x, with cheap timers. */
final class VertxLoop implements EventLoop {
  private final VertxInternal vertx;
  private final ContextInternal context;
  private final TimerWheel wheel = new TimerWheel(System.nanoTime());

  VertxLoop(VertxInternal vertx) {
    this.vertx = vertx;
    context = vertx.createEventLoopContext();
    context.setPeriodic(
        TimeUnit.NANOSECONDS.toMillis(TimerWheel.TICK_NANOS),
        tick -> wheel.advance(System.nanoTime()));
  }

  VertxInternal vertx() {
    return vertx;
  }

  /** Calls something of Vert.x in this loop, so that what it begins stays here. */
  <T> Future<T> call(Supplier<Future<T>> step) {
    Promise<T> result = context.promise();
    context.runOnContext(v -> step.get().onComplete(result));
    return result.future();
  }

  @Override
  public void execute(Runnable step) {
    context.runOnContext(v -> step.run());
  }

  @Override
  public void enter(Runnable step) {
    if (context.nettyEventLoop().inEventLoop()) {
      step.run();
    } else {
      execute(step);
    }
  }

  @Override
  public Timer schedule(Duration delay, Runnable step) {
    return wheel.schedule(System.nanoTime(), delay.toNanos(), step);
  }
}
