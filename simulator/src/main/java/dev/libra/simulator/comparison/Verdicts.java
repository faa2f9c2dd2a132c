package dev.libra.simulator.comparison;

import dev.libra.environment.SeededRandom;
import dev.libra.statistics.Bootstrap;
import dev.libra.statistics.Holm;
import dev.libra.statistics.Interval;
import dev.libra.statistics.SignedRank;
import dev.libra.statistics.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws the verdicts from the rows. */
final class Verdicts {
  private static final long SEED = 1;

  private Verdicts() {}

  /** One per trace and trained policy. */
  static List<Verdict> of(List<TraceOutcome> outcomes) {
    List<Verdict> verdicts = new ArrayList<>();
    for (TraceOutcome outcome : outcomes) {
      outcome.standings().stream()
          .filter(s -> s.entrant().form().equals("learned"))
          .forEach(s -> verdicts.add(verdict(outcome, s)));
    }
    double[] corrected = Holm.correct(verdicts.stream().mapToDouble(Verdict::pValue).toArray());
    for (int i = 0; i < corrected.length; i++) {
      verdicts.set(i, verdicts.get(i).withCorrected(corrected[i]));
    }
    return verdicts;
  }

  /** The best tuned rule and the bound in a sentence. */
  static String baseline(TraceOutcome outcome) {
    String bound =
        outcome
            .bound()
            .map(b -> String.format(Locale.ROOT, "%.0f", b.paidReplicaSeconds()))
            .orElse("N/A");
    return outcome
        .bestTuned()
        .map(
            best ->
                String.format(
                    Locale.ROOT,
                    "%s: best tuned rule is %s with %.0f paid replica-seconds, bound %s",
                    outcome.name(),
                    best.entrant().label(),
                    best.meanPaid(),
                    bound))
        .orElse(outcome.name() + ": no tuned rule keeps the SLO, bound " + bound);
  }

  private static Verdict verdict(TraceOutcome outcome, Standing learned) {
    Optional<Standing> best = outcome.bestTuned();
    Entrant entrant = learned.entrant();
    boolean comparable =
        best.isPresent() && learned.sloMet() && best.get().rows().size() == learned.rows().size();
    if (!comparable) {
      String rule = best.map(b -> b.entrant().label()).orElse(null);
      double more = best.map(b -> learned.meanViolations() - b.meanViolations()).orElse(Double.NaN);
      return new Verdict(
          outcome.name(),
          entrant.policy(),
          entrant.seed(),
          rule,
          learned.sloMet(),
          Double.NaN,
          null,
          1,
          1,
          more,
          Double.NaN);
    }
    return paired(outcome, learned, best.get());
  }

  private static Verdict paired(TraceOutcome outcome, Standing learned, Standing rule) {
    double[] savings = new double[rule.rows().size()];
    for (int i = 0; i < savings.length; i++) {
      savings[i] = 1 - learned.paid()[i] / rule.paid()[i];
    }
    Interval interval =
        Bootstrap.standard().interval(savings, Statistics::mean, new SeededRandom(SEED));
    double gap =
        outcome
            .bound()
            .map(
                b ->
                    (rule.meanPaid() - learned.meanPaid())
                        / (rule.meanPaid() - b.paidReplicaSeconds()))
            .orElse(Double.NaN);
    return new Verdict(
        outcome.name(),
        learned.entrant().policy(),
        learned.entrant().seed(),
        rule.entrant().label(),
        true,
        Statistics.mean(savings),
        interval,
        SignedRank.test(learned.paid(), rule.paid()).pValue(),
        1,
        learned.meanViolations() - rule.meanViolations(),
        gap);
  }
}
