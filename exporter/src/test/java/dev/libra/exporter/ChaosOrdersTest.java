package dev.libra.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.exporter.ChaosOrders.Orders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosOrdersTest {
  private static final long NOW = 1_000_000;

  @TempDir Path dir;
  private long nanos;

  @Test
  void followsItsFileAndLooksOnlyNowAndThen() throws IOException {
    Path file = dir.resolve("search-1.properties");
    ChaosOrders orders = orders(file);
    assertThat(orders.now()).isEqualTo(Orders.NONE);
    Files.writeString(file, "slow-ms=300\nuntil=" + (NOW + 1));
    assertThat(orders.now()).isEqualTo(Orders.NONE);
    nanos += 250_000_000;
    assertThat(orders.now()).isEqualTo(new Orders(300, 0, 0));
    Files.delete(file);
    nanos += 250_000_000;
    assertThat(orders.now()).isEqualTo(Orders.NONE);
  }

  @Test
  void whatIsOverOrNoOrderIsNothing() throws IOException {
    Path file = dir.resolve("search-1.properties");
    Files.writeString(file, "fail-share=1\nuntil=" + NOW);
    assertThat(orders(file).now()).isEqualTo(Orders.NONE);
    Files.writeString(file, "fail-share=all\nuntil=" + (NOW + 1));
    assertThat(orders(file).now()).isEqualTo(Orders.NONE);
  }

  private ChaosOrders orders(Path file) {
    return new ChaosOrders(
        file, Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC), () -> nanos);
  }
}
