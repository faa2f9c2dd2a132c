package dev.libra.decision.mongo;

import dev.libra.decision.DecisionLog;
import java.time.Clock;

/** Opens the decision log in MongoDB. */
public final class MongoDecisions implements AutoCloseable {
  private final DecisionSettings settings;
  private final Clock clock;
  private final DecisionStore store;
  private final MongoDecisionLog log;

  public MongoDecisions(DecisionSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.store = new DecisionStore(settings.uri(), settings.database());
    this.log = new MongoDecisionLog(store, settings);
  }

  public DecisionLog log() {
    return log;
  }

  /** Deletes what is older than the retention; waits for MongoDB. */
  public void deleteOutdated() {
    store.deleteBefore(clock.instant().minus(settings.retention()));
  }

  /** Writes or spools what is left, then ends. */
  @Override
  public void close() {
    log.close();
    store.close();
  }
}
