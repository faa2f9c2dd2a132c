package dev.libra.cli.bench.live;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Where the installations of a live comparison stand, one at a time. */
final class LiveSite {
  private final LivePlan plan;
  private final BooleanSupplier cancelled;
  private final Launcher launcher;

  LiveSite(LivePlan plan, BooleanSupplier cancelled) {
    this.plan = plan;
    this.cancelled = cancelled;
    this.launcher = new Launcher(plan.root(), plan.home(), cancelled);
  }

  /**
   * Starts one with the plan's service.
   *
   * @param more settings beside the service's
   */
  LiveInstallation up(Map<String, String> more, Path log) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("ended early");
    }
    Map<String, String> settings = new HashMap<>(plan.settings());
    settings.putAll(more);
    return LiveInstallation.up(launcher, plan.ports(), settings, log);
  }
}
