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
 * <p>A free place goes to the less busy of two replicas drawn at random; while there is none,
 * requests wait in order of arrival. A request that comes back for another try waits at the head,
 * and gets the replica it failed on only when no other one is free.
 */
public final class ServicePool {
  private final QueueLimits limits;
  private final RandomGenerator random;
  private final LongSupplier nanoTime;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private Map<String, Target> targets = Map.of();
  private Target[] ready = {};
  private Target[] free = {};
  private int inFlight;

  private record Waiting(Waiter waiter, long deadline, Target avoid) {}

  /**
   * @param random draws replicas; used under this pool's lock only
   * @param nanoTime as {@link System#nanoTime}
   */
  public ServicePool(QueueLimits limits, RandomGenerator random, LongSupplier nanoTime) {
    this.limits = limits;
    this.random = random;
    this.nanoTime = nanoTime;
  }

  /** Asks for a place; the waiter may be answered before this returns. */
  public void acquire(Waiter waiter) {
    long now = nanoTime.getAsLong();
    Place place;
    synchronized (this) {
      place = queue.isEmpty() ? take(null, now) : null;
      if (place == null && queue.size() < limits.length()) {
        queue.addLast(new Waiting(waiter, now + limits.timeoutNanos(), null));
        return;
      }
    }
    if (place == null) {
      waiter.turnedAway(Refusal.QUEUE_FULL);
    } else {
      waiter.granted(place);
    }
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
      Map<String, Target> next = stillBusy();
      for (Upstream upstream : upstreams) {
        next.put(upstream.replica(), target(upstream));
      }
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

  private Target target(Upstream upstream) {
    Target known = targets.get(upstream.replica());
    if (known == null || !known.url().equals(upstream.url())) {
      return new Target(upstream, nanoTime.getAsLong());
    }
    known.update(upstream);
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
      place.target().release(outcome, place.grantedAt(), now);
      if (!queue.isEmpty()) {
        answers = new ArrayList<>();
        fill(now, answers);
      }
    }
    answers.forEach(Runnable::run);
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
      default -> lessBusyOfTwo(count);
    };
  }

  private Target lessBusyOfTwo(int count) {
    int first = random.nextInt(count);
    int second = random.nextInt(count - 1);
    Target a = free[first];
    Target b = free[second < first ? second : second + 1];
    return b.outstanding() < a.outstanding() ? b : a;
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
}
