package dev.libra.simulator.scaling;

import dev.libra.observation.LatePrice;
import dev.libra.observation.Observation;
import dev.libra.simulator.twin.RunResult;
import dev.libra.simulator.twin.TwinRun;
import dev.libra.simulator.twin.WindowScore;
import java.util.HashMap;
import java.util.Map;

/** An episode as it is played. */
final class Play {
  private final ScalingSettings settings;
  private final Episode episode;
  private final AgentPolicy policy;
  private final TwinRun run;
  private Observation observation;
  private boolean running = true;

  Play(ScalingSettings settings, Episode episode) {
    this.settings = settings;
    this.episode = episode;
    this.policy = new AgentPolicy(settings.actions());
    this.run =
        new TwinRun(
            episode.parameters(),
            episode.service(),
            episode.workload(),
            service -> policy,
            settings.cooldowns().guardrails(),
            episode.seed(),
            decision -> {});
    run.advance();
    while (run.observation() == null && run.advance()) {
      run.decide();
    }
    observation = run.observation();
  }

  Observation observation() {
    return observation;
  }

  /** Of the error budget. */
  double spent() {
    return episode.spent();
  }

  /** What the wanted replicas are going to meet. */
  double[] comingLoad() {
    return episode.comingLoad().from(run.seconds(), observation.desired());
  }

  boolean running() {
    return running;
  }

  /**
   * @param last whether the episode is cut off after this step
   */
  Reward step(int action, boolean last) {
    int before = observation.desired();
    policy.take(action);
    run.decide();
    running = run.advance() && !last;
    observation = run.observation();
    double weight = (1 + run.lastWindow().ended() / episode.meanRequests()) / 2;
    return Reward.of(
        settings.weights(),
        run.lastWindow(),
        episode.service().sloMs(),
        episode.usuallyRequired(),
        observation.desired() - before,
        weight,
        LatePrice.at(episode.spent()));
  }

  /** Figures for people and reports. */
  Map<String, Double> info(Reward reward) {
    WindowScore window = run.lastWindow();
    Map<String, Double> info = new HashMap<>(reward.components());
    info.put("p95Ms", window.p95Ms());
    info.put("sloMs", episode.service().sloMs());
    info.put("violated", window.violated() ? 1.0 : 0.0);
    info.put("failed", (double) window.failed());
    info.put("ready", (double) window.ready());
    info.put("paid", (double) window.paid());
    info.put("required", (double) window.required());
    info.put("desired", (double) observation.desired());
    return info;
  }

  RunResult result() {
    return run.result();
  }
}
