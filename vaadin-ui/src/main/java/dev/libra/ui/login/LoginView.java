package dev.libra.ui.login;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;

/** The log-in page. */
@Route(value = "login", autoLayout = false)
@PageTitle("Libra – log in")
public class LoginView extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Login login;
  private final LoginForm form = new LoginForm();

  @Inject
  public LoginView(Login login) {
    this.login = login;
    addClassName("libra-login");
    form.setForgotPasswordButtonVisible(false);
    form.setI18n(texts("Wrong name or password", "'./libra up' prints the password it made."));
    form.addLoginListener(e -> attempt(e.getUsername(), e.getPassword()));
    add(form);
  }

  private void attempt(String name, String password) {
    switch (login.logIn(name, password)) {
      case WELCOME -> getUI().ifPresent(ui -> ui.getPage().setLocation("."));
      case WRONG -> form.setError(true);
      case LOCKED -> {
        form.setI18n(texts("Too many attempts", "Wait half a minute, then try again."));
        form.setError(true);
      }
    }
  }

  private static LoginI18n texts(String title, String message) {
    LoginI18n texts = LoginI18n.createDefault();
    texts.getForm().setTitle("Libra");
    texts.getErrorMessage().setTitle(title);
    texts.getErrorMessage().setMessage(message);
    return texts;
  }
}
