package dev.libra.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.fleet.Heartbeat;
import dev.libra.fleet.ReplicaHealth;
import dev.libra.metrics.GatewayReport;
import dev.libra.metrics.HistogramCodec;
import dev.libra.metrics.Interval;
import dev.libra.metrics.MetricsInbox;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateReaderTest {
  private static final String HEARTBEAT =
      """
      {"kind":"heartbeat","replica":"search-1","service":"search","url":"http://127.0.0.1:9201",
       "state":"ready","cpu":0.42,"memoryBytes":201326592,"inFlight":3,"concurrency":8,
       "at":"2026-01-01T00:00:00Z"}
      """;
  private static final String REPORT =
      """
      {"kind":"interval","gateway":"gateway-1","upstreamsVersion":17,"intervals":[
       {"service":"search","start":"2026-01-01T00:00:00Z","end":"2026-01-01T00:00:01Z",
        "requests":3,"errors":1,"histogram":"%s"}]}
      """
          .formatted(histogram(3));

  private final List<Object> taken = new ArrayList<>();
  private final MetricsInbox inbox =
      new MetricsInbox() {
        @Override
        public void accept(GatewayReport report) {
          taken.add(report);
        }

        @Override
        public void accept(Heartbeat heartbeat) {
          taken.add(heartbeat);
        }
      };

  @Test
  void readsAHeartbeat() {
    UpdateReader.read(HEARTBEAT, inbox);
    assertThat(taken).singleElement().isInstanceOf(Heartbeat.class);
    Heartbeat heartbeat = (Heartbeat) taken.get(0);
    assertThat(heartbeat.state()).isEqualTo(ReplicaHealth.READY);
    assertThat(heartbeat.memoryBytes()).isEqualTo(201_326_592);
  }

  @Test
  void readsAReport() {
    UpdateReader.read(REPORT, inbox);
    GatewayReport report = (GatewayReport) taken.get(0);
    assertThat(report.upstreamsVersion()).isEqualTo(17);
    Interval interval = report.intervals().get(0);
    assertThat(interval.errors()).isEqualTo(1);
    assertThat(interval.latency().getTotalCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"cpu\":0.42 | \"cpu\":\"x\" | cpu must be a number",
        "\"cpu\":0.42 | \"cpu\":-1 | cpu must be between",
        "\"cpu\":0.42 | \"cpu\":1e999 | cpu must be between",
        "\"inFlight\":3 | \"inFlight\":3.5 | inFlight must be a whole number",
        "\"inFlight\":3 | \"inFlight\":99999999999 | inFlight must be a smaller number",
        "\"state\":\"ready\" | \"state\":\"READY\" | state must be one of [starting, ready, stopping]",
        "\"replica\":\"search-1\" | \"x\":1 | replica must be a string, was: missing",
        "2026-01-01T | yesterday | at must be an ISO-8601 instant",
        "http://127.0.0.1:9201 | ftp://x | url must be an absolute http(s) address",
      })
  void namesTheHeartbeatFieldThatIsWrong(String right, String wrong, String message) {
    refuses(HEARTBEAT.replace(right, wrong), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"requests\":3 | \"requests\":4 | intervals[0].histogram must hold one value per request",
        "\"errors\":1 | \"errors\":4 | intervals[0].errors must be between",
        "\"service\":\"search\" | \"service\":7 | intervals[0].service must be a string",
        "\"intervals\":[ | \"intervals\":[1, | intervals[0] must be an object",
        "gateway-1 | Gateway | gateway must match",
        "interval\" | nothing\" | kind must be interval or heartbeat",
      })
  void namesTheIntervalFieldThatIsWrong(String right, String wrong, String message) {
    refuses(REPORT.replaceFirst(java.util.regex.Pattern.quote(right), wrong), message);
  }

  @Test
  void refusesAnotherHistogramsBytes() {
    refuses(
        REPORT.replace(histogram(3), "bm90IG9uZQ=="),
        "intervals[0].histogram is not base64 of a compressed HdrHistogram");
  }

  @Property
  void aTornBodyIsRefused(@ForAll @IntRange(min = 0, max = 400) int cut) {
    String body = REPORT.strip();
    if (cut < body.length()) {
      refuses(body.substring(0, cut), "the body must be a JSON object");
    }
  }

  @Property(tries = 200)
  void anyBodyIsRefusedOrTaken(@ForAll String body) {
    refuses(body, "");
    refuses("{\"kind\":\"" + body.replaceAll("[\\\\\"\\p{Cntrl}]", "") + "\"}", "kind must be");
  }

  private void refuses(String body, String message) {
    assertThatThrownBy(() -> UpdateReader.read(body, inbox))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
    assertThat(taken).isEmpty();
  }

  private static String histogram(int count) {
    Histogram histogram = new Histogram(1, Interval.HIGHEST_MICROS, Interval.DIGITS);
    histogram.recordValueWithCount(20_000, count);
    return HistogramCodec.encode(histogram);
  }
}
