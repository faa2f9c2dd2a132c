package dev.libra.cli.twin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.libra.cli.api.ClusterApi;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** One service of a running installation, by the HTTP of control and traffic. */
public final class LiveSystem {
  private static final int MANY_SAMPLES = 500;

  private final ClusterApi api;
  private final String service;
  private final String control;
  private final String traffic;
  private final BooleanSupplier cancelled;

  /**
   * What a load run came to at the client.
   *
   * @param from when it began
   */
  public record Load(Instant from, double p50Ms, double p95Ms, double failedShare) {}

  /**
   * A load run that was ordered.
   *
   * @param from when it began
   */
  record Begun(String id, Instant from, double seconds) {}

  public LiveSystem(String service, int controlPort, int trafficPort, Path home) {
    this(service, controlPort, trafficPort, home, () -> false);
  }

  /**
   * @param cancelled true ends whatever is waited for with a {@link CancellationException}
   */
  public LiveSystem(
      String service, int controlPort, int trafficPort, Path home, BooleanSupplier cancelled) {
    this.service = service;
    this.cancelled = cancelled;
    this.control = "http://127.0.0.1:" + controlPort + "/api";
    this.traffic = "http://127.0.0.1:" + trafficPort;
    this.api = new ClusterApi(home);
  }

  public double sloMs() {
    return status().get("sloMs").asDouble();
  }

  /** Requests that one replica serves at once. */
  public int concurrency() {
    JsonNode upstreams = get(control + "/upstreams").get("services").get(service);
    return upstreams.get(0).get("concurrency").asInt();
  }

  /** Wants so many replicas and waits until exactly these are there and ready. */
  public void scale(int replicas) {
    String body = "{\"mode\":\"manual\",\"replicas\":" + replicas + "}";
    send("PUT", control + "/services/" + service + "/mode", body);
    await(
        replicas + " replicas of " + service,
        Duration.ofMinutes(3),
        () -> {
          JsonNode now = status();
          return now.get("desired").asInt() == replicas
              && now.get("ready").asInt() == replicas
              && now.get("starting").asInt() == 0
              && now.get("draining").asInt() == 0;
        });
  }

  /**
   * Waits until a learned policy decides, and no longer the rule that stands in while it is read.
   */
  public void awaitLearned() {
    await(
        "the learned policy of " + service + ": see control's log",
        Duration.ofMinutes(3),
        () -> !status().get("policyDigest").asText().equals("none"));
  }

  /** Gives the decision back to the policy. */
  public void release() {
    send("PUT", control + "/services/" + service + "/mode", "{\"mode\":\"active\"}");
  }

  /** The samples since then, oldest first. */
  public List<JsonNode> samples(Instant since) {
    List<JsonNode> samples = new ArrayList<>();
    get(control + "/samples?service=" + service + "&limit=" + MANY_SAMPLES)
        .forEach(
            sample -> {
              if (Instant.parse(sample.get("at").asText()).isAfter(since)) {
                samples.add(0, sample);
              }
            });
    return samples;
  }

  /** A scenario's rates as traffic previews them, and its length in s. */
  public JsonNode scenario(String name) {
    for (JsonNode scenario : get(traffic + "/scenarios")) {
      if (scenario.get("name").asText().equals(name)) {
        return scenario;
      }
    }
    throw new IllegalStateException("traffic has no scenario " + name);
  }

  /** Plays a scenario to its end. */
  public Load load(String scenario, double rateScale, double seconds) {
    return end(begin(scenario, rateScale, seconds));
  }

  /** Sends so many requests/s for so long. */
  public Load constant(double rate, double seconds) {
    return end(beginConstant(rate, seconds));
  }

  /** The same, without waiting for its end. */
  Begun beginConstant(double rate, double seconds) {
    double unscaled = scenario("constant").get("preview").get(0).asDouble();
    return begin("constant", rate / unscaled, seconds);
  }

  private Begun begin(String scenario, double rateScale, double seconds) {
    Instant from = Instant.now();
    String body =
        String.format(
            java.util.Locale.ROOT,
            "{\"scenario\":\"%s\",\"service\":\"%s\",\"rateScale\":%.5f,\"durationS\":%.0f}",
            scenario,
            service,
            rateScale,
            seconds);
    return new Begun(send("POST", traffic + "/runs", body).get("id").asText(), from, seconds);
  }

  /** Waits for the end of a load. */
  Load end(Begun begun) {
    await(
        "the end of the load",
        Duration.ofSeconds((long) begun.seconds() + 60),
        () -> !run(begun.id()).get("state").asText().equals("running"));
    JsonNode run = run(begun.id());
    return new Load(
        begun.from(),
        run.get("p50Ms").asDouble(),
        run.get("p95Ms").asDouble(),
        run.get("failedShare").asDouble());
  }

  public static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void await(String what, Duration limit, BooleanSupplier condition) {
    Instant end = Instant.now().plus(limit);
    while (!condition.getAsBoolean()) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("ended early");
      }
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("waited in vain for " + what);
      }
      pause(Duration.ofMillis(500));
    }
  }

  private JsonNode run(String id) {
    for (JsonNode run : get(traffic + "/runs")) {
      if (run.get("id").asText().equals(id)) {
        return run;
      }
    }
    throw new IllegalStateException("traffic has forgotten its run " + id);
  }

  private JsonNode status() {
    for (JsonNode one : get(control + "/status").get("services")) {
      if (one.get("name").asText().equals(service)) {
        return one;
      }
    }
    throw new IllegalStateException("control has no service " + service);
  }

  private JsonNode get(String url) {
    return api.get(url);
  }

  private JsonNode send(String method, String url, String body) {
    return api.send(method, url, body);
  }
}
