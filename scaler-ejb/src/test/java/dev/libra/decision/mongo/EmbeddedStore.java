package dev.libra.decision.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A store that can go away and come back with its data at the same address. */
final class EmbeddedStore implements AutoCloseable {
  private final Path file;
  private InetSocketAddress address = new InetSocketAddress("127.0.0.1", 0);
  private MongoServer server;

  EmbeddedStore(Path file) {
    this.file = file;
    comeBack();
  }

  String uri() {
    return "mongodb://127.0.0.1:" + address.getPort();
  }

  void goAway() {
    server.shutdownNow();
  }

  void comeBack() {
    server = new MongoServer(new H2Backend(file.toString()));
    server.bind(address);
    address = server.getLocalAddress();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
