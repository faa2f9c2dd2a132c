package dev.libra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {
  @TempDir Path dir;

  @Test
  void keepsItsDataAcrossARestart() {
    try (EmbeddedStore store = EmbeddedStore.open(file(), 0)) {
      insert(store.port(), "kept");
    }
    try (EmbeddedStore store = EmbeddedStore.open(file(), 0)) {
      assertThat(count(store.port(), "kept")).isEqualTo(1);
    }
  }

  @Test
  void keepsItsDataWhenItIsKilled() throws Exception {
    Path log = dir.resolve("log");
    int port = freePort();
    Process process = start(port, log);
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.readString(log).contains("listens"));
    insert(port, "kept");
    await().pollDelay(Duration.ofMillis(500)).until(() -> count(port, "kept") == 1);
    process.destroyForcibly().waitFor();
    try (EmbeddedStore store = EmbeddedStore.open(file(), 0)) {
      assertThat(count(store.port(), "kept")).isEqualTo(1);
    }
  }

  @Test
  void namesThePortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedStore.open(file(), taken.getLocalPort()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .hasMessageContaining("libra.store.port");
    }
  }

  @Test
  void namesTheFileThatIsCorrupt() throws IOException {
    Files.writeString(file(), "this is no H2 file".repeat(1000));
    assertThatThrownBy(() -> EmbeddedStore.open(file(), 0))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file().toString())
        .hasMessageNotContaining("\n");
  }

  private Process start(int port, Path log) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    return new ProcessBuilder(
            java,
            "-cp",
            classPath,
            "dev.libra.store.StoreMain",
            file().toString(),
            Integer.toString(port))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private Path file() {
    return dir.resolve("libra.mv");
  }

  private static void insert(int port, String id) {
    try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
      client.getDatabase("libra").getCollection("things").insertOne(new Document("_id", id));
    }
  }

  private static long count(int port, String id) {
    try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
      return client
          .getDatabase("libra")
          .getCollection("things")
          .countDocuments(new Document("_id", id));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
