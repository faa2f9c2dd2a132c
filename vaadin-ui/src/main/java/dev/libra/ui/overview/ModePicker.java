package dev.libra.ui.overview;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.notification.Notification;
import dev.libra.control.Controller;
import dev.libra.control.Mode;

/**
 * Who decides about a service: the policy, its fallback rule, nobody, or the operator with a number
 * of replicas.
 */
final class ModePicker extends MenuBar {
  private static final long serialVersionUID = 1L;
  private static final int MOST_OFFERED = 10;

  private final transient Controller controller;
  private final String service;
  private final MenuItem current;

  ModePicker(String service, Controller controller) {
    this.service = service;
    this.controller = controller;
    addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_SMALL);
    current = addItem("active");
    current.setAriaLabel("Mode of " + service);
    SubMenu modes = current.getSubMenu();
    modes.addItem("active: the policy decides", e -> switchTo(Mode.active()));
    modes.addItem(
        "shadow: the fallback rule decides, the policy is logged", e -> switchTo(Mode.shadow()));
    modes.addItem("paused: nothing changes", e -> switchTo(Mode.paused()));
    SubMenu counts = modes.addItem("manual: so many replicas").getSubMenu();
    int max =
        controller.status().stream()
            .filter(s -> s.service().name().equals(service))
            .mapToInt(s -> s.service().maxReplicas())
            .findFirst()
            .orElse(1);
    for (int i = 1; i <= Math.min(max, MOST_OFFERED); i++) {
      int count = i;
      counts.addItem(Integer.toString(count), e -> switchTo(Mode.manual(count)));
    }
  }

  void show(Mode mode) {
    String label = mode.kind().label();
    current.setText(mode.kind() == Mode.Kind.MANUAL ? label + " " + mode.replicas() : label);
  }

  private void switchTo(Mode mode) {
    try {
      controller.switchMode(service, mode);
      show(mode);
    } catch (IllegalArgumentException e) {
      Notification.show(e.getMessage());
    }
  }
}
