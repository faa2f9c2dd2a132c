package dev.libra.simulator.scaling;

import dev.libra.environment.SeededRandom;
import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.trace.TraceFamily;
import dev.libra.simulator.twin.Demand;
import dev.libra.simulator.twin.MeteringModel;
import dev.libra.simulator.twin.TwinParameters;
import dev.libra.simulator.twin.Workload;

/**
 * What one episode plays.
 *
 * @param usuallyRequired replicas that its trace needs in all but 5 % of the windows: what an SLO
 *     on a P95 allows to miss
 * @param meanRequests of a window of the trace
 * @param comingLoad of the trace
 * @param spent how much of the error budget the agent is to take for spent
 * @param seed of the plant
 */
record Episode(
    ServiceSpec service,
    TwinParameters parameters,
    Workload workload,
    double usuallyRequired,
    double meanRequests,
    ComingLoad comingLoad,
    double spent,
    long seed) {
  /** Metrics need a few seconds before the first decision. */
  private static final int LEAD_IN_S = 8;

  /** Steps of a trace that are longer than this are shown in seconds instead. */
  private static final double LONG_STEP_S = 2;

  private static final Range SPEED = new Range(0.5, 4);
  private static final Range SHORTENED_STEP_S = new Range(2, 20);

  /**
   * @param number of the episode, counted from 0
   */
  static Episode draw(ScalingSettings settings, int number, SeededRandom random) {
    ServiceSpec service = settings.services().draw(random);
    TwinParameters parameters =
        settings.randomization().draw(settings.parameters(), service, random);
    Demand demand = new Demand(service, parameters);
    double peak = settings.peak().draw(random) * service.maxReplicas() * demand.capacity();
    Trace trace = trace(settings, number, peak, random);
    ComingLoad comingLoad = ComingLoad.of(trace, demand, service.maxReplicas());
    return new Episode(
        service,
        parameters,
        Workload.of(trace, random.nextLong()),
        comingLoad.requiredInAllBut(0.05),
        meanRequests(trace),
        comingLoad,
        random.nextDouble(),
        random.nextLong());
  }

  private static Trace trace(
      ScalingSettings settings, int number, double peak, SeededRandom random) {
    int seconds = (int) (settings.steps() * MeteringModel.TICK_S) + LEAD_IN_S + ComingLoad.AHEAD_S;
    boolean recorded = random.nextDouble() < settings.recordedShare();
    boolean begun = number >= settings.curriculum().stages().get(0).episodes();
    if (recorded && begun && !settings.recorded().isEmpty()) {
      return window(settings, seconds, peak, random);
    }
    TraceFamily family = settings.curriculum().draw(number, random);
    return family.generate(peak, seconds, random);
  }

  /** A stretch of a real trace, some faster and some slower than it was, scaled to the peak. */
  private static Trace window(
      ScalingSettings settings, int seconds, double peak, SeededRandom random) {
    Trace whole = settings.recorded().get(random.nextInt(settings.recorded().size()));
    double stepS =
        whole.stepS() > LONG_STEP_S
            ? SHORTENED_STEP_S.draw(random)
            : whole.stepS() / SPEED.draw(random);
    Trace played = whole.fasterBy(whole.stepS() / stepS);
    double latest = Math.max(0, played.durationS() - seconds);
    Trace cut = played.window(latest * random.nextDouble(), seconds);
    return cut.scaledBy(peak / Math.max(1e-9, cut.maxRate()));
  }

  private static double meanRequests(Trace trace) {
    return Math.max(1, trace.meanRate() * MeteringModel.TICK_S);
  }
}
