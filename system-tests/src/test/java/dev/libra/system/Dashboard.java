package dev.libra.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The dashboard in a real Chromium. */
final class Dashboard implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final double PATIENCE_MS = 30_000;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser;
  private final BrowserContext context;
  private final Page page;
  private final Path screenshots = Path.of("target", "screenshots");

  Dashboard(String url, int width, ColorScheme scheme) {
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    context =
        browser.newContext(
            new NewContextOptions()
                .setBaseURL(url)
                .setViewportSize(width, 900)
                .setColorScheme(scheme));
    context.setDefaultTimeout(PATIENCE_MS);
    // What is asserted is waited for as long as what is clicked: a run needs a while to stop.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    page = context.newPage();
    page.navigate("/");
  }

  Page page() {
    return page;
  }

  void logIn(String password) {
    page.locator("input[name=username]").fill("admin");
    page.locator("input[name=password]").fill(password);
    page.locator("vaadin-login-form vaadin-button").first().click();
  }

  void open(String view) {
    page.locator("nav a", new Page.LocatorOptions().setHasText(view)).click();
  }

  /** The cell of a service's row in the live table. */
  Locator cell(String service, int column) {
    return page.locator(".libra-table tbody tr", new Page.LocatorOptions().setHasText(service))
        .locator("td")
        .nth(column);
  }

  void assertShows(String text) {
    assertThat(page.getByText(text).first()).isVisible();
  }

  /** Whether the page can be scrolled sideways. */
  boolean overflows() {
    return (Boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  void screenshot(String name) {
    // Dialogs fade in: half-way there nothing can be read.
    page.waitForFunction(
        "document.getAnimations().every(a => a.playState !== 'running'"
            + " || a.effect.getComputedTiming().iterations === Infinity)");
    page.screenshot(new ScreenshotOptions().setPath(screenshots.resolve(name + ".png")));
  }

  @Override
  public void close() {
    context.close();
    browser.close();
    playwright.close();
  }
}
