package dev.libra.ui.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import dev.libra.control.ServiceStatus;
import dev.libra.metrics.Sample;
import dev.libra.ui.component.Format;
import java.util.List;

/** All figures of all services; on a narrow screen it scrolls by itself. */
final class MetricsTable extends Div {
  private static final long serialVersionUID = 1L;
  private static final List<String> HEADINGS =
      List.of(
          "Service",
          "Desired",
          "Ready",
          "Starting",
          "Draining",
          "Requests",
          "Mean",
          "P95",
          "P99",
          "SLO",
          "Errors",
          "CPU",
          "Memory",
          "In flight",
          "Policy",
          "Mode",
          "Cost/h",
          "Cost");

  private final Element body = new Element("tbody");

  MetricsTable() {
    addClassName("libra-scroll");
    getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
    getElement().setAttribute("aria-label", "Live metrics");
    Element heading = new Element("tr");
    HEADINGS.forEach(h -> heading.appendChild(cell("th", h).setAttribute("scope", "col")));
    Element table = new Element("table").setAttribute("class", "libra-table");
    table.appendChild(new Element("thead").appendChild(heading), body);
    getElement().appendChild(table);
  }

  void show(List<ServiceStatus> services) {
    while (body.getChildCount() < services.size()) {
      Element row = new Element("tr");
      HEADINGS.forEach(h -> row.appendChild(cell("td", "")));
      body.appendChild(row);
    }
    for (int i = 0; i < services.size(); i++) {
      fill(body.getChild(i), figures(services.get(i)));
    }
  }

  /** Only what changed travels to the browser. */
  private static void fill(Element row, List<String> figures) {
    for (int i = 0; i < figures.size(); i++) {
      Element cell = row.getChild(i);
      if (!cell.getText().equals(figures.get(i))) {
        cell.setText(figures.get(i));
      }
    }
  }

  private static List<String> figures(ServiceStatus s) {
    Sample m = s.sample();
    return List.of(
        s.service().name(),
        Integer.toString(s.desired()),
        Integer.toString(s.ready()),
        Integer.toString(s.starting()),
        Integer.toString(s.draining()),
        m == null ? "–" : Format.rate(m.requestsPerSecond()),
        m == null ? "–" : Format.ms(m.meanMs()),
        m == null ? "–" : Format.ms(m.p95Ms()),
        m == null ? "–" : Format.ms(m.p99Ms()),
        Format.ms(s.service().sloMs()),
        m == null ? "–" : Format.percent(m.errorRate()),
        m == null ? "–" : Format.percent(m.cpu()),
        m == null ? "–" : Format.megabytes(m.memoryBytes()),
        m == null ? "–" : Integer.toString(m.inFlight()),
        s.policy().name(),
        s.mode().kind().label(),
        Format.money(s.costPerHour()),
        Format.money(s.cost()));
  }

  private static Element cell(String tag, String text) {
    Element cell = new Element(tag);
    cell.setText(text);
    return cell;
  }
}
