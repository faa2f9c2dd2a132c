package dev.libra.metrics.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import dev.libra.fleet.Heartbeat;
import dev.libra.fleet.ReplicaHealth;
import dev.libra.metrics.GatewayReport;
import dev.libra.metrics.Interval;
import dev.libra.metrics.MetricSource;
import dev.libra.metrics.MetricsInbox;
import dev.libra.metrics.Sample;
import dev.libra.metrics.SampleLog;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside a managed Liberty, beside the EJB it tests. */
@ExtendWith(ArquillianExtension.class)
class MetricsTimerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject private MetricsInbox inbox;
  @Inject private MetricSource source;
  @Inject private SampleLog log;

  @Deployment
  static EnterpriseArchive deployment() {
    return ArchiveForTest.of(MetricsTimerIT.class);
  }

  @Test
  void theTimerTurnsWhatIsPushedIntoSamples() {
    push("search");
    await().atMost(PATIENCE).until(() -> source.latest("search").isPresent());
    Sample sample = source.latest("search").orElseThrow();
    assertThat(sample.requestsPerSecond()).isEqualTo(100);
    assertThat(sample.p95Ms()).isBetween(20.0, 20.1);
    assertThat(sample.errorRate()).isEqualTo(0.01);
    assertThat(sample.ready()).isEqualTo(1);
    assertThat(sample.cpu()).isEqualTo(0.42);
  }

  @Test
  void theTimerGoesOn() {
    push("payment");
    await().atMost(PATIENCE).until(() -> log.query("payment", Instant.EPOCH, 10).size() == 1);
    push("payment");
    await().atMost(PATIENCE).until(() -> log.query("payment", Instant.EPOCH, 10).size() >= 2);
  }

  @Test
  void samplesArriveInMongo() {
    push("auth");
    try (MongoClient mongo = MongoClients.create(uri())) {
      var samples = mongo.getDatabase("libra").getCollection("samples");
      await()
          .atMost(PATIENCE)
          .until(() -> samples.countDocuments(Filters.eq("service", "auth")) > 0);
    }
  }

  private void push(String service) {
    Instant now = Instant.now();
    Histogram latency = new Histogram(1, Interval.HIGHEST_MICROS, Interval.DIGITS);
    latency.recordValueWithCount(20_000, 100);
    inbox.accept(
        new Heartbeat(
            service + "-1",
            service,
            URI.create("http://127.0.0.1:1"),
            ReplicaHealth.READY,
            0.42,
            1,
            0,
            8,
            now));
    inbox.accept(
        new GatewayReport(
            "gateway-1",
            1,
            List.of(new Interval(service, now.minusSeconds(1), now, 100, 1, latency))));
  }

  private static String uri() {
    return ConfigProvider.getConfig().getValue("libra.mongodb.uri", String.class);
  }
}
