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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jnosql.communication.semistructured.CommunicationEntity;
import org.eclipse.jnosql.communication.semistructured.DeleteQuery;
import org.eclipse.jnosql.communication.semistructured.Element;
import org.eclipse.jnosql.communication.semistructured.SelectQuery;
import org.eclipse.jnosql.databases.mongodb.communication.MongoDBDocumentConfiguration;
import org.eclipse.jnosql.databases.mongodb.communication.MongoDBDocumentManager;

/** The collection {@code decisions}; its calls wait for MongoDB, at most some seconds. */
final class DecisionStore implements AutoCloseable {
  private static final String COLLECTION = "decisions";
  private static final String KEY = "_id";
  private static final int TIMEOUT_MS = 2000;

  private final MongoClient client;
  private final MongoDBDocumentManager manager;

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
    // All times sort below a colon, and no year has more than 13 digits of ms for long to come.
    String before = query.before() == null ? ":" : DecisionDocument.key(query.before(), "");
    var select = SelectQuery.select().from(COLLECTION).where(KEY).lt(before);
    if (query.service() != null) {
      select = select.and("service").eq(query.service());
    }
    if (query.onlyChanges()) {
      select = select.and("changed").eq(true);
    }
    try (var found = manager.select(select.orderBy(KEY).desc().limit(query.limit()).build())) {
      return found
          .map(e -> DecisionDocument.toDecision(new Fields(Elements.toDocument(e.elements()))))
          .toList();
    }
  }

  void deleteBefore(Instant oldest) {
    String key = DecisionDocument.key(oldest, "");
    manager.delete(DeleteQuery.delete().from(COLLECTION).where(KEY).lt(key).build());
  }

  @Override
  public void close() {
    client.close();
  }

  /** Storing a decision again changes nothing. */
  private void insert(Decision decision) {
    try {
      manager.insert(
          CommunicationEntity.of(COLLECTION, Elements.of(DecisionDocument.of(decision))));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  private void settle(String id, Outcome outcome) {
    var byKey = SelectQuery.select().from(COLLECTION).where(KEY).eq(DecisionDocument.key(id));
    manager
        .singleResult(byKey.build())
        .ifPresent(
            entity -> {
              entity.add(Element.of("outcome", Elements.of(DecisionDocument.ofOutcome(outcome))));
              manager.update(entity);
            });
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
