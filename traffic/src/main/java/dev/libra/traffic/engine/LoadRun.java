package dev.libra.traffic.engine;

import dev.libra.traffic.call.Call;
import dev.libra.traffic.rate.Arrivals;
import dev.libra.traffic.rate.RateCurve;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.HdrHistogram.Histogram;

/**
 * One run of a curve: an open loop, so requests leave at their intended times however slow the
 * answers are, and latency counts from the intended time (http://highscalability.com, "coordinated
 * omission"; wrk2).
 *
 * <p>All of it happens on one event loop.
 */
public final class LoadRun {
  private static final double LATE_S = 0.1;
  private static final long PACE_MS = 1;
  private static final long SECOND_MS = 1000;
  private static final int WARM_UP_CALLS = 20;
  private static final Call WARM_UP = new Call("auth", "GET", "/auth/jwks", null, null, null);

  private final Vertx vertx;
  private final Context loop;
  private final RateCurve curve;
  private final Arrivals arrivals;
  private final Supplier<Call> calls;
  private final Sender sender;
  private final Consumer<Second> listener;
  private final Meter total = new Meter();
  private final Map<String, Meter> byService = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private Meter second = new Meter();
  private int seconds;
  private long startNanos;
  private double nextArrival;
  private boolean sending;
  private boolean stopped;
  private long pacer;
  private long ticker;

  /**
   * @param listener told each second on the event loop: it must not block
   */
  public LoadRun(
      Vertx vertx,
      EngineSettings settings,
      RateCurve curve,
      Supplier<Call> calls,
      RandomGenerator random,
      Consumer<Second> listener) {
    this.vertx = vertx;
    this.loop = vertx.getOrCreateContext();
    this.curve = curve;
    this.arrivals = new Arrivals(curve, random);
    this.calls = calls;
    this.listener = listener;
    this.sender = new Sender(vertx, settings);
  }

  /** Starts; the future completes when the last answer is there or given up. */
  public CompletableFuture<Void> start() {
    loop.runOnContext(ignored -> warmUp(WARM_UP_CALLS));
    return done;
  }

  /** Sends nothing more; answers under way are still waited for. */
  public void stop() {
    loop.runOnContext(ignored -> endSending());
  }

  /** Sends nothing more and waits for no answer. */
  public void abort() {
    loop.runOnContext(
        ignored -> {
          endSending();
          finish();
        });
  }

  public Figures figures() {
    return total.figures();
  }

  public Map<String, Figures> figuresByService() {
    Map<String, Figures> figures = new TreeMap<>();
    byService.forEach((service, meter) -> figures.put(service, meter.figures()));
    return figures;
  }

  public Histogram histogram() {
    return total.histogram();
  }

  public int inFlight() {
    return sender.inFlight();
  }

  /**
   * A client that has sent nothing yet loads its classes and is late: that is not the curve's
   * fault.
   */
  private void warmUp(int calls) {
    if (calls == 0) {
      begin();
    } else {
      sender.send(WARM_UP, ignored -> warmUp(calls - 1));
    }
  }

  private void begin() {
    if (done.isDone()) {
      return;
    }
    startNanos = System.nanoTime();
    nextArrival = arrivals.next();
    sending = !stopped;
    pacer = vertx.setPeriodic(PACE_MS, id -> pace());
    ticker = vertx.setPeriodic(SECOND_MS, id -> tick());
  }

  private void pace() {
    double now = elapsed();
    while (sending && nextArrival <= now) {
      send(nextArrival, now);
      nextArrival = arrivals.next();
    }
    if (sending && nextArrival == Arrivals.END && now >= curve.durationS()) {
      endSending();
    }
    if (!sending && sender.inFlight() == 0) {
      finish();
    }
  }

  private void send(double intendedAt, double now) {
    Call call = calls.get();
    Meter service = byService.computeIfAbsent(call.service(), s -> new Meter());
    Meter[] meters = {total, service, second};
    for (Meter meter : meters) {
      meter.intended();
    }
    boolean accepted = sender.send(call, outcome -> ended(service, outcome, intendedAt));
    if (accepted) {
      boolean inTime = now - intendedAt <= LATE_S;
      for (Meter meter : meters) {
        meter.sent(inTime);
      }
    } else {
      ended(service, Outcome.NOT_SENT, intendedAt);
    }
  }

  private void ended(Meter service, Outcome outcome, double intendedAt) {
    long micros = Math.round((elapsed() - intendedAt) * 1e6);
    total.ended(outcome, micros);
    service.ended(outcome, micros);
    second.ended(outcome, micros);
  }

  private void tick() {
    Meter last = second;
    second = new Meter();
    seconds++;
    Figures figures = last.figures();
    listener.accept(
        new Second(
            seconds,
            sending ? curve.at(seconds - 0.5) : 0,
            figures.sent(),
            figures.answered(),
            figures.failed(),
            sender.inFlight(),
            last.histogram()));
  }

  private void endSending() {
    stopped = true;
    sending = false;
  }

  private void finish() {
    if (done.isDone()) {
      return;
    }
    vertx.cancelTimer(pacer);
    vertx.cancelTimer(ticker);
    tick();
    sender.close();
    done.complete(null);
  }

  private double elapsed() {
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
