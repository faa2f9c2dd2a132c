package dev.libra.ui;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.Theme;

/** What every page has in common: theme, viewport and the light or dark of the system. */
@Theme("libra")
@Viewport("width=device-width, initial-scale=1")
public class Shell implements AppShellConfigurator {
  private static final long serialVersionUID = 1L;

  /** Before the first paint, so that a dark page never flashes white. */
  private static final String THEME_SCRIPT =
      "const t=localStorage.getItem('libra-theme')??(matchMedia('(prefers-color-scheme: dark)')"
          + ".matches?'dark':'');document.documentElement.setAttribute('theme',t);";

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setPageTitle("Libra");
    settings.addInlineWithContents(
        com.vaadin.flow.component.page.Inline.Position.PREPEND,
        THEME_SCRIPT,
        com.vaadin.flow.component.page.Inline.Wrapping.JAVASCRIPT);
  }
}
