package dev.libra.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ExporterSettings REPLICA =
      new ExporterSettings(
          URI.create("http://127.0.0.1:9080"),
          Path.of("token"),
          "search-1",
          "search",
          URI.create("http://127.0.0.1:9201"),
          0.5,
          8,
          "/health/ready");

  @Test
  void isWhatTheContractSays() {
    assertThat(new Heartbeat(REPLICA, ReplicaState.READY, 0.42, 201326592, 3, NOW).toJson())
        .isEqualTo(
            "{\"kind\":\"heartbeat\",\"replica\":\"search-1\",\"service\":\"search\","
                + "\"url\":\"http://127.0.0.1:9201\",\"state\":\"ready\",\"cpu\":0.4200,"
                + "\"memoryBytes\":201326592,\"inFlight\":3,\"concurrency\":8,"
                + "\"at\":\"2026-01-01T00:00:00Z\"}");
  }

  @Test
  void quotesSoThatAJsonParserReadsTheSameText() {
    String text = "a\"b\\c\nd\u0001e\u00e9";

    String json = "[" + Heartbeat.quoted(text) + "]";

    assertThat(Json.createReader(new StringReader(json)).readArray().getString(0)).isEqualTo(text);
  }

  @Test
  void refusesACpuThatIsNoNumber() {
    assertThatThrownBy(() -> new Heartbeat(REPLICA, ReplicaState.READY, Double.NaN, 1, 0, NOW))
        .hasMessageContaining("NaN");
  }
}
