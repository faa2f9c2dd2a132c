package dev.libra.ui.decisions;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.libra.control.Controller;
import dev.libra.decision.Decision;
import dev.libra.decision.DecisionLog;
import dev.libra.decision.DecisionQuery;
import dev.libra.ui.component.Format;
import dev.libra.ui.component.Live;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The decision log, newest first, live. */
@Route("decisions")
@PageTitle("Libra – decisions")
public class DecisionsView extends Div implements Live {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 200;
  private static final String ALL = "all services";

  private final transient DecisionLog log;
  private final Select<String> service = new Select<>();
  private final Checkbox onlyChanges = new Checkbox("only changes", true);
  private final Grid<Decision> grid = new Grid<>();
  private transient List<Decision> shown = List.of();

  @Inject
  public DecisionsView(Controller controller, DecisionLog log) {
    this.log = log;
    addClassName("libra-page");
    List<String> services = new ArrayList<>(List.of(ALL));
    controller.status().forEach(s -> services.add(s.service().name()));
    service.setLabel("Service");
    service.setItems(services);
    service.setValue(ALL);
    service.addValueChangeListener(e -> refresh());
    onlyChanges.addValueChangeListener(e -> refresh());
    Div form = new Div(service, onlyChanges);
    form.addClassName("libra-form");
    setUpGrid();
    add(form, grid);
    refresh();
  }

  @Override
  public void refresh() {
    String wanted = ALL.equals(service.getValue()) ? null : service.getValue();
    List<Decision> latest =
        log.query(new DecisionQuery(wanted, null, onlyChanges.getValue(), SHOWN));
    if (!latest.equals(shown)) {
      shown = latest;
      grid.setItems(latest);
    }
  }

  private void setUpGrid() {
    grid.addColumn(d -> Format.time(d.at()))
        .setHeader("Time (UTC)")
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(new ComponentRenderer<>(DecisionsView::sentence))
        .setHeader("Decision")
        .setFlexGrow(1);
    grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES);
    grid.setHeight("calc(100vh - 190px)");
    grid.getElement().setAttribute("aria-label", "Decisions, newest first");
    grid.setEmptyStateText("Nothing was decided yet that matches.");
    grid.addItemClickListener(e -> new DecisionDialog(e.getItem()).open());
  }

  private static Span sentence(Decision decision) {
    Span text = new Span(decision.sentence());
    text.addClassName("libra-sentence");
    if (decision.changed()) {
      text.getStyle().set("font-weight", "600");
    }
    return text;
  }
}
