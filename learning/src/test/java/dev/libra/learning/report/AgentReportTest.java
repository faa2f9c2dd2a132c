package dev.libra.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentReportTest {
  private static final String RESULTS =
      """
      task,agent,env,seed,steps,stepsPerSecond,meanReturn,stdReturn,bar
      ppo-cartpole,ppo,cartpole,1,100000,6000,500,0,495
      ppo-cartpole,ppo,cartpole,2,100000,7000,500,0,495
      ppo-cartpole,ppo,cartpole,3,100000,5000,500,0,495
      ppo-cartpole,ppo,cartpole,4,100000,6500,300.5,20,495
      dqn-acrobot,dqn,acrobot,1,100000,900,-90,1,-80
      memoryless,ppo,cartpole-hidden,1,50000,900,60,1,
      """;
  private static final String CURVES =
      """
      task,seed,step,meanReturn
      ppo-cartpole,1,100,20
      ppo-cartpole,1,100000,500
      ppo-cartpole,2,200,30
      ppo-cartpole,2,90000,480
      dqn-acrobot,1,100,-500
      """;

  @TempDir Path directory;
  private Path results;
  private Path curves;

  @BeforeEach
  void prepare() throws IOException {
    results = Files.writeString(directory.resolve("results.csv"), RESULTS);
    curves = Files.writeString(directory.resolve("curves.csv"), CURVES);
  }

  @Test
  void saysPlainlyWhichBarsAreReached() throws IOException {
    assertThat(page())
        .startsWith("# Agents\n\nMade by hand.\n\n| task |")
        .contains(
            "| ppo-cartpole | ppo | cartpole | 100000 | 4 | ≥ 495 | 500.00 [300.50, 500.00] |"
                + " 450.13 | 300.50 (seed 4) | 6250 | yes |\n")
        .contains(
            "| dqn-acrobot | dqn | acrobot | 100000 | 1 | ≥ -80 | -90.00 [-90.00, -90.00] |"
                + " -90.00 | -90.00 (seed 1) | 900 | **no** |\n")
        .contains("| 900 | no bar |\n");
    assertThat(new AgentReport(results, curves).reached()).isFalse();
  }

  @Test
  void showsAPicturePerTask() throws IOException {
    assertThat(page())
        .contains("![Learning curve of ppo-cartpole](agents/ppo-cartpole.svg)")
        .contains("### memoryless\nNo curve was recorded.");
    assertThat(directory.resolve("out/agents/ppo-cartpole.svg"))
        .content()
        .contains("bar 495", "interquartile mean of 2 seeds");
    assertThat(directory.resolve("out/agents/dqn-acrobot.svg")).exists();
    assertThat(directory.resolve("out/agents/memoryless.svg")).doesNotExist();
  }

  @Test
  void theSameFiguresGiveTheSamePage() throws IOException {
    assertThat(page()).isEqualTo(page());
  }

  @Test
  void namesFileAndLineOfABadResult() {
    refusedResults(
        "1,100000,900,-90,1,-80",
        "1,100000,900,x,1,-80",
        "results.csv line 6: meanReturn must be a number, was: x");
    refusedResults(
        "1,100000,900,-90,1,-80",
        "1,100000,900,NaN,1,-80",
        "results.csv line 6: meanReturn must be between");
    refusedResults(
        "1,100000,900,-90,1,-80",
        "1,900,-90,1,-80",
        "results.csv line 6: must have 9 values, had: 8");
    refusedResults("dqn-acrobot", "../evil", "results.csv line 6: task must match");
    refusedResults("stdReturn,bar", "bar,stdReturn", "results.csv line 1: must be task,agent,env,");
  }

  @Test
  void refusesSeedsThatDoNotBelongTogether() {
    refusedResults("cartpole,2,100000", "cartpole,1,100000", "task ppo-cartpole has seed 1 twice");
    refusedResults("cartpole,2,100000", "cartpole,2,99999", "seed 2 differs");
  }

  @Test
  void namesFileAndLineOfABadCurve() throws IOException {
    Files.writeString(curves, CURVES.replace("200,30", "2e2,30"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AgentReport(results, curves))
        .withMessageContaining("curves.csv line 4: step must be a whole number, was: 2e2");
  }

  @Test
  void refusesACurveWithoutAResult() throws IOException {
    Files.writeString(curves, CURVES.replace("dqn-acrobot", "dqn-other"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AgentReport(results, curves))
        .withMessageStartingWith("task dqn-other of ");
  }

  private void refusedResults(String old, String changed, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new AgentReport(Files.writeString(results, RESULTS.replace(old, changed)), curves))
        .withMessageContaining(problem);
  }

  private String page() throws IOException {
    Path out = directory.resolve("out");
    new AgentReport(results, curves).write(out, "# Agents\n\nMade by hand.\n");
    return Files.readString(out.resolve("agents.md"));
  }
}
