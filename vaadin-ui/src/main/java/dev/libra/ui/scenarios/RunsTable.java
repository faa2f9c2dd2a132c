package dev.libra.ui.scenarios;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.libra.load.RunStatus;
import dev.libra.load.RunStatus.State;
import dev.libra.ui.component.Format;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The runs with their live figures. */
final class RunsTable extends Grid<RunStatus> {
  private static final long serialVersionUID = 1L;

  RunsTable(Consumer<String> stop) {
    addThemeVariants(GridVariant.LUMO_COMPACT);
    setAllRowsVisible(true);
    getElement().setAttribute("aria-label", "Runs");
    setEmptyStateText("No run yet.");
    column("Scenario", r -> r.scenario() + (r.service() == null ? "" : " on " + r.service()));
    addColumn(new ComponentRenderer<>(run -> state(run, stop)))
        .setHeader("State")
        .setAutoWidth(true);
    column("Started (UTC)", r -> Format.time(r.startedAt()));
    column("Elapsed", r -> elapsed(r));
    column("Rate", r -> Format.rate(r.achievedRps()) + " of " + Format.rate(r.intendedRps()));
    column("P95", r -> Format.ms(r.p95Ms()));
    column("P99", r -> Format.ms(r.p99Ms()));
    column("Failed", r -> String.format(Locale.ROOT, "%.3f %%", r.failedShare() * 100));
  }

  void show(List<RunStatus> runs) {
    setItems(runs);
  }

  private void column(String heading, com.vaadin.flow.function.ValueProvider<RunStatus, ?> text) {
    addColumn(text).setHeader(heading).setAutoWidth(true);
  }

  private static com.vaadin.flow.component.Component state(RunStatus run, Consumer<String> stop) {
    if (run.state() != State.RUNNING) {
      return new Span(run.state().name().toLowerCase(Locale.ROOT));
    }
    Button button = new Button("Stop", e -> stop.accept(run.id()));
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
    button.setAriaLabel("Stop " + run.scenario());
    return button;
  }

  private static String elapsed(RunStatus run) {
    String length = run.durationS() == 0 ? "∞" : Format.number(Math.round(run.durationS())) + " s";
    return Math.round(run.elapsedS()) + " of " + length;
  }
}
