package dev.libra.decision.mongo;

import dev.libra.decision.Decision;
import dev.libra.decision.DecisionQuery;
import dev.libra.decision.Outcome;
import dev.libra.mongo.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.eclipse.jnosql.communication.semistructured.DeleteQuery;
import org.eclipse.jnosql.communication.semistructured.SelectQuery;

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

  private final Documents documents;
  private final Set<Long> listedHours = ConcurrentHashMap.newKeySet();

  DecisionStore(String uri, String database) {
    this.documents = new Documents(uri, database);
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
    return documents.find(select.orderBy(KEY).desc().limit(limit).build()).stream()
        .map(DecisionDocument::toDecision)
        .toList();
  }

  /** Deletes whole hours, and single changes. */
  void deleteBefore(Instant oldest) {
    for (long hour : hours()) {
      if (hour < hour(oldest)) {
        documents.delete(DeleteQuery.delete().from(collection(hour)).build());
        documents.delete(
            DeleteQuery.delete().from(HOURS).where(KEY).eq(Long.toString(hour)).build());
        listedHours.remove(hour);
      }
    }
    String key = DecisionDocument.key(oldest, "");
    documents.delete(DeleteQuery.delete().from(CHANGES).where(KEY).lt(key).build());
  }

  @Override
  public void close() {
    documents.close();
  }

  private void insert(Decision decision) {
    long hour = hour(decision.at());
    list(hour);
    Document document = DecisionDocument.of(decision);
    documents.insert(collection(hour), document);
    if (decision.changed()) {
      documents.insert(CHANGES, document);
    }
  }

  private void list(long hour) {
    if (!listedHours.contains(hour)) {
      documents.insert(HOURS, Map.of(KEY, Long.toString(hour)));
      listedHours.add(hour);
    }
  }

  /** The hours there are decisions of, newest first. */
  private List<Long> hours() {
    return documents.find(SelectQuery.select().from(HOURS).build()).stream()
        .map(fields -> Long.valueOf(fields.text(KEY)))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private void settle(String id, Outcome outcome) {
    Instant at = Instant.ofEpochMilli(Long.parseLong(id.substring(id.lastIndexOf('-') + 1)));
    Map<String, ?> settled = Map.of("outcome", DecisionDocument.ofOutcome(outcome));
    for (String collection : List.of(collection(hour(at)), CHANGES)) {
      documents.set(collection, DecisionDocument.key(id), settled);
    }
  }

  private static long hour(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), 3600);
  }

  private static String collection(long hour) {
    return "decisions-" + hour;
  }
}
