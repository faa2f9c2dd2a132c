package dev.libra.cli.bench.live;

import dev.libra.cli.workspace.Revision;
import dev.libra.simulator.twin.TwinParameters;
import java.util.List;

/** How a live comparison was made. */
final class LiveRemarks {
  private final LivePlan plan;
  private final int twinReplays;

  LiveRemarks(LivePlan plan, int twinReplays) {
    this.plan = plan;
    this.twinReplays = twinReplays;
  }

  List<String> lines(TwinParameters parameters) {
    return List.of(
        "`%s`, commit %s, Java %s, %d processors for everything."
            .formatted(
                plan.command(),
                Revision.ofCheckout(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors()),
        "",
        "Rules are tuned in the twin on the traces in `traces/`, played as fast as this one, with %d points, behind the guard rails"
            .formatted(plan.budget()),
        "that all policies have live; the twin's figures are means over %d replays of the same load. Its parameters, %s:"
            .formatted(twinReplays, origin()),
        "",
        "`" + parameters + "`");
  }

  private String origin() {
    return plan.parameters() == null
        ? "measured by `./libra calibrate` right before"
        : "of `" + plan.parameters().getFileName() + "`";
  }
}
