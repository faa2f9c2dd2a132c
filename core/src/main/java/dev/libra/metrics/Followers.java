package dev.libra.metrics;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Listeners of a log; one that throws is logged and disturbs neither the log nor the others. */
public final class Followers<T> {
  private static final Logger LOG = System.getLogger(Followers.class.getName());

  private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();

  public Subscription add(Consumer<T> listener) {
    // A wrapper of its own, so that the same listener can be added and removed twice.
    Consumer<T> entry = listener::accept;
    listeners.add(entry);
    return () -> listeners.remove(entry);
  }

  public void tell(T event) {
    for (Consumer<T> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "A listener failed on " + event.getClass().getSimpleName(), e);
      }
    }
  }
}
