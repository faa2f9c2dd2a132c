package dev.libra.simulator.comparison;

import dev.libra.statistics.Interval;
import java.util.Locale;

/**
 * A trained policy against the best tuned rule of the same trace.
 *
 * @param rule its label, or null where no tuned rule kept the SLO
 * @param sloMet whether the trained policy kept the SLO in each replay
 * @param saving share of the rule's cost that is saved, negative where it costs more; NaN without a
 *     rule or where the SLO is missed
 * @param interval 95 % bootstrap of the saving, or null
 * @param pValue of the exact signed-rank test over replays, 1 where there is nothing to test
 * @param corrected by Holm over all verdicts
 * @param moreViolations mean share of violated windows less the rule's
 * @param gapClosed share of the gap between rule and bound that is closed; NaN where there is none
 */
record Verdict(
    String trace,
    String policy,
    long seed,
    String rule,
    boolean sloMet,
    double saving,
    Interval interval,
    double pValue,
    double corrected,
    double moreViolations,
    double gapClosed) {

  /** Cheaper than the best tuned rule at no more violations. */
  boolean won() {
    return sloMet && (rule == null || saving >= 0 && moreViolations <= 0);
  }

  Verdict withCorrected(double value) {
    return new Verdict(
        trace,
        policy,
        seed,
        rule,
        sloMet,
        saving,
        interval,
        pValue,
        value,
        moreViolations,
        gapClosed);
  }

  String sentence() {
    String who = trace + ": " + policy + " seed " + seed;
    if (!sloMet) {
      return who + " misses the SLO, its cost doesn't count";
    }
    if (rule == null) {
      return who + " keeps the SLO, no tuned rule does";
    }
    return String.format(
        Locale.ROOT,
        "%s costs %.1f %% %s than %s (p %.3f), violations %+.2f points, gap closed %.0f %%",
        who,
        Math.abs(saving) * 100,
        saving >= 0 ? "less" : "more",
        rule,
        corrected,
        moreViolations * 100,
        gapClosed * 100);
  }
}
