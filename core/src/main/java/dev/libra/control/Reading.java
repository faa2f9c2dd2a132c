package dev.libra.control;

import dev.libra.metrics.MetricSource;
import dev.libra.metrics.Sample;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * What the metrics said in one tick.
 *
 * @param sample or null
 * @param absence why there is no sample, or null
 */
record Reading(Sample sample, String absence) {
  private static final Logger LOG = System.getLogger(Reading.class.getName());

  /** A source that fails, such as on a value that is not finite, gives no sample. */
  static Reading of(MetricSource metrics, String service) {
    try {
      return metrics
          .latest(service)
          .map(sample -> new Reading(sample, null))
          .orElseGet(() -> new Reading(null, "no metrics yet"));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The metrics of " + service + " can't be read", e);
      return new Reading(null, "the metrics can't be read: " + e.getMessage());
    }
  }
}
