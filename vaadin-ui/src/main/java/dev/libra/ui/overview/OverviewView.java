package dev.libra.ui.overview;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.libra.control.Controller;
import dev.libra.control.ServiceStatus;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import dev.libra.metrics.SampleLog;
import dev.libra.ui.component.Format;
import dev.libra.ui.component.LineChart;
import dev.libra.ui.component.Live;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All services live: cards, charts, the table, the cost. */
@Route("")
@PageTitle("Libra – overview")
public class OverviewView extends Div implements Live {
  private static final long serialVersionUID = 1L;
  private static final Duration SPAN = Duration.ofMinutes(10);
  private static final int MOST_SAMPLES = 400;

  private final transient Controller controller;
  private final transient SampleLog samples;
  private final transient Clock clock;
  private final Div banner = new Div();
  private final Span cost = new Span();
  private final Map<String, ServiceCard> cards = new HashMap<>();
  private final Map<Metric, LineChart> charts = new EnumMap<>(Metric.class);
  private final MetricsTable table = new MetricsTable();
  private Instant drawnUntil = Instant.MIN;

  @Inject
  public OverviewView(Controller controller, SampleLog samples, Clock clock) {
    this.controller = controller;
    this.samples = samples;
    this.clock = clock;
    addClassName("libra-page");
    banner.addClassName("libra-banner");
    banner.getElement().setAttribute("role", "alert");
    List<ServiceSpec> services = services();
    add(banner, legend(services), cards(services), charts(), tablePanel());
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    drawHistory();
    refresh();
  }

  @Override
  public void refresh() {
    List<ServiceStatus> status = controller.status();
    status.forEach(s -> cards.get(s.service().name()).show(s));
    table.show(status);
    showBanner(status);
    double perHour = status.stream().mapToDouble(ServiceStatus::costPerHour).sum();
    double total = status.stream().mapToDouble(ServiceStatus::cost).sum();
    cost.setText(
        "Running cost "
            + Format.money(perHour)
            + " per hour, "
            + Format.money(total)
            + " since control started");
    drawLatest(status);
  }

  private void showBanner(List<ServiceStatus> status) {
    List<String> stale =
        status.stream().filter(ServiceStatus::stale).map(s -> s.service().name()).toList();
    banner.setVisible(!stale.isEmpty());
    banner.setText(
        "No fresh metrics of "
            + String.join(", ", stale)
            + ": nothing is scaled down until they come again.");
  }

  private void drawHistory() {
    Instant since = clock.instant().minus(SPAN);
    Map<Long, Map<String, Sample>> byTick = new TreeMap<>();
    for (ServiceSpec service : services()) {
      for (Sample sample : samples.query(service.name(), since, MOST_SAMPLES)) {
        byTick
            .computeIfAbsent(sample.at().toEpochMilli(), t -> new HashMap<>())
            .put(service.name(), sample);
        drawnUntil = sample.at().isAfter(drawnUntil) ? sample.at() : drawnUntil;
      }
    }
    charts.forEach(
        (metric, chart) -> chart.start(metric.setup(services()), rows(byTick, metric), SPAN));
  }

  private List<LineChart.Row> rows(Map<Long, Map<String, Sample>> byTick, Metric metric) {
    List<LineChart.Row> rows = new ArrayList<>();
    byTick.forEach(
        (time, tick) ->
            rows.add(
                new LineChart.Row(
                    time, services().stream().map(s -> metric.of(tick.get(s.name()))).toList())));
    return rows;
  }

  private void drawLatest(List<ServiceStatus> status) {
    Instant latest =
        status.stream()
            .filter(s -> s.sample() != null)
            .map(s -> s.sample().at())
            .max(Instant::compareTo)
            .orElse(Instant.MIN);
    if (!latest.isAfter(drawnUntil)) {
      return;
    }
    drawnUntil = latest;
    charts.forEach(
        (metric, chart) ->
            chart.append(
                new LineChart.Row(
                    latest.toEpochMilli(),
                    status.stream().map(s -> s.stale() ? null : metric.of(s.sample())).toList())));
  }

  private List<ServiceSpec> services() {
    return controller.status().stream().map(ServiceStatus::service).toList();
  }

  private Div legend(List<ServiceSpec> services) {
    Div legend = new Div();
    legend.addClassName("libra-legend");
    for (int i = 0; i < services.size(); i++) {
      Span entry = new Span();
      entry.getElement().appendChild(new com.vaadin.flow.dom.Element("i"));
      entry
          .getElement()
          .appendChild(com.vaadin.flow.dom.Element.createText(services.get(i).name()));
      entry.getStyle().set("--colour", "var(--libra-" + (i % 4 + 1) + ")");
      legend.add(entry);
    }
    legend.add(cost);
    return legend;
  }

  private Div cards(List<ServiceSpec> services) {
    Div grid = new Div();
    grid.addClassName("libra-cards");
    for (int i = 0; i < services.size(); i++) {
      ServiceCard card = new ServiceCard(services.get(i).name(), i, controller);
      cards.put(services.get(i).name(), card);
      grid.add(card);
    }
    return grid;
  }

  private Div charts() {
    Div grid = new Div();
    grid.addClassName("libra-charts");
    for (Metric metric : Metric.values()) {
      LineChart chart = new LineChart();
      charts.put(metric, chart);
      Div panel = new Div(new H3(metric.label()), chart);
      panel.addClassName("libra-panel");
      grid.add(panel);
    }
    return grid;
  }

  private Div tablePanel() {
    Div panel = new Div(new H3("Live metrics"), table);
    panel.addClassName("libra-panel");
    return panel;
  }
}
