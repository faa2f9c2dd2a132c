package dev.libra.decision.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.libra.decision.Decision;
import dev.libra.decision.DecisionQuery;
import dev.libra.decision.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jnosql.communication.semistructured.CommunicationEntity;
import org.eclipse.jnosql.communication.semistructured.DeleteQuery;
import org.eclipse.jnosql.communication.semistructured.Element;
import org.eclipse.jnosql.communication.semistructured.SelectQuery;
import org.eclipse.jnosql.databases.mongodb.communication.MongoDBDocumentConfiguration;
import org.eclipse.jnosql.databases.mongodb.communication.MongoDBDocumentManager;

/**
 * Decisions in MongoDB; its calls wait for the store, at most some seconds.
 *
 * <p>The embedded store answers everything but equal ids by reading a whole collection, so each
 * hour has a collection of its own ({@code decisions-<hours since 1970>}), {@code decision-hours}
 * lists them, and {@code decision-changes} holds the few decisions that changed a count once more.
 */
final class DecisionStore implements AutoCloseable {
  private static final String HOURS = "decision-hours";
  private static final String CHANGES = "decision-changes";
  private static final String KEY = "_id";
  private static final int TIMEOUT_MS = 2000;

  private final MongoClient client;
  private final MongoDBDocumentManager manager;
  private final Set<Long> listedHours = ConcurrentHashMap.newKeySet();

  DecisionStore(String uri, String database) {
    this.client = MongoClients.create(settings(uri));
    this.manager = new MongoDBDocumentConfiguration().get(client).apply(database);
  }

  void write(LogEntry entry) {
    if (entry instanceof LogEntry.Appended appended) {
      insert(appended.decision());
    } else if (entry instanceof LogEntry.Settled settled) {
      settle(settled.id(), settled.outcome());
    }
  }

  /** Newest first. */
  List<Decision> query(DecisionQuery query) {
    if (query.onlyChanges()) {
      return select(CHANGES, query, query.limit());
    }
    List<Decision> found = new ArrayList<>();
    for (long hour : hours()) {
      if (found.size() < query.limit()
          && (query.before() == null || hour <= hour(query.before()))) {
        found.addAll(select(collection(hour), query, query.limit() - found.size()));
      }
    }
    return found;
  }

  private List<Decision> select(String collection, DecisionQuery query, int limit) {
    // All times sort below a colon, and no year has more than 13 digits of ms for long to come.
    String before = query.before() == null ? ":" : DecisionDocument.key(query.before(), "");
    var select = SelectQuery.select().from(collection).where(KEY).lt(before);
    if (query.service() != null) {
      select = select.and("service").eq(query.service());
    }
    try (var found = manager.select(select.orderBy(KEY).desc().limit(limit).build())) {
      return found
          .map(e -> DecisionDocument.toDecision(new Fields(Elements.toDocument(e.elements()))))
          .toList();
    }
  }

  /** Deletes whole hours, and single changes. */
  void deleteBefore(Instant oldest) {
    for (long hour : hours()) {
      if (hour < hour(oldest)) {
        manager.delete(DeleteQuery.delete().from(collection(hour)).build());
        manager.delete(DeleteQuery.delete().from(HOURS).where(KEY).eq(Long.toString(hour)).build());
        listedHours.remove(hour);
      }
    }
    String key = DecisionDocument.key(oldest, "");
    manager.delete(DeleteQuery.delete().from(CHANGES).where(KEY).lt(key).build());
  }

  @Override
  public void close() {
    client.close();
  }

  private void insert(Decision decision) {
    long hour = hour(decision.at());
    list(hour);
    insert(collection(hour), Elements.of(DecisionDocument.of(decision)));
    if (decision.changed()) {
      insert(CHANGES, Elements.of(DecisionDocument.of(decision)));
    }
  }

  /** Storing something again changes nothing. */
  private void insert(String collection, List<Element> document) {
    try {
      manager.insert(CommunicationEntity.of(collection, document));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  private void list(long hour) {
    if (!listedHours.contains(hour)) {
      insert(HOURS, List.of(Element.of(KEY, Long.toString(hour))));
      listedHours.add(hour);
    }
  }

  /** The hours there are decisions of, newest first. */
  private List<Long> hours() {
    try (var found = manager.select(SelectQuery.select().from(HOURS).build())) {
      return found
          .map(e -> e.find(KEY).orElseThrow().get(String.class))
          .map(Long::valueOf)
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  private void settle(String id, Outcome outcome) {
    Instant at = Instant.ofEpochMilli(Long.parseLong(id.substring(id.lastIndexOf('-') + 1)));
    for (String collection : List.of(collection(hour(at)), CHANGES)) {
      var byKey = SelectQuery.select().from(collection).where(KEY).eq(DecisionDocument.key(id));
      manager
          .singleResult(byKey.build())
          .ifPresent(
              entity -> {
                entity.add(Element.of("outcome", Elements.of(DecisionDocument.ofOutcome(outcome))));
                manager.update(entity);
              });
    }
  }

  private static long hour(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), 3600);
  }

  private static String collection(long hour) {
    return "decisions-" + hour;
  }

  private static MongoClientSettings settings(String uri) {
    return MongoClientSettings.builder()
        .applyToClusterSettings(c -> c.serverSelectionTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS))
        .applyToSocketSettings(
            s ->
                s.connectTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    .readTimeout(5 * TIMEOUT_MS, TimeUnit.MILLISECONDS))
        // Last: what the operator's address says about timeouts wins.
        .applyConnectionString(new ConnectionString(uri))
        .build();
  }
}
