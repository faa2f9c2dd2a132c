package dev.libra.gateway.it;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Writes upstream lists of the service {@code search}, each with a higher version. */
final class Lists {
  private static final AtomicLong VERSION = new AtomicLong();

  private final List<String> entries = new ArrayList<>();
  private final long version = VERSION.incrementAndGet();

  Lists ready(String replica, URI url, int concurrency) {
    return add(replica, url, "ready", concurrency);
  }

  Lists draining(String replica, URI url, int concurrency) {
    return add(replica, url, "draining", concurrency);
  }

  private Lists add(String replica, URI url, String state, int concurrency) {
    entries.add(
        "{\"replica\":\"%s\",\"url\":\"%s\",\"state\":\"%s\",\"concurrency\":%d}"
            .formatted(replica, url, state, concurrency));
    return this;
  }

  long version() {
    return version;
  }

  String json() {
    String search = entries.stream().collect(Collectors.joining(","));
    return "{\"version\":" + version + ",\"services\":{\"search\":[" + search + "]}}";
  }
}
