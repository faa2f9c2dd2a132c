package dev.libra.gateway.balance;

import dev.libra.fleet.Upstream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Hands out the places of one service's replicas.
 *
 * <p>A free place goes to the less loaded of two replicas drawn at random (Mitzenmacher, "The power
 * of two choices", 2001), load being outstanding requests times latency; while there is none,
 * requests wait in order of arrival. A request that comes back for another try waits at the head,
 * and gets the replica it failed on only when no other one is free.
 */
public final class ServicePool {
  private final QueueLimits limits;
  private final BalanceRules rules;
  private final DrainRate drain = new DrainRate();
  private final RandomGenerator random;
  private final LongSupplier nanoTime;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private Map<String, Target> targets = Map.of();
  private Target[] ready = {};
  private Target[] free = {};
  private int inFlight;
  private long ejections;

  private record Waiting(Waiter waiter, long deadline, Target avoid) {}

  /**
   * @param random draws replicas; used under this pool's lock only
   * @param nanoTime as {@link System#nanoTime}
   */
  public ServicePool(
      QueueLimits limits, BalanceRules rules, RandomGenerator random, LongSupplier nanoTime) {
    this.limits = limits;
    this.rules = rules;
    this.random = random;
    this.nanoTime = nanoTime;
  }

  /** Asks for a place; the waiter may be answered before this returns. */
  public void acquire(Waiter waiter) {
    long now = nanoTime.getAsLong();
    Place place;
    Refusal refusal = null;
    synchronized (this) {
      place = queue.isEmpty() ? take(null, now) : null;
      if (place == null) {
        refusal = refusal(now);
        if (refusal == null) {
          enqueue(waiter, now);
          return;
        }
      }
    }
    if (place == null) {
      waiter.turnedAway(refusal);
    } else {
      waiter.granted(place);
    }
  }

  /** Why a request can't even wait, or null if it can. */
  private Refusal refusal(long now) {
    if (queue.size() >= limits.length()) {
      return Refusal.QUEUE_FULL;
    }
    boolean sheds = limits.sheds() && ready.length > 0;
    return sheds && drain.expectedWait(queue.size(), now) > limits.maxDelayNanos()
        ? Refusal.OVERLOADED
        : null;
  }

  private void enqueue(Waiter waiter, long now) {
    if (queue.isEmpty()) {
      drain.queueBegins(now);
    }
    queue.addLast(new Waiting(waiter, now + limits.timeoutNanos(), null));
  }

  /** The wait in s that a request would have now, by the pace of the last ones. */
  public synchronized double expectedWaitS() {
    return drain.expectedWait(queue.size(), nanoTime.getAsLong()) / 1e9;
  }

  /**
   * Asks for another place, preferably not on the replica of the failed try.
   *
   * @param arrivedAt when the request first asked: its time to wait counts from there
   */
  public void acquireAgain(Waiter waiter, Place failed, long arrivedAt) {
    synchronized (this) {
      queue.addFirst(new Waiting(waiter, arrivedAt + limits.timeoutNanos(), failed.target()));
    }
    tick();
  }

  /** Takes a waiter out of the queue; false if it does not wait. */
  public synchronized boolean cancel(Waiter waiter) {
    return queue.removeIf(w -> w.waiter() == waiter);
  }

  /** Routes by these replicas from now on; what is in flight on others ends undisturbed. */
  public void update(List<Upstream> upstreams) {
    synchronized (this) {
      long now = nanoTime.getAsLong();
      Map<String, Target> next = stillBusy();
      for (Upstream upstream : upstreams) {
        next.put(upstream.replica(), target(upstream, now));
      }
      drain.forget(now);
      targets = next;
      ready = next.values().stream().filter(Target::isReady).toArray(Target[]::new);
      free = new Target[ready.length];
    }
    tick();
  }

  /**
   * The replicas with requests in flight, none of them ready: one that leaves the list and returns
   * is still as busy as it was.
   */
  private Map<String, Target> stillBusy() {
    Map<String, Target> busy = new HashMap<>();
    for (Target target : targets.values()) {
      if (target.outstanding() > 0) {
        target.leave();
        busy.put(target.replica(), target);
      }
    }
    return busy;
  }

  private Target target(Upstream upstream, long now) {
    Target known = targets.get(upstream.replica());
    if (known == null || !known.url().equals(upstream.url())) {
      return new Target(upstream, rules, now);
    }
    known.update(upstream, now);
    return known;
  }

  /** Fills places that came free with time and turns away those who waited too long. */
  public void tick() {
    List<Runnable> answers = new ArrayList<>();
    synchronized (this) {
      long now = nanoTime.getAsLong();
      fill(now, answers);
      expire(now, answers);
    }
    answers.forEach(Runnable::run);
  }

  void released(Place place, Outcome outcome) {
    List<Runnable> answers = List.of();
    synchronized (this) {
      long now = nanoTime.getAsLong();
      inFlight--;
      Target target = place.target();
      boolean wasAside = target.isAside();
      target.release(outcome, place, now, outcome == Outcome.ERROR && mayEject());
      if (!wasAside && target.isAside()) {
        ejections++;
      }
      if (!queue.isEmpty()) {
        answers = new ArrayList<>();
        fill(now, answers);
      }
    }
    answers.forEach(Runnable::run);
  }

  /** Whether one more replica may be set aside for its errors: most of them must stay. */
  private boolean mayEject() {
    return (asideCount() + 1) <= rules.mostEjected() * ready.length;
  }

  private int asideCount() {
    int aside = 0;
    for (Target target : ready) {
      aside += target.isAside() ? 1 : 0;
    }
    return aside;
  }

  synchronized boolean isStalled(Place place) {
    long now = nanoTime.getAsLong();
    if (!place.target().isSilentSince(place.grantedAt(), now)) {
      return false;
    }
    for (Target other : ready) {
      if (other != place.target() && !other.isAside()) {
        return true;
      }
    }
    return false;
  }

  private void expire(long now, List<Runnable> answers) {
    while (!queue.isEmpty() && now - queue.peekFirst().deadline() >= 0) {
      Waiter waiter = queue.pollFirst().waiter();
      answers.add(() -> waiter.turnedAway(Refusal.WAITED_TOO_LONG));
    }
  }

  private void fill(long now, List<Runnable> answers) {
    while (!queue.isEmpty()) {
      Place place = take(queue.peekFirst().avoid(), now);
      if (place == null) {
        return;
      }
      Waiter waiter = queue.pollFirst().waiter();
      drain.taken(now);
      answers.add(() -> waiter.granted(place));
    }
  }

  private Place take(Target avoid, long now) {
    Target target = choose(avoid, now);
    if (target == null) {
      return null;
    }
    target.occupy();
    inFlight++;
    return new Place(this, target, now);
  }

  private Target choose(Target avoid, long now) {
    if (ready.length > 1) {
      int first = random.nextInt(ready.length);
      int second = random.nextInt(ready.length - 1);
      Target a = ready[first];
      Target b = ready[second < first ? second : second + 1];
      if (a != avoid && b != avoid && a.isFree(now) && b.isFree(now)) {
        return lessLoaded(a, b, now);
      }
    }
    return chooseOfAll(avoid, now);
  }

  /** Looks at all of them: some are busy, set aside or to be avoided. */
  private Target chooseOfAll(Target avoid, long now) {
    int count = 0;
    boolean avoided = false;
    for (Target target : ready) {
      if (target.isFree(now)) {
        if (target == avoid) {
          avoided = true;
        } else {
          free[count++] = target;
        }
      }
    }
    return switch (count) {
      case 0 -> avoided ? avoid : null;
      case 1 -> free[0];
      default -> lessLoadedOfTwo(count, now);
    };
  }

  private Target lessLoadedOfTwo(int count, long now) {
    int first = random.nextInt(count);
    int second = random.nextInt(count - 1);
    return lessLoaded(free[first], free[second < first ? second : second + 1], now);
  }

  private static Target lessLoaded(Target a, Target b, long now) {
    return b.load(now) < a.load(now) ? b : a;
  }

  public synchronized int queueLength() {
    return queue.size();
  }

  /** Places that are held now, also on replicas that were taken off the list. */
  public synchronized int inFlight() {
    return inFlight;
  }

  public synchronized int readyReplicas() {
    return ready.length;
  }

  /** How often a replica was set aside. */
  public synchronized long ejections() {
    return ejections;
  }
}
