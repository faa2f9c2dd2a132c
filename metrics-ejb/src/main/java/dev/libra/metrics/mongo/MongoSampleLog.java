package dev.libra.metrics.mongo;

import com.mongodb.MongoException;
import dev.libra.fleet.Check;
import dev.libra.metrics.InMemorySampleLog;
import dev.libra.metrics.Sample;
import dev.libra.metrics.SampleLog;
import dev.libra.metrics.Subscription;
import dev.libra.spool.Spool;
import dev.libra.spool.SpoolingWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps samples in MongoDB, and the newest ones also in memory: what the dashboard and the API ask
 * for again and again is answered while MongoDB is away, and without asking it.
 */
public final class MongoSampleLog implements SampleLog, AutoCloseable {
  private static final Logger LOG = System.getLogger(MongoSampleLog.class.getName());
  private static final int QUEUE = 10_000;
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final SampleStore store;
  private final SpoolingWriter<Sample> writer;
  private final InMemorySampleLog recent;
  private final Duration retention;
  private final Clock clock;

  /**
   * @param uri MongoDB's connection string
   * @param spool where samples wait while MongoDB is away
   * @param inMemory newest samples kept in memory, per service
   */
  public MongoSampleLog(
      String uri, String database, Spool spool, int inMemory, Duration retention, Clock clock) {
    this.retention = Check.present("retention", retention);
    this.clock = clock;
    this.recent = new InMemorySampleLog(inMemory);
    this.store = new SampleStore(uri, database);
    this.writer =
        new SpoolingWriter<>("samples", store::write, new StoredSample(), spool, QUEUE, RETRY);
  }

  @Override
  public void append(Sample sample) {
    writer.write(sample);
    recent.append(sample);
  }

  @Override
  public List<Sample> query(String service, Instant since, int limit) {
    List<Sample> inMemory = recent.query(service, since, limit);
    if (inMemory.size() == limit || reachesBackTo(service, since)) {
      return inMemory;
    }
    return newest(Stream.concat(stored(service, since, limit).stream(), inMemory.stream()), limit);
  }

  @Override
  public Subscription follow(Consumer<Sample> listener) {
    return recent.follow(listener);
  }

  /** Deletes what is older than the retention; waits for MongoDB. */
  public void deleteOutdated() {
    store.deleteBefore(clock.instant().minus(retention));
  }

  /** Whether the last write failed. */
  public boolean isStoreAway() {
    return writer.isStoreAway();
  }

  @Override
  public void close() {
    writer.close();
    store.close();
  }

  private boolean reachesBackTo(String service, Instant since) {
    List<Sample> all = recent.query(service, Instant.MIN, Integer.MAX_VALUE);
    return !all.isEmpty() && all.get(all.size() - 1).at().isBefore(since);
  }

  private List<Sample> stored(String service, Instant since, int limit) {
    if (writer.isStoreAway()) {
      return List.of();
    }
    try {
      return store.query(service, since, limit);
    } catch (MongoException e) {
      LOG.log(Level.WARNING, "Only samples in memory, MongoDB is away: {0}", e.getMessage());
      return List.of();
    }
  }

  private static List<Sample> newest(Stream<Sample> samples, int limit) {
    TreeMap<Instant, Sample> byTime = new TreeMap<>(Comparator.reverseOrder());
    // What was just appended may be in the store as well; the store keeps ms only.
    samples.forEach(s -> byTime.put(Instant.ofEpochMilli(s.at().toEpochMilli()), s));
    return byTime.values().stream().limit(limit).toList();
  }
}
