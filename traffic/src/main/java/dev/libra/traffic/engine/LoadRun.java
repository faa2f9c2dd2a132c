package dev.libra.traffic.engine;

import dev.libra.traffic.call.Call;
import dev.libra.traffic.call.Calls;
import dev.libra.traffic.rate.Arrivals;
import dev.libra.traffic.rate.RateCurve;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.HdrHistogram.Histogram;

/**
 * One run of a curve: an open loop, so requests leave at their intended times however slow the
 * answers are, and latency counts from the intended time (http://highscalability.com, "coordinated
 * omission"; wrk2).
 *
 * <p>Sending and receiving happen on one event loop of the run's own.
 */
public final class LoadRun {
  private static final double LATE_S = 0.1;
  private static final long SWEEP_MS = 100;
  private static final int WARM_UP_CALLS = 20;
  private static final Call WARM_UP = new Call("auth", "GET", "/auth/jwks", null, null, null, 0);

  private final Loop loop = new Loop(this::broken);
  private final RateCurve curve;
  private final Calls calls;
  private final Retries retries;
  private final Sender sender;
  private final Pacer pacer;
  private final Consumer<Second> listener;
  private final Meters meters = new Meters();
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private int seconds;
  private int waitingRetries;
  private long startNanos;
  private boolean stopped;
  private boolean interrupted;
  private boolean sendingDue;

  /**
   * @param random draws the send times
   * @param listener told each second on the event loop: it must not block
   */
  public LoadRun(
      EngineSettings settings,
      RateCurve curve,
      Calls calls,
      Retries retries,
      RandomGenerator random,
      Consumer<Second> listener) {
    this.curve = curve;
    this.calls = calls;
    this.retries = retries;
    this.listener = listener;
    this.sender = new Sender(settings, loop);
    // The pacer draws on its own thread: it gets a generator of its own.
    Arrivals arrivals = new Arrivals(curve, new Random(random.nextLong()));
    this.pacer = new Pacer(arrivals, curve.durationS(), loop::execute, this::sendDue);
  }

  /** Starts; the future completes when the last answer is there or given up. */
  public CompletableFuture<Void> start() {
    loop.execute(() -> warmUp(WARM_UP_CALLS));
    return done;
  }

  /** Sends nothing more, not even repeats; answers under way are still waited for. */
  public void stop() {
    loop.execute(this::interrupt);
  }

  /** Sends nothing more and waits for no answer. */
  public void abort() {
    loop.execute(
        () -> {
          interrupt();
          finish();
        });
  }

  /** What was measured up to the last full second. */
  public Figures figures() {
    return meters.figures();
  }

  public Map<String, Figures> figuresByService() {
    return meters.figuresByService();
  }

  public Histogram histogram() {
    return meters.histogram();
  }

  public int inFlight() {
    return sender.inFlight();
  }

  /**
   * A client that has sent nothing yet loads its classes and is late: that is not the curve's
   * fault.
   */
  private void warmUp(int remaining) {
    if (remaining == 0) {
      begin();
    } else {
      sender.send(WARM_UP, ignored -> warmUp(remaining - 1));
    }
  }

  private void begin() {
    if (done.isDone()) {
      return;
    }
    startNanos = System.nanoTime();
    loop.every(1000, this::tick);
    loop.every(SWEEP_MS, this::sweep);
    if (!stopped) {
      pacer.start(startNanos);
    }
  }

  /**
   * When the pacer says so, and after each answer: then most of the pacer's calls aren't needed.
   */
  private void sendDue() {
    pacer.awake();
    if (sendingDue || startNanos == 0) {
      return;
    }
    sendingDue = true;
    Double due;
    double now = elapsed();
    while (!stopped && (due = pacer.poll(now)) != null) {
      send(calls.next(due), due, 0);
    }
    sendingDue = false;
    if (pacer.isOver()) {
      endSending();
    }
  }

  private void send(Call call, double intendedAt, int attempt) {
    Meter meter = meters.of(call.service());
    meter.intended(attempt > 0);
    if (sender.send(call, outcome -> answered(call, outcome, intendedAt, attempt))) {
      meter.sent(elapsed() - intendedAt <= LATE_S);
    } else {
      ended(call, Outcome.NOT_SENT, intendedAt, attempt);
    }
  }

  private void answered(Call call, Outcome outcome, double intendedAt, int attempt) {
    ended(call, outcome, intendedAt, attempt);
    sendDue();
  }

  private void ended(Call call, Outcome outcome, double intendedAt, int attempt) {
    double now = elapsed();
    meters.of(call.service()).ended(outcome, Math.round((now - intendedAt) * 1e6));
    if (outcome.failed() && attempt < retries.most() && !interrupted) {
      waitingRetries++;
      double again = now + retries.delayS();
      loop.after(retries.delayS(), () -> retry(call, again, attempt + 1));
    }
  }

  private void retry(Call call, double intendedAt, int attempt) {
    waitingRetries--;
    if (!done.isDone()) {
      send(call, intendedAt, attempt);
    }
  }

  private void tick() {
    Meter last = meters.roll();
    Figures figures = last.figures();
    seconds++;
    listener.accept(
        new Second(
            seconds,
            stopped ? 0 : curve.at(seconds - 0.5),
            figures.sent(),
            figures.answered(),
            figures.failed(),
            sender.inFlight(),
            last.histogram()));
  }

  private void sweep() {
    sender.sweep();
    if (stopped && sender.inFlight() == 0 && waitingRetries == 0) {
      finish();
    }
  }

  private void interrupt() {
    interrupted = true;
    endSending();
  }

  private void endSending() {
    stopped = true;
    pacer.stop();
  }

  private void finish() {
    if (done.isDone()) {
      return;
    }
    sender.close();
    tick();
    done.complete(null);
    loop.close();
  }

  private void broken(Throwable cause) {
    pacer.stop();
    done.completeExceptionally(cause);
    loop.close();
  }

  private double elapsed() {
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
