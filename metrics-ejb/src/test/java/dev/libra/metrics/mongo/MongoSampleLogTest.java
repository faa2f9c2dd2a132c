package dev.libra.metrics.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.libra.ManualClock;
import dev.libra.TestData;
import dev.libra.fleet.ReplicaState;
import dev.libra.metrics.Sample;
import dev.libra.metrics.SampleLog;
import dev.libra.metrics.SampleLogContract;
import dev.libra.spool.Spool;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoSampleLogTest extends SampleLogContract {
  private static final Instant T0 = TestData.START;

  @TempDir private Path directory;
  private final List<MongoSampleLog> opened = new ArrayList<>();
  private final ManualClock clock = ManualClock.create();
  private MongoServer server;
  private InetSocketAddress address;

  @BeforeEach
  void startStore() {
    server = new MongoServer(new H2Backend(directory.resolve("store").toString()));
    address = server.bind();
  }

  @AfterEach
  void stop() {
    opened.forEach(MongoSampleLog::close);
    server.shutdownNow();
  }

  @Override
  protected SampleLog log() {
    return open("libra");
  }

  @Test
  void readsBackWhatAnEarlierProcessWrote() {
    Sample sample =
        TestData.sample("search", T0, TestData.replica("search-1", ReplicaState.READY, 0.5, T0));
    Sample bare = TestData.sample("search", T0.plusSeconds(2));
    Sample starting =
        TestData.sample(
            "search",
            T0.plusSeconds(4),
            TestData.replica("search-1", ReplicaState.STARTING, 0, T0));
    MongoSampleLog earlier = open("libra");
    List.of(sample, bare, starting).forEach(earlier::append);
    earlier.close();
    assertThat(open("libra").query("search", Instant.EPOCH, 10))
        .containsExactly(starting, bare, sample);
  }

  @Test
  void takesTheSameSampleTwice() {
    MongoSampleLog earlier = open("libra");
    earlier.append(TestData.sample("search", T0));
    earlier.append(TestData.sample("search", T0));
    earlier.close();
    assertThat(open("libra").query("search", Instant.MIN, 10)).hasSize(1);
  }

  @Test
  void joinsMemoryAndStore() {
    MongoSampleLog earlier = open("libra");
    earlier.append(TestData.sample("search", T0));
    earlier.close();
    MongoSampleLog log = open("libra");
    log.append(TestData.sample("search", T0.plusSeconds(2)));
    assertThat(log.query("search", T0, 10))
        .extracting(Sample::at)
        .containsExactly(T0.plusSeconds(2), T0);
  }

  @Test
  void deletesWhatIsOlderThanTheRetention() {
    MongoSampleLog earlier = open("libra");
    earlier.append(TestData.sample("search", T0));
    earlier.append(TestData.sample("search", T0.plusSeconds(7200)));
    earlier.close();
    clock.advance(Duration.ofHours(49));
    MongoSampleLog log = open("libra");
    log.deleteOutdated();
    assertThat(log.query("search", Instant.EPOCH, 10))
        .extracting(Sample::at)
        .containsExactly(T0.plusSeconds(7200));
  }

  @Test
  void spoolsWhileMongoIsAwayAndReplaysWhenItIsBack() {
    server.shutdownNow();
    MongoSampleLog log = open("libra");
    for (int i = 0; i < 20; i++) {
      log.append(TestData.sample("search", T0.plusSeconds(2 * i)));
    }
    await().until(log::isStoreAway);
    assertThat(log.query("search", T0, 100)).hasSize(20);
    server = new MongoServer(new H2Backend(directory.resolve("store").toString()));
    server.bind(address);
    await().atMost(Duration.ofSeconds(30)).until(() -> !log.isStoreAway());
    log.close();
    assertThat(open("libra").query("search", T0, 100)).hasSize(20);
  }

  @Test
  void appendingDoesNotWaitForAStoreThatIsAway() {
    server.shutdownNow();
    MongoSampleLog log = open("libra");
    long start = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      log.append(TestData.sample("search", T0.plusSeconds(i)));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  private MongoSampleLog open(String database) {
    String uri = "mongodb://127.0.0.1:" + address.getPort();
    Spool spool = new Spool(directory.resolve(UUID.randomUUID() + ".jsonl"), 1 << 20);
    MongoSampleLog log = new MongoSampleLog(uri, database, spool, 100, Duration.ofHours(48), clock);
    opened.add(log);
    return log;
  }
}
