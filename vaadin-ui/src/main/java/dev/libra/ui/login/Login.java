package dev.libra.ui.login;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** Logs people in against the server's user registry, and remembers it in their session. */
@ApplicationScoped
public class Login {
  private static final Logger LOG = System.getLogger(Login.class.getName());
  private static final String USER = Login.class.getName() + ".user";

  private final LockOut lockOut;

  @Inject
  public Login(Clock clock) {
    this.lockOut = new LockOut(clock);
  }

  /** For the container's proxy. */
  protected Login() {
    this.lockOut = null;
  }

  /** What came of an attempt. */
  public enum Result {
    WELCOME,
    WRONG,
    LOCKED
  }

  /** Tries to log in; after several wrong attempts nobody can for a while. */
  public Result logIn(String name, String password) {
    if (lockOut.isLocked()) {
      return Result.LOCKED;
    }
    HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
    try {
      request.login(name, password);
    } catch (ServletException e) {
      lockOut.failed();
      LOG.log(Level.WARNING, "A log-in failed");
      return Result.WRONG;
    }
    lockOut.succeeded();
    VaadinService.reinitializeSession(VaadinServletRequest.getCurrent());
    VaadinSession.getCurrent().setAttribute(USER, name);
    return Result.WELCOME;
  }

  static boolean isLoggedIn(VaadinSession session) {
    return session.getAttribute(USER) != null;
  }

  /** Ends the session and shows the log-in. */
  public static void logOut() {
    UI.getCurrent().getPage().setLocation("login");
    try {
      VaadinServletRequest.getCurrent().getHttpServletRequest().logout();
    } catch (ServletException e) {
      LOG.log(Level.WARNING, "The server kept its own mark of a log-in", e);
    }
    VaadinSession.getCurrent().getSession().invalidate();
  }
}
