package dev.libra.metrics;

/** Ends a listener's subscription; closing twice does no harm. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

  @Override
  void close();
}
