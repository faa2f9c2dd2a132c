package dev.libra.traffic.chaos;

import dev.libra.traffic.report.Disturbance;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Carries a plan out while a run goes on; at its end nothing stays disturbed. */
public final class ChaosRun implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ChaosRun.class.getName());

  private final ChaosPlan plan;
  private final Installation installation;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "chaos");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<Installation.Done> toUndo = new HashSet<>();
  private final List<Disturbance> done = new ArrayList<>();
  private boolean closed;

  /**
   * @param installation may be null for an empty plan
   */
  public ChaosRun(ChaosPlan plan, Installation installation) {
    if (installation == null && !plan.actions().isEmpty()) {
      throw new IllegalArgumentException(
          "chaos needs libra.home: it acts on one installation only");
    }
    this.plan = plan;
    this.installation = installation;
  }

  /** The plan's times count from now. */
  public void start() {
    for (ChaosAction action : plan.actions()) {
      clock.schedule(() -> apply(action), Math.round(action.atS() * 1000), TimeUnit.MILLISECONDS);
    }
  }

  /** What was done so far, for the report; what could not be done says why. */
  public synchronized List<Disturbance> disturbances() {
    return List.copyOf(done);
  }

  /** Undoes what still lasts. */
  @Override
  public synchronized void close() {
    closed = true;
    clock.shutdownNow();
    List.copyOf(toUndo).forEach(this::undo);
  }

  private synchronized void apply(ChaosAction action) {
    if (closed) {
      return;
    }
    try {
      Installation.Done applied = installation.apply(action);
      toUndo.add(applied);
      clock.schedule(() -> undo(applied), Math.round(action.forS() * 1000), TimeUnit.MILLISECONDS);
      note(action, applied.target(), applied.sentence());
    } catch (RuntimeException e) {
      note(action, action.target(), "not done: " + e.getMessage());
    }
  }

  private synchronized void undo(Installation.Done applied) {
    if (toUndo.remove(applied)) {
      try {
        applied.undo().run();
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "not undone on " + applied.target() + ": " + e.getMessage());
      }
    }
  }

  private void note(ChaosAction action, String target, String sentence) {
    String kind = action.kind().label();
    LOG.log(Level.INFO, "chaos: {0} {1}: {2}", kind, target, sentence);
    done.add(new Disturbance(action.atS(), action.forS(), kind, target, sentence));
  }
}
