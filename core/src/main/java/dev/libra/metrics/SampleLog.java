package dev.libra.metrics;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Keeps samples. */
public interface SampleLog {

  /** Takes the sample without waiting for the store behind. */
  void append(Sample sample);

  /**
   * The service's newest samples, newest first, from {@code since} on and at most {@code limit}.
   */
  List<Sample> query(String service, Instant since, int limit);

  /** Calls the listener with each sample appended from now on, in the appending thread. */
  Subscription follow(Consumer<Sample> listener);
}
