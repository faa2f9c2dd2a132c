package dev.libra.decision.mongo;

import com.mongodb.MongoException;
import dev.libra.decision.Decision;
import dev.libra.decision.DecisionLog;
import dev.libra.decision.DecisionQuery;
import dev.libra.decision.InMemoryDecisionLog;
import dev.libra.decision.Outcome;
import dev.libra.metrics.Subscription;
import dev.libra.spool.Spool;
import dev.libra.spool.SpoolingWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps decisions in MongoDB, and the newest also in memory: what was just decided is found while
 * it is on its way to the store, or while MongoDB is away.
 */
final class MongoDecisionLog implements DecisionLog, AutoCloseable {
  private static final Logger LOG = System.getLogger(MongoDecisionLog.class.getName());
  private static final int IN_MEMORY = 4000;
  private static final int QUEUE = 10_000;
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final DecisionStore store;
  private final InMemoryDecisionLog recent = new InMemoryDecisionLog(IN_MEMORY);
  private final SpoolingWriter<LogEntry> writer;

  MongoDecisionLog(DecisionStore store, DecisionSettings settings) {
    this.store = store;
    Spool spool = new Spool(settings.spool(), settings.spoolBytes());
    this.writer =
        new SpoolingWriter<>("decisions", store::write, new LogEntryCodec(), spool, QUEUE, RETRY);
  }

  @Override
  public void append(Decision decision) {
    writer.write(new LogEntry.Appended(decision));
    recent.append(decision);
  }

  @Override
  public void settle(String id, Outcome outcome) {
    writer.write(new LogEntry.Settled(id, outcome));
    recent.settle(id, outcome);
  }

  @Override
  public List<Decision> query(DecisionQuery query) {
    List<Decision> inMemory = recent.query(query);
    if (inMemory.size() == query.limit() || writer.isStoreAway()) {
      return inMemory;
    }
    try {
      return merge(store.query(query), inMemory, query.limit());
    } catch (MongoException e) {
      LOG.log(Level.WARNING, "Only decisions in memory, MongoDB is away: {0}", e.getMessage());
      return inMemory;
    }
  }

  @Override
  public Subscription follow(Consumer<Decision> listener) {
    return recent.follow(listener);
  }

  @Override
  public void close() {
    writer.close();
  }

  /** What is in memory is newer than what is stored of the same decision. */
  private static List<Decision> merge(List<Decision> stored, List<Decision> newer, int limit) {
    Map<String, Decision> byId = new LinkedHashMap<>();
    stored.forEach(d -> byId.put(d.id(), d));
    newer.forEach(d -> byId.put(d.id(), d));
    return byId.values().stream()
        .sorted(Comparator.comparing(Decision::at).thenComparing(Decision::service).reversed())
        .limit(limit)
        .toList();
  }
}
