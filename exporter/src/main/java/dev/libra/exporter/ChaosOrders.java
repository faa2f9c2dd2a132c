package dev.libra.exporter;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Disturbances ordered of this replica through a file under {@code libra.home}, which only the
 * installation's owner can write; looked at every quarter of a second, and over at its own {@code
 * until}.
 */
final class ChaosOrders {
  private static final long LOOK_EVERY_NS = 250_000_000L;

  private final Path file;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private Orders current = Orders.NONE;
  private long nextLook;

  /**
   * What is asked for.
   *
   * @param slowMs added to each request
   * @param failShare of requests answered with 500
   */
  record Orders(long slowMs, double failShare, long heartbeatDelayMs) {
    static final Orders NONE = new Orders(0, 0, 0);
  }

  ChaosOrders(Path file, Clock clock, LongSupplier nanoTime) {
    this.file = file;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.nextLook = nanoTime.getAsLong();
  }

  /** Nothing unless {@code libra.chaos.enabled} is true. */
  static Optional<ChaosOrders> read(
      Function<String, Optional<String>> config, ExporterSettings settings) {
    String enabled = config.apply("libra.chaos.enabled").orElse("false");
    if (!enabled.equals("true") && !enabled.equals("false")) {
      throw new IllegalArgumentException(
          "libra.chaos.enabled must be true or false, was: " + enabled);
    }
    return config
        .apply("libra.home")
        .filter(home -> enabled.equals("true"))
        .map(home -> Path.of(home, "chaos", settings.replica() + ".properties"))
        .map(file -> new ChaosOrders(file, Clock.systemUTC(), System::nanoTime));
  }

  synchronized Orders now() {
    long now = nanoTime.getAsLong();
    if (now - nextLook >= 0) {
      nextLook = now + LOOK_EVERY_NS;
      current = Files.exists(file) ? load() : Orders.NONE;
    }
    return current;
  }

  private Orders load() {
    Properties orders = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      orders.load(reader);
      if (clock.millis() >= Long.parseLong(orders.getProperty("until", "0"))) {
        return Orders.NONE;
      }
      return new Orders(
          Long.parseLong(orders.getProperty("slow-ms", "0")),
          Double.parseDouble(orders.getProperty("fail-share", "0")),
          Long.parseLong(orders.getProperty("heartbeat-delay-ms", "0")));
    } catch (IOException | IllegalArgumentException e) {
      // Deleted just now, or not ours: nothing is asked for.
      return Orders.NONE;
    }
  }
}
