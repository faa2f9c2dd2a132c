package dev.libra.environment;

import dev.libra.fleet.Check;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The discrete actions of an environment.
 *
 * @param names one per action, in order of its index
 */
public record ActionSpace(List<String> names) {

  public ActionSpace {
    names = List.copyOf(names);
    Check.between("actions", names.size(), 1, 10_000);
  }

  public static ActionSpace of(String... names) {
    return new ActionSpace(List.of(names));
  }

  /** Actions named by their index. */
  public static ActionSpace numbered(int size) {
    return new ActionSpace(IntStream.range(0, size).mapToObj(Integer::toString).toList());
  }

  public int size() {
    return names.size();
  }

  /** Refuses an index that is no action. */
  public int check(int action) {
    return Check.between("action", action, 0, size() - 1);
  }
}
