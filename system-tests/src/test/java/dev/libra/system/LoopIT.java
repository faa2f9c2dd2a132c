package dev.libra.system;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.libra.system.Installation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** The whole loop, live, as a user runs it. One installation serves all tests, in order. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class LoopIT {
  private static final Set<String> SERVICES = Set.of("auth", "search", "recommendation", "payment");
  private static final double ALLOWED_FAILED_SHARE = 0.001;

  /** The HPA as shipped waits 300 s before it scales down; the rule is the same in 20 s. */
  private static final Map<String, String> QUICK_HPA =
      Map.of(
          "LIBRA_POLICY_HPA_SYNC_S", "5",
          "LIBRA_POLICY_HPA_METRIC_WINDOW_S", "6",
          "LIBRA_POLICY_HPA_UP_PERIOD_S", "5",
          "LIBRA_POLICY_HPA_DOWN_STABILIZATION_S", "20");

  private Installation libra;
  private Path work;

  @BeforeAll
  void up() throws IOException {
    work = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "loop-");
    libra = new Installation(work.resolve("home"), QUICK_HPA);
    Result up = libra.libra("up", "--detach", "--no-traffic");
    assertThat(up.exitCode()).as(up.output()).isZero();
  }

  @AfterAll
  void down() {
    libra.libra("down");
  }

  @Test
  @Order(1)
  void everyServiceAndEveryProcessIsUp() {
    JsonNode status = libra.status();
    Set<String> names = new TreeSet<>();
    status.path("services").forEach(s -> names.add(s.path("name").asText()));
    assertThat(names).containsExactlyInAnyOrderElementsOf(SERVICES);
    status.path("services").forEach(s -> assertThat(s.path("ready").asInt()).isEqualTo(1));
    assertThat(libra.pids())
        .containsKeys("store", "control", "gateway", "traffic", "auth-1", "search-1");
  }

  @Test
  @Order(2)
  void aSpikeScalesSearchUpAndDownAgainWithoutLosingRequests() throws IOException {
    Path out = work.resolve("spike");
    Process replay =
        libra.launch(
            "replay",
            "--scenario",
            "spike",
            "--service",
            "search",
            "--duration",
            "170s",
            "--out",
            out.toString());
    await().atMost(3, MINUTES).until(() -> libra.ready("search") >= 3);
    Result result = libra.await(replay);
    assertThat(result.exitCode()).as(result.output()).isZero();
    await().atMost(3, MINUTES).until(() -> settledAt("search", 1));
    JsonNode summary = Installation.json(Files.readString(out.resolve("summary.json")));
    assertThat(summary.path("failedShare").asDouble())
        .as(summary.toString())
        .isLessThanOrEqualTo(ALLOWED_FAILED_SHARE);
    assertThat(summary.path("achievedShare").asDouble()).isGreaterThanOrEqualTo(0.99);
    assertThat(changesOf("search")).anyMatch(d -> applied(d) > before(d));
    assertThat(changesOf("search")).anyMatch(d -> applied(d) < before(d));
  }

  @Test
  @Order(3)
  void theDashboardLetsNobodyInWithoutThePassword() {
    try (Dashboard dashboard = new Dashboard(libra.dashboard(), 1280, ColorScheme.LIGHT)) {
      dashboard.logIn("wrong");
      dashboard.assertShows("Wrong name or password");
      dashboard.page().navigate("/decisions");
      dashboard.page().locator("vaadin-login-form").waitFor();
      assertThat(dashboard.page().locator(".libra-table").count()).isZero();
    }
  }

  @Test
  @Order(4)
  void theDashboardShowsServicesDecisionsAndTraffic() {
    try (Dashboard dashboard = new Dashboard(libra.dashboard(), 1280, ColorScheme.LIGHT)) {
      dashboard.logIn(libra.adminPassword());
      for (String service : SERVICES) {
        PlaywrightAssertions.assertThat(dashboard.cell(service, 2)).hasText("1");
      }
      PlaywrightAssertions.assertThat(dashboard.page().locator("libra-chart canvas")).hasCount(6);
      dashboard.screenshot("overview-1280-light");
      dashboard.open("Decisions");
      Locator up =
          dashboard.page().getByText(Pattern.compile("hpa scaled search 1 → [2-6]: CPU .*"));
      up.first().click();
      dashboard.assertShows("Guard rail bounds");
      dashboard.assertShows("readyReplicas");
      dashboard.screenshot("decision-1280-light");
      dashboard.page().getByText("Close").click();
      dashboard.open("Traffic");
      dashboard.page().getByText("Start", new Page.GetByTextOptions().setExact(true)).click();
      Locator stop = dashboard.page().getByText("Stop", new Page.GetByTextOptions().setExact(true));
      await().atMost(30, SECONDS).until(() -> libra.rate("search") > 0);
      dashboard.screenshot("traffic-1280-light");
      stop.first().click();
      dashboard.assertShows("stopped");
    }
  }

  @Test
  @Order(5)
  void theDashboardFitsAPhoneInTheDark() {
    try (Dashboard dashboard = new Dashboard(libra.dashboard(), 390, ColorScheme.DARK)) {
      dashboard.logIn(libra.adminPassword());
      PlaywrightAssertions.assertThat(dashboard.cell("search", 0)).hasText("search");
      assertThat(dashboard.page().locator("html").getAttribute("theme")).isEqualTo("dark");
      assertThat(dashboard.overflows()).isFalse();
      dashboard.screenshot("overview-390-dark");
      for (String view : List.of("Decisions", "Traffic")) {
        dashboard.open(view);
        dashboard.page().locator("vaadin-grid").waitFor();
        assertThat(dashboard.overflows()).as(view).isFalse();
        dashboard.screenshot(view.toLowerCase(Locale.ROOT) + "-390-dark");
      }
    }
  }

  @Test
  @Order(6)
  void aKilledReplicaIsReplacedUnderLoad() throws IOException {
    Path out = work.resolve("killed-replica");
    Process replay = steadySearch(out, "60s");
    String victim = replicasOf("search").iterator().next();
    ProcessHandle.of(libra.pids().get(victim)).orElseThrow().destroyForcibly();
    await().atMost(1, MINUTES).until(() -> !libra.pids().containsKey(victim));
    await().atMost(1, MINUTES).until(() -> libra.ready("search") >= 1);
    assertServed(libra.await(replay), out);
  }

  @Test
  @Order(7)
  void theGatewayServesOnWithoutControlWhichAdoptsWhatRunsLater() throws IOException {
    Path out = work.resolve("killed-control");
    await().atMost(3, MINUTES).until(() -> SERVICES.stream().allMatch(s -> settledAt(s, 1)));
    Process replay = steadySearch(out, "90s");
    Map<String, Long> before = libra.pids();
    ProcessHandle control = ProcessHandle.of(before.get("control")).orElseThrow();
    control.destroyForcibly();
    await().atMost(10, SECONDS).until(() -> !control.isAlive());
    await()
        .during(10, SECONDS)
        .atMost(12, SECONDS)
        .until(() -> libra.gatewayStatus("/auth/jwks") == 200);
    Result up = libra.libra("up", "--detach", "--no-traffic");
    assertThat(up.exitCode()).as(up.output()).isZero();
    before.remove("control");
    assertThat(libra.pids()).containsAllEntriesOf(before);
    assertThat(libra.ready("search")).isPositive();
    assertServed(libra.await(replay), out);
  }

  @Test
  @Order(8)
  void downLeavesNoProcessAndUpFindsItsData() {
    long decisions = changesOf("search").size();
    Result down = libra.libra("down");
    assertThat(down.exitCode()).as(down.output()).isZero();
    assertThat(libra.processes()).isEmpty();
    Result up = libra.libra("up", "--detach", "--no-traffic");
    assertThat(up.exitCode()).as(up.output()).isZero();
    assertThat(changesOf("search")).hasSizeGreaterThanOrEqualTo((int) decisions);
    assertThat(decisions).isPositive();
  }

  private Process steadySearch(Path out, String duration) {
    Process replay =
        libra.launch(
            "replay",
            "--scenario",
            "constant",
            "--service",
            "search",
            "--rate-scale",
            "0.5",
            "--duration",
            duration,
            "--out",
            out.toString());
    await().atMost(30, SECONDS).until(() -> libra.rate("search") > 1);
    return replay;
  }

  private static void assertServed(Result replay, Path out) throws IOException {
    assertThat(replay.exitCode()).as(replay.output()).isZero();
    JsonNode summary = Installation.json(Files.readString(out.resolve("summary.json")));
    assertThat(summary.path("failedShare").asDouble())
        .as(summary.toString())
        .isLessThanOrEqualTo(ALLOWED_FAILED_SHARE);
  }

  private boolean settledAt(String service, int replicas) {
    return libra
        .service(service)
        .map(
            s ->
                s.path("ready").asInt() == replicas
                    && s.path("starting").asInt() == 0
                    && s.path("draining").asInt() == 0)
        .orElse(false);
  }

  private Set<String> replicasOf(String service) {
    Set<String> names = new TreeSet<>(libra.pids().keySet());
    names.removeIf(name -> !name.startsWith(service + "-"));
    return names;
  }

  private List<JsonNode> changesOf(String service) {
    JsonNode decisions =
        libra.get("/api/decisions?service=" + service + "&changes=true&limit=1000").orElseThrow();
    return StreamSupport.stream(decisions.spliterator(), false).toList();
  }

  private static int before(JsonNode decision) {
    return decision.path("before").asInt();
  }

  private static int applied(JsonNode decision) {
    return decision.path("applied").asInt();
  }
}
