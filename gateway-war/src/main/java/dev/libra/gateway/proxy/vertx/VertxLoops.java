package dev.libra.gateway.proxy.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.impl.VertxInternal;
import java.util.List;
import java.util.stream.IntStream;

/** The threads of the data path: each serves some of the clients, and calls replicas for them. */
final class VertxLoops implements AutoCloseable {
  private final VertxInternal vertx;
  private final List<VertxLoop> loops;

  VertxLoops(int count) {
    vertx = (VertxInternal) Vertx.vertx(options(count));
    loops = IntStream.range(0, count).mapToObj(i -> new VertxLoop(vertx)).toList();
  }

  private static VertxOptions options(int count) {
    return new VertxOptions()
        .setEventLoopPoolSize(count)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  List<VertxLoop> all() {
    return loops;
  }

  @Override
  public void close() {
    vertx.close();
  }
}
