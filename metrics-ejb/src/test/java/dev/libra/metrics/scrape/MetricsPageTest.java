package dev.libra.metrics.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

  @Test
  void readsLabelsTimestampsAndExemplars() {
    MetricsPage page =
        MetricsPage.parse(
            """
            # TYPE a histogram
            a_bucket{le="0.5",path="/x\\"\\\\\\n"} 3 1700000000000
            a_bucket { le = "+Inf" , } 4e0 # {trace="1"} 0.7
            b 5
            c +Inf
            d NaN
            # EOF
            """);
    assertThat(page.lines())
        .containsExactly(
            new MetricLine("a_bucket", Map.of("le", "0.5", "path", "/x\"\\\n"), 3),
            new MetricLine("a_bucket", Map.of("le", "+Inf"), 4),
            new MetricLine("b", Map.of(), 5));
  }

  @Test
  void namesTheLineItCanNotRead() {
    assertThatThrownBy(() -> MetricsPage.parse("ok 1\nbad{x=1} 2\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line 2: expected '\"' at column 7");
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll String text) {
    try {
      Reading.of(MetricsPage.parse(text));
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("line ");
    }
  }

  @Property
  void aTornPageIsReadOrRefused(@ForAll int cut) {
    String page = "x_seconds_bucket{le=\"0.5\",a=\"\\\\b\"} 1.5e3 17\nx{} 3";
    String torn = page.substring(0, Math.floorMod(cut, page.length()));
    try {
      assertThat(MetricsPage.parse(torn).lines()).hasSizeLessThanOrEqualTo(2);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("line ");
    }
  }

  @Property
  void readsBackAnyLabel(
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String name,
      @ForAll String label,
      @ForAll double value) {
    String escaped = label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    MetricLine line = MetricLineParser.parse(name + "{l=\"" + escaped + "\"} " + value);
    assertThat(line).isEqualTo(new MetricLine(name, Map.of("l", label), value));
  }

  @Test
  void interpolatesQuantiles() {
    TreeMap<Double, Double> buckets = new TreeMap<>(Map.of(0.1, 50.0, 0.2, 100.0));
    assertThat(Buckets.quantile(0.75, buckets).orElseThrow()).isCloseTo(0.15, within(1e-9));
    buckets.put(Double.POSITIVE_INFINITY, 1000.0);
    assertThat(Buckets.quantile(0.95, buckets)).hasValue(0.2);
    assertThat(Buckets.quantile(0.95, new TreeMap<>())).isEmpty();
  }
}
