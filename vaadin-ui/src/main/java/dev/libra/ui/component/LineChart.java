package dev.libra.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Lines over time, drawn by Apache ECharts. */
@Tag("libra-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./components/libra-chart.ts")
public class LineChart extends Component {
  private static final long serialVersionUID = 1L;

  /**
   * What a chart shows.
   *
   * @param label its accessible name
   * @param digits decimals in tooltips
   * @param names of the lines
   * @param limits horizontal lines by name
   * @param step whether values hold until the next one, as counts do
   */
  public record Setup(
      String label,
      String unit,
      int digits,
      List<String> names,
      Map<String, Double> limits,
      boolean step) {

    String json() {
      JsonArrayBuilder lines = Json.createArrayBuilder(names);
      JsonArrayBuilder horizontal = Json.createArrayBuilder();
      limits.forEach(
          (name, value) ->
              horizontal.add(Json.createObjectBuilder().add("name", name).add("value", value)));
      JsonObjectBuilder setup =
          Json.createObjectBuilder()
              .add("label", label)
              .add("unit", unit)
              .add("digits", digits)
              .add("names", lines)
              .add("limits", horizontal)
              .add("step", step);
      return setup.build().toString();
    }
  }

  /**
   * One moment.
   *
   * @param epochMs its time
   * @param values one per line; null where there is none
   */
  public record Row(long epochMs, List<Double> values) {

    JsonArrayBuilder json() {
      JsonArrayBuilder row = Json.createArrayBuilder().add(epochMs);
      for (Double value : values) {
        if (value == null) {
          row.addNull();
        } else {
          row.add(value);
        }
      }
      return row;
    }
  }

  /**
   * Draws these rows and keeps as much as {@code span} of what comes later.
   *
   * @param span zero to keep all
   */
  public void start(Setup setup, List<Row> rows, Duration span) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    rows.forEach(row -> all.add(row.json()));
    getElement()
        .callJsFunction("start", setup.json(), all.build().toString(), (double) span.toMillis());
  }

  public void append(Row row) {
    getElement().callJsFunction("append", row.json().build().toString());
  }
}
