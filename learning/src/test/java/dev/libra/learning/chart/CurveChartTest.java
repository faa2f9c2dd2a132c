package dev.libra.learning.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CurveChartTest {
  private static final List<BandPoint> POINTS =
      List.of(new BandPoint(0, 10, 20, 30), new BandPoint(1000, 100, 400, 500));

  @Test
  void drawsLineBandAndBar() throws Exception {
    Document svg = parse(chart("ppo <b> & Co", POINTS, OptionalDouble.of(495)).svg());
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("ppo <b> & Co");
    assertThat(points(svg, "polyline")).hasSize(2);
    assertThat(points(svg, "polygon")).hasSize(4);
    assertThat(chart("a", POINTS, OptionalDouble.of(495)).svg()).contains("stroke-dasharray");
  }

  @Test
  void drawsNoBarWhereThereIsNone() {
    assertThat(chart("a", POINTS, OptionalDouble.empty()).svg()).doesNotContain("stroke-dasharray");
  }

  @Test
  void keepsEverythingInsideThePicture() throws Exception {
    Document svg = parse(chart("a", POINTS, OptionalDouble.of(9000)).svg());
    for (String point : points(svg, "polygon")) {
      String[] xy = point.split(",");
      assertThat(Double.parseDouble(xy[0])).isBetween(64.0, 624.0);
      assertThat(Double.parseDouble(xy[1])).isBetween(56.0, 312.0);
    }
  }

  @Test
  void drawsASinglePointToo() throws Exception {
    List<BandPoint> one = List.of(new BandPoint(5, 1, 1, 1));
    String svg = chart("a", one, OptionalDouble.empty()).svg();
    parse(svg);
    assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void refusesStepsThatDoNotRise() {
    BandPoint point = new BandPoint(5, 1, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chart("a", List.of(point, point), OptionalDouble.empty()))
        .withMessageStartingWith("step of point 1 ");
  }

  private static CurveChart chart(String title, List<BandPoint> points, OptionalDouble bar) {
    return new CurveChart(title, "mean", "all seeds", points, bar);
  }

  private static String[] points(Document svg, String shape) {
    return ((Element) svg.getElementsByTagName(shape).item(0)).getAttribute("points").split(" ");
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
