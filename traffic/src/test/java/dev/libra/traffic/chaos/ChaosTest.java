package dev.libra.traffic.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.libra.process.LibraHome;
import dev.libra.process.ProcessRecord;
import dev.libra.process.ProcessRegistry;
import dev.libra.traffic.chaos.ChaosAction.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaosTest {
  @TempDir Path home;
  private Process process;

  @BeforeEach
  void start() throws IOException {
    process = new ProcessBuilder("sleep", "100").start();
    new ProcessRegistry(new LibraHome(home))
        .write(
            new ProcessRecord(
                "search-1",
                "replica",
                "search",
                process.pid(),
                process.info().startInstant().orElseThrow(),
                9201,
                false));
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void readsActionsInOrderOfTime() {
    ChaosPlan plan =
        ChaosPlan.parse("pause:search@1m/10s, kill:search-1@30s # first\nfail:auth@90/5s=0.5");
    assertThat(plan.actions())
        .containsExactly(
            new ChaosAction(Kind.KILL, "search-1", 30, 0, 0),
            new ChaosAction(Kind.PAUSE, "search", 60, 10, 0),
            new ChaosAction(Kind.FAIL, "auth", 90, 5, 0.5));
    assertThat(ChaosAction.parse("slow:payment@1s/2s=1.5s").value()).isEqualTo(1500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kill|must look like",
        "explode:search@1s|must begin with one of",
        "pause:search@1s|duration of pause",
        "fail:search@1s/1s=2|value of fail",
        "cut:search@1s/1s|cut goes with store",
        "kill:store@1s|cut goes with store"
      })
  void saysWhatIsWrong(String action, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChaosPlan.parse(action))
        .withMessageContaining(message);
  }

  @Test
  void aPausedProcessGoesOnWhenTheRunEnds() {
    try (ChaosRun run = run("pause:search@0s/100s")) {
      run.start();
      await().until(() -> state() == 'T');
    }
    await().until(() -> state() == 'S');
  }

  @Test
  void killsAReplica() throws InterruptedException {
    try (ChaosRun run = run("kill:search@0s")) {
      run.start();
      assertThat(process.waitFor()).isEqualTo(137);
    }
  }

  @Test
  void ordersEndWithTheRun() {
    Path orders = home.resolve("chaos/search-1.properties");
    try (ChaosRun run = run("slow:search@0s/100s=300ms")) {
      run.start();
      await().until(() -> !run.disturbances().isEmpty());
      assertThat(orders).content().contains("slow-ms=300\n", "until=");
    }
    assertThat(orders).doesNotExist();
  }

  @Test
  void aProcessThatTheRecordDoesNotMeanIsLeftAlone() throws IOException {
    ProcessRegistry registry = new ProcessRegistry(new LibraHome(home));
    ProcessRecord record = registry.read("search-1").orElseThrow();
    registry.write(
        new ProcessRecord(
            "search-1",
            "replica",
            "search",
            process.pid(),
            record.startedAt().minusSeconds(1000),
            9201,
            false));
    try (ChaosRun run = run("kill:search@0s")) {
      run.start();
      await().until(() -> !run.disturbances().isEmpty());
      assertThat(run.disturbances().get(0).sentence()).contains("not done: no process search");
      assertThat(process.isAlive()).isTrue();
    }
  }

  private ChaosRun run(String plan) {
    return new ChaosRun(
        ChaosPlan.parse(plan), new Installation(home, new Random(1), Clock.systemUTC()));
  }

  private char state() throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
    return stat.charAt(stat.lastIndexOf(')') + 2);
  }
}
