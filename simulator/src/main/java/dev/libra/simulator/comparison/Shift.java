package dev.libra.simulator.comparison;

import dev.libra.simulator.twin.Disturbances;
import dev.libra.simulator.twin.Disturbances.Disturbance;
import dev.libra.simulator.twin.Disturbances.Kind;
import dev.libra.simulator.twin.TwinParameters;

/** What neither rules were tuned nor policies were trained for; scored apart from the rest. */
enum Shift {
  SLOW_START("start-up takes twice as long") {
    @Override
    TwinParameters parameters(TwinParameters usual) {
      return usual.withFleet(usual.fleet().withStartMedianS(2 * usual.fleet().startMedianS()));
    }
  },
  SLOW_SERVICE("requests take twice as long") {
    @Override
    TwinParameters parameters(TwinParameters usual) {
      return usual.withService(usual.service().withScale(2 * usual.service().scale()));
    }
  },
  SLOW_DEPENDENCY("requests take twice as long for two minutes") {
    @Override
    Disturbances disturbances(double durationS) {
      return Disturbances.of(new Disturbance(Kind.SLOW, durationS / 2, 120, 2));
    }
  },
  BLIND("no metrics for two minutes") {
    @Override
    Disturbances disturbances(double durationS) {
      return Disturbances.of(new Disturbance(Kind.BLIND, durationS / 2, 120, 0));
    }
  },
  KILLS("a replica killed at a quarter of the run, two at three quarters") {
    @Override
    Disturbances disturbances(double durationS) {
      return Disturbances.of(
          new Disturbance(Kind.KILL, durationS / 4, 0, 1),
          new Disturbance(Kind.KILL, durationS * 3 / 4, 0, 2));
    }
  };

  private final String words;

  Shift(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** How the plant is then. */
  TwinParameters parameters(TwinParameters usual) {
    return usual;
  }

  /**
   * What goes wrong on the way.
   *
   * @param durationS of the trace
   */
  Disturbances disturbances(double durationS) {
    return Disturbances.NONE;
  }
}
