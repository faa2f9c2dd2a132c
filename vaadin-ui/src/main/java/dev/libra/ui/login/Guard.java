package dev.libra.ui.login;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lets nobody see any view but the log-in without having logged in. */
@ApplicationScoped
public class Guard {

  void watch(@Observes ServiceInitEvent event) {
    event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(this::check));
  }

  private void check(BeforeEnterEvent event) {
    boolean known = Login.isLoggedIn(VaadinSession.getCurrent());
    boolean toLogin = event.getNavigationTarget().equals(LoginView.class);
    if (!known && !toLogin) {
      event.rerouteTo(LoginView.class);
    }
  }
}
