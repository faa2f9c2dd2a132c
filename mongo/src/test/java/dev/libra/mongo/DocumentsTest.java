package dev.libra.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.eclipse.jnosql.communication.semistructured.DeleteQuery;
import org.eclipse.jnosql.communication.semistructured.SelectQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private MongoServer server;
  private Documents documents;

  @BeforeEach
  void open() {
    server = new MongoServer(H2Backend.inMemory());
    documents = new Documents("mongodb://127.0.0.1:" + server.bind().getPort(), "test");
  }

  @AfterEach
  void close() {
    documents.close();
    server.shutdownNow();
  }

  @Test
  void givesNestedDocumentsBack() {
    documents.insert(
        "things",
        new Document("_id", "a")
            .append("at", Date.from(AT))
            .append("nothing", null)
            .append("inner", Map.of("cpu", 0.5, "names", List.of("x", "y")))
            .append("list", List.of(Map.of("n", 1), Map.of("n", 2)))
            .append("empty", List.of()));
    Fields found = all().get(0);
    assertThat(found.instant("at")).isEqualTo(AT);
    assertThat(found.document().containsKey("nothing")).isFalse();
    assertThat(found.nested("inner").orElseThrow().decimal("cpu")).isEqualTo(0.5);
    assertThat(found.list("list")).extracting(f -> f.integer("n")).containsExactly(1, 2);
    assertThat(found.list("empty")).isEmpty();
  }

  @Test
  void keepsTheFirstDocumentOfAnId() {
    documents.insert("things", Map.of("_id", "a", "value", "first"));
    documents.insert("things", Map.of("_id", "a", "value", "second"));
    assertThat(all()).extracting(f -> f.text("value")).containsExactly("first");
  }

  @Test
  void setsFieldsOfADocumentThatIsThere() {
    documents.insert("things", Map.of("_id", "a", "value", "old"));
    documents.set("things", "a", Map.of("more", Map.of("p95Ms", 80.0)));
    documents.set("things", "b", Map.of("more", "none"));
    assertThat(all()).hasSize(1);
    assertThat(all().get(0).text("value")).isEqualTo("old");
    assertThat(all().get(0).nested("more").orElseThrow().decimal("p95Ms")).isEqualTo(80);
  }

  @Test
  void deletesWhatTheQueryNames() {
    documents.insert("things", Map.of("_id", "a"));
    documents.insert("things", Map.of("_id", "b"));
    documents.delete(DeleteQuery.delete().from("things").where("_id").eq("a").build());
    assertThat(all()).extracting(f -> f.text("_id")).containsExactly("b");
  }

  @Test
  void namesAFieldOfAnotherType() {
    documents.insert("things", Map.of("_id", "a", "cpu", "much"));
    assertThatThrownBy(() -> all().get(0).decimal("cpu"))
        .hasMessage("cpu must be a number, was: much");
  }

  @Test
  void failsWhileTheStoreIsAway() {
    server.shutdownNow();
    assertThatThrownBy(() -> documents.insert("things", Map.of("_id", "a")))
        .isInstanceOf(MongoException.class);
  }

  private List<Fields> all() {
    return documents.find(SelectQuery.select().from("things").build());
  }
}
