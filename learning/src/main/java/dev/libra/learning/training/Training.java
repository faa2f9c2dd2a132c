package dev.libra.learning.training;

import dev.libra.environment.SeededRandom;
import dev.libra.learning.agent.Agent;
import dev.libra.learning.agent.AgentContext;
import dev.libra.learning.agent.Update;
import dev.libra.learning.result.Evaluation;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Trains an agent by a plan. It can be stopped between two updates, saved, and resumed from the
 * saved state with the same bits as if it had not stopped. Not thread-safe.
 */
public final class Training {
  private static final String FORMAT = "libra-training-1";

  private final TrainingPlan plan;
  private final LongSupplier nanoTime;
  private final Agent agent;
  private final RecentEpisodes episodes = new RecentEpisodes();
  private final long evaluationSeed;
  private Map<String, Double> metrics = Map.of();
  private long step;
  private long stepsHere;
  private long nanosHere;

  public Training(TrainingPlan plan) {
    this(plan, System::nanoTime);
  }

  /**
   * @param nanoTime by which steps per second are measured
   */
  public Training(TrainingPlan plan, LongSupplier nanoTime) {
    this.plan = plan;
    this.nanoTime = nanoTime;
    SeededRandom seeds = new SeededRandom(plan.seed());
    this.agent =
        plan.settings().agent(new AgentContext(plan::environment, seeds.nextLong(), plan.steps()));
    this.evaluationSeed = seeds.nextLong();
  }

  /**
   * Goes on to the plan's last step, or until told to stop.
   *
   * @param listener hears of the progress
   * @param reportInterval steps between two reports, at least
   * @param stop asked between two updates
   * @throws dev.libra.learning.network.DivergedException if a loss or gradient is not finite: the
   *     agent is of no more use, the last saved state is
   */
  public void run(TrainingListener listener, long reportInterval, BooleanSupplier stop) {
    long nextReport = step + reportInterval;
    while (!finished() && !stop.getAsBoolean()) {
      long before = nanoTime.getAsLong();
      Update update = agent.update(plan.steps() - step);
      nanosHere += nanoTime.getAsLong() - before;
      step += update.steps();
      stepsHere += update.steps();
      episodes.add(update.episodes());
      metrics = update.metrics().isEmpty() ? metrics : update.metrics();
      if (step >= nextReport || finished()) {
        listener.progressed(progress());
        nextReport = step + reportInterval;
      }
    }
  }

  /** Goes on to the plan's last step without telling anyone. */
  public Training run() {
    run(progress -> {}, Long.MAX_VALUE / 2, () -> false);
    return this;
  }

  public boolean finished() {
    return step >= plan.steps();
  }

  public long step() {
    return step;
  }

  public TrainingPlan plan() {
    return plan;
  }

  /** The agent as it stands; its network and normalisation make up the policy. */
  public Agent agent() {
    return agent;
  }

  public TrainingProgress progress() {
    return new TrainingProgress(
        step,
        plan.steps(),
        nanosHere == 0 ? 0 : stepsHere * 1e9 / nanosHere,
        episodes.count(),
        episodes.meanReturn(),
        episodes.meanLength(),
        metrics);
  }

  /** Plays episodes without exploring, on the same seeds each time, apart from the training's. */
  public Evaluation evaluate(int count) {
    return new Evaluator(plan::evaluation, evaluationSeed).evaluate(agent, count);
  }

  /** Writes the whole state of the training. */
  public void save(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
    out.writeUTF(FORMAT);
    out.writeUTF(plan.fingerprint());
    out.writeLong(step);
    episodes.save(out);
    agent.save(out);
    out.flush();
  }

  /**
   * Goes on from a state that a training with the same plan has saved.
   *
   * @throws IOException if it can't be read or is of another plan; this training is then of no use
   */
  public void restore(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    expect("format", FORMAT, in.readUTF());
    expect("plan", plan.fingerprint(), in.readUTF());
    step = in.readLong();
    episodes.restore(in);
    agent.restore(in);
  }

  private static void expect(String what, String wanted, String found) throws IOException {
    if (!wanted.equals(found)) {
      throw new IOException(
          "the saved training is of another " + what + ": " + found + " instead of " + wanted);
    }
  }
}
