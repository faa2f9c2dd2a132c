package dev.libra.cli.bench.live;

import dev.libra.fleet.ServiceSpec;
import dev.libra.policy.Policy;
import dev.libra.simulator.comparison.Playback;
import dev.libra.simulator.comparison.TraceFile;
import dev.libra.simulator.scaling.Cooldowns;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.tuning.RandomSearch;
import dev.libra.simulator.tuning.Rule;
import dev.libra.simulator.tuning.Score;
import dev.libra.simulator.twin.RunResult;
import dev.libra.simulator.twin.Twin;
import dev.libra.simulator.twin.TwinParameters;
import dev.libra.simulator.twin.Workload;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.LongStream;

/** The live comparison's service in the twin, behind the guard rails that it has live. */
final class TwinStage {
  /** Arrivals that no replay has. */
  private static final long TUNING = 104_729;

  private static final long PLANT = 7_919;
  private static final long SEARCH = 1;
  private static final double MAX_SPEED = 60;
  private static final double LENGTHS = 6;
  private static final double PEAK_SHARE = 0.7;

  private final ServiceSpec service;
  private final TwinParameters parameters;

  TwinStage(ServiceSpec service, TwinParameters parameters) {
    this.service = service;
    this.parameters = parameters;
  }

  /**
   * The best parameters of a rule on traces that are played as fast as the judged one: one that is
   * longer in total is played so much faster that it is as long, at most sixty times.
   */
  double[] tune(
      Rule rule, List<TraceFile> files, double durationS, int budget, BooleanSupplier cancelled) {
    Playback playback = new Playback(durationS, MAX_SPEED, LENGTHS * durationS, PEAK_SHARE);
    List<Trace> traces =
        files.stream().map(file -> playback.play(file, service, parameters).trace()).toList();
    double[] fleets =
        traces.stream().mapToDouble(t -> t.durationS() * Math.max(1, t.meanRate())).toArray();
    return new RandomSearch(budget, SEARCH)
        .run(rule, point -> score(s -> rule.create(point), traces, fleets), cancelled)
        .point();
  }

  private Score score(Function<ServiceSpec, Policy> policy, List<Trace> traces, double[] fleets) {
    List<RunResult> results = traces.stream().map(t -> run(policy, t, TUNING)).toList();
    return Score.of(results, fleets);
  }

  /** Plays a trace under a policy, with the arrivals of seed 1 to {@code replays}. */
  TwinOutcome judge(Contestant contestant, Trace trace, int replays) {
    return new TwinOutcome(
        contestant.name(),
        LongStream.rangeClosed(1, replays)
            .mapToObj(seed -> run(contestant.policy(), trace, seed))
            .toList());
  }

  private RunResult run(Function<ServiceSpec, Policy> policy, Trace trace, long seed) {
    return Twin.run(
        parameters,
        service,
        Workload.of(trace, seed),
        policy,
        Cooldowns.standard().guardrails(),
        PLANT + seed);
  }
}
