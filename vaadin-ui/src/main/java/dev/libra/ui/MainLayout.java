package dev.libra.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLink;
import dev.libra.ui.component.Live;
import dev.libra.ui.decisions.DecisionsView;
import dev.libra.ui.login.Login;
import dev.libra.ui.overview.OverviewView;
import dev.libra.ui.scenarios.TrafficView;

/** The frame of all views: navigation, light or dark, log-out; it also sets the pulse. */
@Layout
public class MainLayout extends AppLayout {
  private static final long serialVersionUID = 1L;
  private static final int TICK_MS = 2000;
  private static final String TOGGLE =
      "const e=document.documentElement;const t=e.getAttribute('theme')==='dark'?'':'dark';"
          + "e.setAttribute('theme',t);localStorage.setItem('libra-theme',t);";

  public MainLayout() {
    Span brand = new Span("Libra");
    brand.addClassName("libra-brand");
    Nav nav =
        new Nav(
            new RouterLink("Overview", OverviewView.class),
            new RouterLink("Decisions", DecisionsView.class),
            new RouterLink("Traffic", TrafficView.class));
    nav.addClassName("libra-nav");
    Button theme = icon(VaadinIcon.ADJUST, "Light or dark", () -> getElement().executeJs(TOGGLE));
    Button logOut = icon(VaadinIcon.SIGN_OUT, "Log out", Login::logOut);
    addToNavbar(brand, nav, theme, logOut);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    event.getUI().setPollInterval(TICK_MS);
    event.getUI().addPollListener(e -> refresh());
  }

  private void refresh() {
    if (getContent() instanceof Live view) {
      view.refresh();
    }
  }

  private static Button icon(VaadinIcon icon, String name, Runnable action) {
    Button button = new Button(icon.create(), e -> action.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    button.setAriaLabel(name);
    button.setTooltipText(name);
    return button;
  }
}
