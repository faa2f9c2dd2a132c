package dev.libra.gateway.control;

import dev.libra.fleet.UpstreamList;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks control for the upstream list again and again.
 *
 * <p>While control is away, doesn't know its fleet yet or answers nonsense, the last list stays.
 */
public final class UpstreamPoller {
  private static final Logger LOG = System.getLogger(UpstreamPoller.class.getName());

  private final ControlClient control;
  private final UpstreamCache cache;
  private final Consumer<UpstreamList> router;
  private Optional<String> tag = Optional.empty();
  private String trouble;
  private volatile UpstreamList current;

  /**
   * @param router routes by each new list from when it returns
   */
  public UpstreamPoller(ControlClient control, UpstreamCache cache, Consumer<UpstreamList> router) {
    this.control = control;
    this.cache = cache;
    this.router = router;
  }

  /** Begins with the list that was kept last, if there is one. */
  public void restore() {
    cache.read().ifPresent(this::route);
  }

  public void poll() throws InterruptedException {
    try {
      accept(control.upstreams(tag));
    } catch (IOException e) {
      keep("control is away: " + e);
    } catch (IllegalArgumentException e) {
      keep("control sent a malformed upstream list: " + e.getMessage());
    }
  }

  private void accept(HttpResponse<String> answer) {
    switch (answer.statusCode()) {
      case 200 -> {
        UpstreamList list = UpstreamListJson.read(answer.body());
        route(list);
        cache.write(answer.body());
        tag = answer.headers().firstValue("ETag");
        fine();
      }
      case 304 -> fine();
      case 503 -> keep("control does not know its fleet yet");
      default -> keep("control answered " + answer.statusCode());
    }
  }

  private void route(UpstreamList list) {
    router.accept(list);
    current = list;
  }

  /** Logs each kind of trouble once, not at every poll. */
  private void keep(String reason) {
    if (!Objects.equals(trouble, reason)) {
      LOG.log(Level.WARNING, "The last upstream list stays: " + reason);
      trouble = reason;
    }
  }

  private void fine() {
    if (trouble != null) {
      LOG.log(Level.INFO, "Control sends the upstream list again");
      trouble = null;
    }
  }

  /** The list routed by now; empty before the first. */
  public Optional<UpstreamList> current() {
    return Optional.ofNullable(current);
  }

  /** The version routed by now, 0 before the first list. */
  public long version() {
    UpstreamList list = current;
    return list == null ? 0 : list.version();
  }
}
