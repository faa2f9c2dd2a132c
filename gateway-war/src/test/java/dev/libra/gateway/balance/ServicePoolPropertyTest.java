package dev.libra.gateway.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.Upstream;
import dev.libra.gateway.balance.Requests.Request;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens in whatever order: places neither leak nor exceed what the replicas offer. */
class ServicePoolPropertyTest {
  private static final int REPLICAS = 3;
  private static final Outcome[] OUTCOMES = Outcome.values();

  private long now;
  private final Requests requests = new Requests();
  private final List<Request> holding = new ArrayList<>();
  private final List<Request> all = new ArrayList<>();

  @Property(tries = 500)
  void placesNeitherLeakNorExceed(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 999) Integer> steps,
      @ForAll @IntRange(min = 1, max = 4) int concurrency,
      @ForAll long seed) {
    requests.granted.clear();
    requests.refused.clear();
    holding.clear();
    all.clear();
    ServicePool pool =
        new ServicePool(
            new QueueLimits(10, Duration.ofSeconds(5)),
            BalanceRules.DEFAULT,
            new SplittableRandom(seed),
            () -> now);
    for (int step : steps) {
      act(pool, step, concurrency);
      int seen = requests.granted.size();
      holding.clear();
      requests.granted.stream().filter(r -> r.place != null).forEach(holding::add);
      assertThat(pool.inFlight()).isEqualTo(holding.size());
      assertThat(perReplica().values()).allMatch(n -> n <= concurrency);
      assertThat(seen + requests.refused.size() + pool.queueLength())
          .as("each request is granted, refused or waits")
          .isEqualTo(all.size());
    }
    settle(pool, concurrency);
    assertThat(pool.inFlight()).isZero();
    assertThat(pool.queueLength()).isZero();
  }

  private void act(ServicePool pool, int step, int concurrency) {
    switch (step % 5) {
      case 0, 1 -> {
        Request request = requests.request("r" + all.size());
        all.add(request);
        pool.acquire(request);
      }
      case 2 -> {
        if (!holding.isEmpty()) {
          release(holding.get(step % holding.size()), OUTCOMES[step % OUTCOMES.length]);
        }
      }
      case 3 -> {
        now += TimeUnit.MILLISECONDS.toNanos(step * 5L);
        pool.tick();
      }
      default -> pool.update(list(step % 27, concurrency));
    }
  }

  /** Lets all end: every replica ready, everything that is granted answered. */
  private void settle(ServicePool pool, int concurrency) {
    pool.update(list(0, concurrency));
    for (int round = 0; round < 50; round++) {
      now += TimeUnit.SECONDS.toNanos(6);
      requests.granted.stream()
          .filter(r -> r.place != null)
          .forEach(r -> release(r, Outcome.ANSWERED));
      pool.tick();
    }
  }

  private static void release(Request request, Outcome outcome) {
    Place place = request.place;
    request.place = null;
    place.release(outcome);
  }

  private Map<String, Integer> perReplica() {
    Map<String, Integer> counts = new HashMap<>();
    holding.forEach(r -> counts.merge(r.place.replica(), 1, Integer::sum));
    return counts;
  }

  /** A list in which each replica is ready, draining or missing, by a base-3 digit of the code. */
  private static List<Upstream> list(int code, int concurrency) {
    List<Upstream> list = new ArrayList<>();
    int rest = code;
    for (int i = 0; i < REPLICAS; i++, rest /= 3) {
      if (rest % 3 < 2) {
        ReplicaState state = rest % 3 == 0 ? ReplicaState.READY : ReplicaState.DRAINING;
        URI url = URI.create("http://127.0.0.1:" + (9200 + i));
        list.add(new Upstream("r-" + i, url, state, concurrency));
      }
    }
    return list;
  }

  @Property(tries = 5)
  void placesNeitherLeakNorExceedWhenThreadsCompete(@ForAll long seed) throws Exception {
    ServicePool pool =
        new ServicePool(
            new QueueLimits(100_000, Duration.ofMinutes(1)),
            BalanceRules.DEFAULT,
            new SplittableRandom(seed),
            System::nanoTime);
    pool.update(list(0, 4));
    int threads = 4;
    int perThread = 5_000;
    CountDownLatch answered = new CountDownLatch(threads * perThread);
    AtomicInteger held = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    for (int t = 0; t < threads; t++) {
      Random random = new Random(seed + t);
      workers.execute(
          () -> {
            for (int i = 0; i < perThread; i++) {
              pool.acquire(new Competitor(workers, held, most, answered));
              if (random.nextInt(100) == 0) {
                pool.tick();
              }
            }
          });
    }
    assertThat(answered.await(60, TimeUnit.SECONDS)).isTrue();
    workers.shutdown();
    assertThat(most.get()).isBetween(1, REPLICAS * 4);
    assertThat(pool.inFlight()).isZero();
    assertThat(pool.queueLength()).isZero();
  }

  private record Competitor(
      ExecutorService workers, AtomicInteger held, AtomicInteger most, CountDownLatch answered)
      implements Waiter {

    @Override
    public void granted(Place place) {
      most.accumulateAndGet(held.incrementAndGet(), Math::max);
      workers.execute(
          () -> {
            held.decrementAndGet();
            place.release(Outcome.ANSWERED);
            answered.countDown();
          });
    }

    @Override
    public void turnedAway(Refusal refusal) {
      throw new AssertionError(refusal);
    }
  }
}
