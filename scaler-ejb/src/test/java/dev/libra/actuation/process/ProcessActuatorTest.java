package dev.libra.actuation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.libra.fleet.LiveFleet;
import dev.libra.fleet.Replica;
import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.ServiceSpec;
import dev.libra.process.LibraHome;
import dev.libra.process.MarkedProcess;
import dev.libra.process.Ports;
import dev.libra.process.ProcessRecord;
import dev.libra.process.ProcessRegistry;
import dev.libra.process.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The actuator with real processes that are quick to start. */
class ProcessActuatorTest {
  private static final ServiceSpec SEARCH = new ServiceSpec("search", 1, 4, 300, 8, 60, 0.25, 0.05);
  private static final ServiceSpec AUTH = new ServiceSpec("auth", 1, 2, 300, 8, 60, 0.25, 0.05);

  @TempDir Path directory;
  private LibraHome home;
  private ProcessRegistry registry;
  private HeartbeatInbox inbox;
  private QuickReplicas launcher;
  private LiveFleet fleet;
  private ProcessActuator actuator;

  @BeforeEach
  void open() throws IOException {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    home = new LibraHome(directory);
    registry = new ProcessRegistry(home);
    inbox = new HeartbeatInbox();
    launcher = new QuickReplicas(home, inbox.port());
    startControl();
  }

  @AfterEach
  void close() throws InterruptedException {
    actuator.close();
    for (MarkedProcess left : MarkedProcess.of(home)) {
      Processes.stop(left.record(), Duration.ofSeconds(5));
    }
    inbox.close();
    Awaitility.reset();
  }

  @Test
  void startsTheMinimumAndScalesUp() {
    awaitReady("search", 1);
    actuator.scale("search", 3);
    awaitReady("search", 3);
    assertThat(registry.live()).extracting(ProcessRecord::service).contains("search", "auth");
    assertThat(ids("search")).containsExactlyInAnyOrder("search-1", "search-2", "search-3");
  }

  @Test
  void refusesCountsOutsideTheBoundsAndUnknownServices() {
    assertThatThrownBy(() -> actuator.scale("search", 5)).hasMessageContaining("1 to 4");
    assertThatThrownBy(() -> actuator.scale("nothing", 1)).hasMessageContaining("search");
  }

  @Test
  void drainsTheLeastBusyReplicaUntilItIsIdle() throws Exception {
    actuator.scale("search", 2);
    awaitReady("search", 2);
    report("search-1", 1);
    report("search-2", 3);
    actuator.scale("search", 1);
    await().until(() -> stateOf("search-1") == ReplicaState.DRAINING);
    assertThat(registry.read("search-1")).get().extracting(ProcessRecord::draining).isEqualTo(true);
    report("search-1", 0);
    await().until(() -> ids("search").equals(Set.of("search-2")));
    assertThat(registry.read("search-1")).isEmpty();
  }

