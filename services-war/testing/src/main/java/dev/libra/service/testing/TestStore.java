package dev.libra.service.testing;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.InetSocketAddress;

/** The embedded store, in memory and on a free port. */
public final class TestStore implements AutoCloseable {
  private final MongoServer server = new MongoServer(H2Backend.inMemory());
  private final InetSocketAddress address;

  public TestStore() {
    this.address = server.bind();
  }

  public String uri() {
    return "mongodb://127.0.0.1:" + address.getPort() + "/libra";
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
