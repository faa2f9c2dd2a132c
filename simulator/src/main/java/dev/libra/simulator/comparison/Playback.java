package dev.libra.simulator.comparison;

import dev.libra.fleet.Check;
import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.Demand;
import dev.libra.simulator.twin.TwinParameters;
import java.util.Locale;

/**
 * How traces are played, by the same rule whatever the file: one longer than {@code longS} is
 * played faster, at most {@code maxSpeed} times, and ends after {@code endS}; one whose peak lies
 * outside of 10 to 90 % of the largest fleet's capacity is scaled to have it at {@code peakShare}.
 */
public record Playback(double longS, double maxSpeed, double endS, double peakShare) {

  public Playback {
    Check.between("longS", longS, 10, 1e9);
    Check.between("maxSpeed", maxSpeed, 1, 1e6);
    Check.between("endS", endS, 10, 1e9);
    Check.between("peakShare", peakShare, 0.05, 1);
  }

  /** Longer than two hours: up to 60 times as fast, for six hours; peaks at 70 %. */
  public static Playback standard() {
    return new Playback(7200, 60, 21_600, 0.7);
  }

  /** The trace to play and what was done to it. */
  public record Played(TraceFile file, Trace trace, String changes) {}

  /** Applies the rule. */
  public Played play(TraceFile file, ServiceSpec service, TwinParameters parameters) {
    Trace trace = file.trace();
    StringBuilder changes = new StringBuilder();
    if (trace.durationS() > longS) {
      double speed = Math.min(maxSpeed, trace.durationS() / longS);
      trace = trace.fasterBy(speed);
      changes.append(String.format(Locale.ROOT, "played %.3g times as fast", speed));
      if (trace.durationS() > endS) {
        trace = trace.window(0, endS);
        changes.append(String.format(Locale.ROOT, ", the first %.0f s", endS));
      }
    }
    double capacity = new Demand(service, parameters).capacity() * service.maxReplicas();
    double share = trace.maxRate() / capacity;
    if (trace.maxRate() > 0 && (share < 0.1 || share > 0.9)) {
      double factor = peakShare / share;
      trace = trace.scaledBy(factor);
      changes.append(changes.isEmpty() ? "" : ", ");
      changes.append(String.format(Locale.ROOT, "rates × %.4g", factor));
    }
    return new Played(file, trace, changes.isEmpty() ? "as it is" : changes.toString());
  }
}
