package dev.libra.ui.scenarios;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.libra.control.Controller;
import dev.libra.load.RunRequest;
import dev.libra.load.ScenarioInfo;
import dev.libra.load.TrafficControl;
import dev.libra.load.TrafficUnavailableException;
import dev.libra.ui.component.LineChart;
import dev.libra.ui.component.Live;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scenarios to start, runs to watch and to stop. */
@Route("traffic")
@PageTitle("Libra – traffic")
public class TrafficView extends Div implements Live {
  private static final long serialVersionUID = 1L;
  private static final String MIX = "mix of all";
  private static final double PREVIEW_OF_ENDLESS_S = 1200;

  private final transient TrafficControl traffic;
  private final Div banner = new Div();
  private final Select<ScenarioInfo> scenario = new Select<>();
  private final Select<String> service = new Select<>();
  private final NumberField rateScale = number("Rate ×", 1);
  private final NumberField timeScale = number("Time ×", 1);
  private final NumberField duration = number("Seconds", null);
  private final Paragraph description = new Paragraph();
  private final LineChart preview = new LineChart();
  private final RunsTable runs;

  @Inject
  public TrafficView(Controller controller, TrafficControl traffic) {
    this.traffic = traffic;
    this.runs = new RunsTable(this::stop);
    addClassName("libra-page");
    banner.addClassName("libra-banner");
    banner.setVisible(false);
    List<String> services = new ArrayList<>(List.of(MIX));
    controller.status().forEach(s -> services.add(s.service().name()));
    service.setLabel("Service");
    service.setItems(services);
    service.setValue(MIX);
    scenario.setLabel("Scenario");
    scenario.setItemLabelGenerator(ScenarioInfo::name);
    scenario.addValueChangeListener(e -> showPreview());
    rateScale.addValueChangeListener(e -> showPreview());
    timeScale.addValueChangeListener(e -> showPreview());
    duration.setPlaceholder("its own");
    Button start = new Button("Start", e -> start());
    start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div form = new Div(scenario, service, rateScale, timeScale, duration, start);
    form.addClassName("libra-form");
    add(
        banner,
        panel(new H3("Start a scenario"), form, description, preview),
        panel(new H3("Runs, newest first"), runs));
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    refresh();
  }

  @Override
  public void refresh() {
    guarded(
        () -> {
          if (scenario.isEmpty()) {
            List<ScenarioInfo> all = traffic.scenarios();
            scenario.setItems(all);
            all.stream().findFirst().ifPresent(scenario::setValue);
          }
          runs.show(traffic.runs());
        });
  }

  private void start() {
    if (scenario.isEmpty() || rateScale.isEmpty() || timeScale.isEmpty()) {
      Notification.show("Scenario, rate and time are needed");
      return;
    }
    guarded(
        () -> {
          String wanted = MIX.equals(service.getValue()) ? null : service.getValue();
          traffic.start(
              new RunRequest(
                  scenario.getValue().name(),
                  wanted,
                  rateScale.getValue(),
                  timeScale.getValue(),
                  duration.getValue()));
          runs.show(traffic.runs());
        });
  }

  private void stop(String id) {
    guarded(
        () -> {
          traffic.stop(id);
          runs.show(traffic.runs());
        });
  }

  private void guarded(Runnable work) {
    try {
      work.run();
      banner.setVisible(false);
    } catch (TrafficUnavailableException e) {
      banner.setText("The traffic process doesn't answer: './libra up --detach' starts it.");
      banner.setVisible(true);
    } catch (IllegalArgumentException e) {
      Notification.show(e.getMessage());
    }
  }

  private void showPreview() {
    ScenarioInfo info = scenario.getValue();
    if (info == null || rateScale.isEmpty() || timeScale.isEmpty() || timeScale.getValue() <= 0) {
      return;
    }
    description.setText(info.description());
    double length = info.durationS() == 0 ? PREVIEW_OF_ENDLESS_S : info.durationS();
    double stepMs = length * 1000 / timeScale.getValue() / info.preview().size();
    long now = System.currentTimeMillis();
    List<LineChart.Row> rows = new ArrayList<>();
    for (int i = 0; i < info.preview().size(); i++) {
      double rate = info.preview().get(i) * rateScale.getValue();
      rows.add(new LineChart.Row(now + Math.round(i * stepMs), List.of(rate)));
    }
    preview.start(
        new LineChart.Setup(
            "Rate of " + info.name(), "/s", 0, List.of(info.name()), Map.of(), false),
        rows,
        Duration.ZERO);
  }

  private static Div panel(com.vaadin.flow.component.Component... content) {
    Div panel = new Div(content);
    panel.addClassName("libra-panel");
    return panel;
  }

  private static NumberField number(String label, Integer value) {
    NumberField field = new NumberField(label);
    field.setMin(0.001);
    field.setStep(0.001);
    field.setValue(value == null ? null : value.doubleValue());
    return field;
  }
}
