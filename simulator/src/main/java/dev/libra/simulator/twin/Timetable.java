package dev.libra.simulator.twin;

/** When what repeats is due next: poll, report, tick and decision. */
final class Timetable {
  /** Time between two polls of the gateway, and between two looks of the actuator. */
  static final double POLL_S = 0.25;

  private static final long POLL = TwinClock.micros(POLL_S);
  private static final long TICK = TwinClock.micros(MeteringModel.TICK_S);

  /** What repeats, in the order in which it happens if due at the same time. */
  enum Job {
    POLL,
    REPORT,
    TICK,
    END,
    DECISION
  }

  private final long[] due = new long[Job.values().length];
  private final long[] period = {POLL, 0, TICK, 0, TICK};

  Timetable(MeteringModel model, Draws draws, long end) {
    long report = TwinClock.micros(model.reportS());
    period[Job.REPORT.ordinal()] = report;
    due[Job.POLL.ordinal()] = draws.phase(POLL);
    due[Job.REPORT.ordinal()] = 1 + draws.phase(report);
    due[Job.TICK.ordinal()] = TICK;
    due[Job.END.ordinal()] = end;
    due[Job.DECISION.ordinal()] = TICK + TwinClock.micros(model.decisionLagS());
  }

  Job next() {
    int first = 0;
    for (int i = 1; i < due.length; i++) {
      if (due[i] < due[first]) {
        first = i;
      }
    }
    return Job.values()[first];
  }

  long due(Job job) {
    return due[job.ordinal()];
  }

  /** It is done and due again after its period. */
  void done(Job job) {
    due[job.ordinal()] += period[job.ordinal()];
  }
}
