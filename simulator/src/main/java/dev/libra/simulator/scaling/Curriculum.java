package dev.libra.simulator.scaling;

import dev.libra.environment.SeededRandom;
import dev.libra.fleet.Check;
import dev.libra.simulator.trace.TraceFamily;
import java.util.List;

/**
 * Which kinds of traces come when: from easy to hard.
 *
 * @param stages in order; the last one has no end
 */
public record Curriculum(List<Stage> stages) {

  /**
   * A part of the curriculum.
   *
   * @param episodes how many episodes of one environment it lasts
   * @param families each of its episodes has one of these
   */
  public record Stage(int episodes, List<TraceFamily> families) {

    public Stage {
      Check.between("episodes", episodes, 1, Integer.MAX_VALUE);
      families = List.copyOf(families);
      Check.between("families", families.size(), 1, 1000);
    }
  }

  public Curriculum {
    stages = List.copyOf(stages);
    Check.between("stages", stages.size(), 1, 1000);
  }

  /** Constant, then diurnal, then bursty, then flash crowds, each beside what came before. */
  public static Curriculum standard() {
    return new Curriculum(
        List.of(
            new Stage(5, List.of(TraceFamily.CONSTANT)),
            new Stage(15, List.of(TraceFamily.CONSTANT, TraceFamily.RAMPS, TraceFamily.DIURNAL)),
            new Stage(
                30,
                List.of(
                    TraceFamily.RAMPS,
                    TraceFamily.DIURNAL,
                    TraceFamily.WEEKLY,
                    TraceFamily.NOISY,
                    TraceFamily.SPIKY,
                    TraceFamily.BURSTY)),
            new Stage(Integer.MAX_VALUE, List.of(TraceFamily.values()))));
  }

  /** Everything from the beginning on. */
  public static Curriculum everything() {
    return new Curriculum(List.of(new Stage(Integer.MAX_VALUE, List.of(TraceFamily.values()))));
  }

  /** The kind of an episode's trace. */
  TraceFamily draw(int episode, SeededRandom random) {
    int left = episode;
    for (Stage stage : stages) {
      if (left < stage.episodes()) {
        return any(stage.families(), random);
      }
      left -= stage.episodes();
    }
    return any(stages.get(stages.size() - 1).families(), random);
  }

  private static TraceFamily any(List<TraceFamily> families, SeededRandom random) {
    return families.get(random.nextInt(families.size()));
  }
}
