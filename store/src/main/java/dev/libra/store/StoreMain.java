package dev.libra.store;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The {@code store} process: runs until it is told to end. */
public final class StoreMain {
  private StoreMain() {}

  /**
   * @param arguments the data file and the port
   */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length != 2 || !arguments[1].matches("\\d{1,5}")) {
      System.err.println("usage: StoreMain FILE PORT");
      System.exit(2);
    }
    try {
      EmbeddedStore store =
          EmbeddedStore.open(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
      Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-shutdown"));
      System.out.println("store listens on 127.0.0.1:" + store.port());
      new CountDownLatch(1).await();
    } catch (StoreException e) {
      System.err.println("store: " + e.getMessage());
      System.exit(1);
    }
  }
}
