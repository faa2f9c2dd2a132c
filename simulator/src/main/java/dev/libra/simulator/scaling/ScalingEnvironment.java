package dev.libra.simulator.scaling;

import dev.libra.environment.ActionSpace;
import dev.libra.environment.Environment;
import dev.libra.environment.ObservationSpace;
import dev.libra.environment.ObservationSpace.Feature;
import dev.libra.environment.SeededRandom;
import dev.libra.environment.Step;
import dev.libra.fleet.Check;
import dev.libra.observation.Observation;
import dev.libra.observation.ObservationEncoder;
import dev.libra.simulator.twin.RunResult;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Scales one service on the twin, one decision of the live control loop per step.
 *
 * <p>An episode is a random window of a random trace on a random plant. It is never terminated,
 * only truncated: demand has no end. Its state is saved as its beginning and the actions since, and
 * restored by playing them again.
 */
public final class ScalingEnvironment implements Environment {
  private static final ObservationSpace OBSERVATIONS =
      new ObservationSpace(
          ObservationEncoder.FEATURES.stream()
              .map(f -> new Feature(f.name(), 0, f.high()))
              .toList());

  private final ScalingSettings settings;
  private final ActionSpace actionSpace;
  private final SeededRandom random = new SeededRandom(0);
  private final SeededRandom beginning = new SeededRandom(0);
  private int episodes;
  private Play play;
  private ObservationEncoder encoder = new ObservationEncoder();
  private double[] first;
  private int[] taken;
  private int steps;

  public ScalingEnvironment(ScalingSettings settings) {
    this.settings = settings;
    this.actionSpace = new ActionSpace(settings.actions().names());
    this.taken = new int[settings.steps()];
  }

  @Override
  public ObservationSpace observationSpace() {
    return OBSERVATIONS;
  }

  @Override
  public ActionSpace actionSpace() {
    return actionSpace;
  }

  @Override
  public double[] reset(long seed) {
    random.seed(seed);
    episodes = 0;
    return reset();
  }

  @Override
  public double[] reset() {
    beginning.follow(random);
    begin();
    return first.clone();
  }

  private void begin() {
    play = new Play(settings, Episode.draw(settings, episodes, random));
    double spent = play.spent();
    encoder = new ObservationEncoder(observation -> spent);
    first = encoder.values(play.observation());
    episodes++;
    steps = 0;
  }

  @Override
  public Step step(int action) {
    if (play == null || !play.running()) {
      throw new IllegalStateException("no episode is running: call reset first");
    }
    taken[steps++] = actionSpace.check(action);
    Reward reward = play.step(action, steps == settings.steps());
    return new Step(
        encoder.values(play.observation()),
        reward.total(),
        false,
        !play.running(),
        play.info(reward));
  }

  @Override
  public boolean[] actionMask() {
    Check.present("episode", play);
    Observation observation = play.observation();
    return settings
        .actions()
        .mask(observation, settings.cooldowns().beforeUp(), settings.cooldowns().beforeDown());
  }

  /** Of the load that is to come. */
  @Override
  public double[] hindsight() {
    return play == null ? new double[ComingLoad.SIZE] : play.comingLoad();
  }

  @Override
  public List<String> rewardComponents() {
    return Reward.COMPONENTS;
  }

  /** What the running or last episode has come to. */
  public RunResult result() {
    return Check.present("episode", play).result();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    random.save(out);
    beginning.save(out);
    out.writeInt(episodes);
    out.writeInt(play == null ? -1 : steps);
    for (int i = 0; play != null && i < steps; i++) {
      out.writeInt(taken[i]);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    SeededRandom after = new SeededRandom(0);
    after.restore(in);
    beginning.restore(in);
    int count = in.readInt();
    int played = in.readInt();
    play = null;
    if (played >= 0) {
      random.follow(beginning);
      episodes = count - 1;
      begin();
      for (int i = 0; i < played; i++) {
        step(in.readInt());
      }
    }
    episodes = count;
    random.follow(after);
  }
}
