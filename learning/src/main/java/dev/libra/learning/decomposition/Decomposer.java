package dev.libra.learning.decomposition;

import dev.libra.environment.Environment;
import dev.libra.environment.FrameStack;
import dev.libra.environment.SeededRandom;
import dev.libra.environment.Step;
import dev.libra.fleet.Check;
import dev.libra.learning.artifact.Manifest;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.learning.inference.LearnedInference;
import dev.libra.learning.inference.Scaling;
import dev.libra.learning.training.Task;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Finds out what a finished policy can expect of its reward: it plays, and what came is learned.
 */
public final class Decomposer {
  /** Learned from is what was observed every so many steps. */
  private static final int STRIDE = 5;

  private final Task task;
  private final int episodes;

  /**
   * @param task that the policy was trained for
   * @param episodes to play, at least 2
   */
  public Decomposer(Task task, int episodes) {
    this.task = task;
    this.episodes = Check.between("episodes", episodes, 2, 1_000_000);
  }

  /**
   * The same artifact gives the same decomposition.
   *
   * @param played told after each episode how many that makes
   * @return empty if the task's reward has no components
   * @throws IllegalArgumentException if the artifact is of another task
   */
  public Optional<Decomposition> of(PolicyArtifact artifact, IntConsumer played) {
    Manifest manifest = artifact.manifest();
    if (!manifest.environment().equals(task.name())) {
      throw new IllegalArgumentException(
          "the artifact must be of " + task.name() + ", is of: " + manifest.environment());
    }
    Environment environment = new FrameStack(task.evaluations().get(), manifest.frames());
    RewardRecorder recorder = new RewardRecorder(environment.rewardComponents(), STRIDE);
    if (recorder.components().isEmpty()) {
      return Optional.empty();
    }
    LearnedInference inference = artifact.inference();
    SeededRandom seeds = new SeededRandom(manifest.provenance().seed());
    for (int episode = 0; episode < episodes; episode++) {
      play(environment, seeds.nextLong(), inference, recorder, episode);
      played.accept(episode + 1);
    }
    return Optional.of(fit(manifest, seeds.nextLong()).fit(recorder));
  }

  private static void play(
      Environment environment,
      long seed,
      LearnedInference inference,
      RewardRecorder recorder,
      int episode) {
    double[] observation = environment.reset(seed);
    float[] scores = new float[inference.actions().size()];
    boolean running = true;
    while (running) {
      int action = inference.act(observation, environment.actionMask(), scores);
      Step step = environment.step(action);
      recorder.step(episode, observation, step);
      observation = step.observation();
      running = !step.ended();
    }
  }

  private static DecompositionFit fit(Manifest manifest, long seed) {
    int inputs = manifest.layout().size() * manifest.frames();
    return new DecompositionFit(new Scaling(manifest.normaliser()), inputs, seed);
  }
}