  @Test
  void waitsUntilTheGatewayHasTakenTheReplicaOutOfRotation() throws Exception {
    fleet.acknowledge("gateway-1", 1);
    actuator.scale("search", 2);
    awaitReady("search", 2);
    report("search-1", 1);
    actuator.scale("search", 1);
    await().until(() -> stateOf("search-2") == ReplicaState.DRAINING);
    long version = fleet.current().orElseThrow().version();
    // Long enough for the drain to have ended, had the gateway not been waited for.
    await()
        .during(Duration.ofSeconds(4))
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              fleet.acknowledge("gateway-1", 1);
              return ids("search").contains("search-2");
            });
    await()
        .until(
            () -> {
              fleet.acknowledge("gateway-1", version);
              return !ids("search").contains("search-2");
            });
  }

  @Test
  void replacesAReplicaThatDied() throws Exception {
    awaitReady("search", 1);
    ProcessRecord first = registry.read("search-1").orElseThrow();
    Processes.kill(first);
    await().until(() -> !Processes.isAlive(first));
    await().until(() -> stateOf("search-2") == ReplicaState.READY);
    assertThat(ids("search")).containsExactly("search-2");
  }

  @Test
  void replacesAReplicaThatFellSilent() throws Exception {
    awaitReady("search", 1);
    awaitReady("auth", 1);
    ProcessRecord first = registry.read("search-1").orElseThrow();
    tell("search-1", "silent");
    await().until(() -> ids("search").equals(Set.of("search-2")));
    assertThat(Processes.isAlive(first)).isFalse();
  }

  @Test
  void retriesLessAndLessOftenWhenReplicasCannotStart() throws Exception {
    awaitReady("search", 1);
    launcher.crashFromNowOn(true);
    int before = launcher.launches();
    actuator.scale("search", 2);
    await().until(() -> launcher.launches() >= before + 3);
    assertThat(Files.list(home.logs()).toList()).hasSizeLessThan(10);
    launcher.crashFromNowOn(false);
    awaitReady("search", 2);
  }

  @Test
  void adoptsWhatRunsAfterARestart() throws Exception {
    actuator.scale("search", 2);
    awaitReady("search", 2);
    awaitReady("auth", 1);
    Set<Long> before = pids();
    actuator.close();
    registry.remove("search-1");
    Processes.kill(registry.read("auth-1").orElseThrow());
    Files.writeString(home.run().resolve("search-2.json"), "{");
    startControl();
    assertThat(actuator.desired("search")).isEqualTo(2);
    awaitReady("search", 2);
    awaitReady("auth", 1);
    assertThat(ids("search")).containsExactlyInAnyOrder("search-1", "search-2");
    assertThat(pids().stream().filter(before::contains)).hasSize(2);
    assertThat(registry.read("search-1")).isPresent();
  }

  @Test
  void goesOnDrainingAfterARestart() throws Exception {
    actuator.scale("search", 2);
    awaitReady("search", 2);
    report("search-1", 1);
    report("search-2", 2);
    actuator.scale("search", 1);
    await().until(() -> stateOf("search-1") == ReplicaState.DRAINING);
    await().until(() -> registry.read("search-1").orElseThrow().draining());
    actuator.close();
    startControl();
    assertThat(stateOf("search-1")).isEqualTo(ReplicaState.DRAINING);
    assertThat(actuator.desired("search")).isEqualTo(1);
    report("search-1", 0);
    await().until(() -> ids("search").equals(Set.of("search-2")));
  }

  @Test
  void neverTouchesAProcessThatOnlyHasAReusedPid() throws Exception {
    awaitReady("auth", 1);
    actuator.close();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      registry.write(
          new ProcessRecord(
              "search-3",
              "replica",
              "search",
              stranger.pid(),
              stranger.info().startInstant().orElseThrow(),
              9203,
              false));
      startControl();
      assertThat(registry.read("search-3")).isEmpty();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  private void startControl() {
    Clock clock = Clock.systemUTC();
    fleet = new LiveFleet(clock, Duration.ofSeconds(10), Duration.ofSeconds(10));
    inbox.deliverTo(fleet);
    ActuatorSettings settings =
        new ActuatorSettings(
            new Ports(18_700, 18_799),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5),
            // Not less, or a busy machine makes living replicas seem silent.
            Duration.ofSeconds(5),
            2,
            Duration.ofMillis(50));
    actuator =
        ProcessActuation.actuator(List.of(SEARCH, AUTH), settings, home, launcher, fleet, clock);
  }

  private void awaitReady(String service, int count) {
    await()
        .until(
            () ->
                actuator.replicas(service).stream().filter(r -> r.is(ReplicaState.READY)).count()
                    == count);
  }

  private ReplicaState stateOf(String id) {
    return fleet.replica(id).map(Replica::state).orElse(null);
  }

  private Set<String> ids(String service) {
    return actuator.replicas(service).stream().map(Replica::id).collect(Collectors.toSet());
  }

  private Set<Long> pids() {
    return registry.live().stream().map(ProcessRecord::pid).collect(Collectors.toSet());
  }

  private void report(String id, int inFlight) throws Exception {
    tell(id, "in-flight/" + inFlight);
    await().until(() -> fleet.replica(id).map(Replica::inFlight).orElse(-1) == inFlight);
  }

  private void tell(String id, String what) throws Exception {
    URI url = fleet.replica(id).orElseThrow().url().resolve("/" + what);
    HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding());
  }
}
