package dev.libra.simulator.scaling;

import dev.libra.environment.SeededRandom;
import dev.libra.fleet.Check;
import dev.libra.simulator.trace.TraceFamily;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

  /**
   * All kinds; load that changes faster than replicas start comes more often, since it takes the
   * most learning, and so do days, since most services have them.
   */
  private static final List<TraceFamily> HARDEST =
      Stream.concat(
              Arrays.stream(TraceFamily.values()),
              Stream.of(
                  TraceFamily.ERRATIC,
                  TraceFamily.ERRATIC,
                  TraceFamily.ERRATIC,
                  TraceFamily.SPIKY,
                  TraceFamily.NOISY,
                  TraceFamily.SELF_SIMILAR,
                  TraceFamily.SELF_SIMILAR,
                  TraceFamily.DIURNAL))
          .toList();

  public Curriculum {
    stages = List.copyOf(stages);
    Check.between("stages", stages.size(), 1, 1000);
  }

  /** Constant, then diurnal, then bursty, then flash crowds, each beside what came before. */
  public static Curriculum standard() {
    return new Curriculum(
        List.of(
            new Stage(2, List.of(TraceFamily.CONSTANT)),
            new Stage(4, List.of(TraceFamily.CONSTANT, TraceFamily.RAMPS, TraceFamily.DIURNAL)),
            new Stage(
                6,
                List.of(
                    TraceFamily.RAMPS,
                    TraceFamily.DIURNAL,
                    TraceFamily.WEEKLY,
                    TraceFamily.NOISY,
                    TraceFamily.SPIKY,
                    TraceFamily.BURSTY)),
            new Stage(Integer.MAX_VALUE, HARDEST)));
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
