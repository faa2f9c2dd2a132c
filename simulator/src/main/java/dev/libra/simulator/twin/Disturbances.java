package dev.libra.simulator.twin;

import dev.libra.fleet.Check;
import java.util.List;

/**
 * What goes wrong during a run.
 *
 * @param events in any order
 */
public record Disturbances(List<Disturbance> events) {
  /** Nothing goes wrong. */
  public static final Disturbances NONE = new Disturbances(List.of());

  public Disturbances {
    events = List.copyOf(events);
  }

  public static Disturbances of(Disturbance... events) {
    return new Disturbances(List.of(events));
  }

  /** What can go wrong. */
  public enum Kind {
    /** So many of the ready replicas die at once, the oldest first; takes no time. */
    KILL,
    /** Requests take so many times as long. */
    SLOW,
    /** Neither reports nor heartbeats reach control. */
    BLIND
  }

  /**
   * One thing that goes wrong.
   *
   * @param fromS after the start
   * @param durationS 0 for what takes no time
   * @param size number of replicas, or a factor; of no meaning for {@link Kind#BLIND}
   */
  public record Disturbance(Kind kind, double fromS, double durationS, double size) {

    public Disturbance {
      Check.present("kind", kind);
      Check.between(kind + ": from in s", fromS, 0, 1e9);
      Check.between(kind + ": duration in s", durationS, 0, 1e9);
      Check.between(kind + ": size", size, 0, 1000);
    }

    boolean lasts(double seconds) {
      return seconds >= fromS && seconds < fromS + durationS;
    }
  }

  /** Factor on the service time. */
  double slowness(double seconds) {
    return events.stream()
        .filter(e -> e.kind() == Kind.SLOW && e.lasts(seconds))
        .mapToDouble(Disturbance::size)
        .reduce(1, (a, b) -> a * b);
  }

  /** Whether control hears nothing. */
  boolean blind(double seconds) {
    return events.stream().anyMatch(e -> e.kind() == Kind.BLIND && e.lasts(seconds));
  }

  /** Replicas that die in the time from {@code fromS} (included) to {@code toS}. */
  int kills(double fromS, double toS) {
    return (int)
        events.stream()
            .filter(e -> e.kind() == Kind.KILL && e.fromS() >= fromS && e.fromS() < toS)
            .mapToDouble(Disturbance::size)
            .sum();
  }
}
