package dev.libra.gateway.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.libra.gateway.proxy.AccessLog.Entry;
import dev.libra.gateway.proxy.Headers;
import dev.libra.gateway.proxy.RequestHead;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAccessLogTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void aRequestIsALineWithoutItsQuery() throws Exception {
    Path file = folder.resolve("logs/access.log");
    FileAccessLog log = new FileAccessLog(new AccessLogRules(file, 1 << 20), 10, CLOCK);
    log.start();
    log.add(entry("/shop/a\"\n{}?password=secret"));
    log.add(entry("/shop/b"));
    log.close();

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2).noneMatch(line -> line.contains("secret"));
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.path("time").asText()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(first.path("client").asText()).isEqualTo("10.0.0.9");
    assertThat(first.path("method").asText()).isEqualTo("GET");
    assertThat(first.path("path").asText()).isEqualTo("/shop/a\"\n{}");
    assertThat(first.path("status").asInt()).isEqualTo(200);
    assertThat(first.path("bytes").asInt()).isEqualTo(42);
    assertThat(first.path("ms").asDouble()).isEqualTo(1.23);
    assertThat(first.path("trace").asText()).isEqualTo("00-trace-span-01");
  }

  @Test
  void whatDoesNotFitTheQueueIsDroppedAndCounted() throws Exception {
    Path file = folder.resolve("access.log");
    FileAccessLog log = new FileAccessLog(new AccessLogRules(file, 1 << 20), 3, CLOCK);
    for (int i = 0; i < 10; i++) {
      log.add(entry("/shop/" + i));
    }
    assertThat(log.dropped()).isEqualTo(7);
    log.start();
    log.close();
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void aLongFileIsMovedAside() throws Exception {
    Path file = folder.resolve("access.log");
    FileAccessLog log = new FileAccessLog(new AccessLogRules(file, 2_000), 100, CLOCK);
    log.start();
    for (int i = 0; i < 30; i++) {
      log.add(entry("/shop/" + i));
    }
    log.close();
    assertThat(Files.size(file)).isLessThanOrEqualTo(2_000);
    assertThat(Files.readString(file)).contains("/shop/29");
    assertThat(Files.size(folder.resolve("access.log.1"))).isBetween(1L, 2_000L);
  }

  @Test
  void aFileThatCanNotBeWrittenCostsLinesOnly() throws Exception {
    Path file = Files.createFile(folder.resolve("a-file")).resolve("access.log");
    FileAccessLog log = new FileAccessLog(new AccessLogRules(file, 2_000), 100, CLOCK);
    log.start();
    log.add(entry("/shop"));
    log.close();
    assertThat(log.dropped()).isEqualTo(1);
  }

  private static Entry entry(String target) {
    Headers headers = new Headers().add("traceparent", "00-trace-span-01");
    return new Entry(
        new RequestHead("GET", target, headers, "10.0.0.9", "x"), 200, true, 42, 1_230_000);
  }
}
