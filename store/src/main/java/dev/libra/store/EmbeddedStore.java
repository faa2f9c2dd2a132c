package dev.libra.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** A MongoDB-speaking server on loopback that keeps its data in one file. */
final class EmbeddedStore implements AutoCloseable {
  /** What a power cut may cost at most, in ms. */
  private static final int COMMIT_DELAY_MS = 100;

  private final MVStore file;
  private final MongoServer server;
  private final InetSocketAddress address;

  private EmbeddedStore(MVStore file, MongoServer server, InetSocketAddress address) {
    this.file = file;
    this.server = server;
    this.address = address;
  }

  /**
   * Opens the file, made if missing, and listens.
   *
   * @param port 0 for any free one
   * @throws StoreException with one line that says what to do
   */
  static EmbeddedStore open(Path path, int port) {
    MVStore file = openFile(path);
    MongoServer server = new MongoServer(new H2Backend(file));
    try {
      InetSocketAddress wanted = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      server.bind(wanted);
      return new EmbeddedStore(file, server, server.getLocalAddress());
    } catch (Exception e) { // Netty throws the checked BindException without declaring it
      server.shutdownNow();
      throw new StoreException(
          "can't listen on 127.0.0.1:" + port + ": set libra.store.port to a free port", e);
    }
  }

  int port() {
    return address.getPort();
  }

  @Override
  public void close() {
    server.shutdown();
    if (!file.isClosed()) {
      file.close();
    }
  }

  private static MVStore openFile(Path path) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      MVStore store = new MVStore.Builder().fileName(path.toString()).open();
      store.setAutoCommitDelay(COMMIT_DELAY_MS);
      return store;
    } catch (MVStoreException | IOException e) {
      throw new StoreException(
          "can't open "
              + path
              + " ("
              + firstLine(e)
              + "): stop the process that uses it, or move the file away to begin anew",
          e);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
