package dev.libra.traffic.engine;

import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The one thread of a run. Work that comes after its end is left undone. */
final class Loop {
  private final NioEventLoopGroup threads =
      new NioEventLoopGroup(1, new DefaultThreadFactory("load", true));
  private final EventLoop events = threads.next();
  private final Consumer<Throwable> broken;

  /**
   * @param broken told of whatever work throws: a run that just stops sending would look like a
   *     slow target
   */
  Loop(Consumer<Throwable> broken) {
    this.broken = broken;
  }

  EventLoop events() {
    return events;
  }

  void execute(Runnable work) {
    try {
      events.execute(guarded(work));
    } catch (RejectedExecutionException e) {
      if (!events.isShuttingDown()) {
        throw e;
      }
    }
  }

  void every(long ms, Runnable work) {
    events.scheduleAtFixedRate(guarded(work), ms, ms, TimeUnit.MILLISECONDS);
  }

  void after(double seconds, Runnable work) {
    events.schedule(guarded(work), Math.round(seconds * 1000), TimeUnit.MILLISECONDS);
  }

  void close() {
    threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  private Runnable guarded(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        broken.accept(e);
      }
    };
  }
}
