package dev.libra.traffic.scenario;

import dev.libra.traffic.call.Call;
import dev.libra.traffic.call.Calls;
import dev.libra.traffic.rate.RateCurve;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The calls of several crowds, each as often as its curve has it at that moment: the superposition
 * of Poisson processes, seen from the other side.
 */
record BlendedCalls(List<RateCurve> curves, List<Calls> calls, RandomGenerator random)
    implements Calls {

  @Override
  public Call next(double seconds) {
    int last = calls.size() - 1;
    if (last == 0) {
      return calls.get(0).next(seconds);
    }
    double draw = random.nextDouble() * curves.stream().mapToDouble(c -> c.at(seconds)).sum();
    int chosen = 0;
    while (chosen < last && (draw -= curves.get(chosen).at(seconds)) >= 0) {
      chosen++;
    }
    return calls.get(chosen).next(seconds);
  }
}
