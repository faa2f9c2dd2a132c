package dev.libra.gateway.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.Upstream;
import dev.libra.gateway.balance.Requests.Request;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServicePoolTest {
  // Near the overflow, since System.nanoTime may be anything.
  private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(3);
  private final Requests requests = new Requests();
  private final ServicePool pool =
      new ServicePool(
          new QueueLimits(3, Duration.ofSeconds(30)),
          BalanceRules.DEFAULT,
          new SplittableRandom(1),
          () -> now);

  @Test
  void aFreePlaceIsGivenAtOnce() {
    pool.update(List.of(ready("a", 1)));

    assertThat(acquire("1").place.replica()).isEqualTo("a");
    assertThat(pool.inFlight()).isEqualTo(1);
    assertThat(pool.queueLength()).isZero();
  }

  @Test
  void requestsWaitInOrderOfArrival() {
    pool.update(List.of(ready("a", 1)));
    Request first = acquire("1");
    Request second = acquire("2");
    Request third = acquire("3");

    first.place.release(Outcome.ANSWERED);
    assertThat(requests.namesOfGranted()).containsExactly("1", "2");
    second.place.release(Outcome.ANSWERED);
    assertThat(requests.namesOfGranted()).containsExactly("1", "2", "3");
    third.place.release(Outcome.ANSWERED);
    assertThat(pool.inFlight()).isZero();
  }

  @Test
  void requestsWaitForTheFirstReplicaToArrive() {
    Request waiting = acquire("1");
    assertThat(waiting.place).isNull();

    pool.update(List.of(ready("a", 1)));
    assertThat(waiting.place.replica()).isEqualTo("a");
  }

  @Test
  void moreConcurrencyLetsWaitersIn() {
    pool.update(List.of(ready("a", 1)));
    acquire("1");
    acquire("2");

    pool.update(List.of(ready("a", 2)));
    assertThat(requests.namesOfGranted()).containsExactly("1", "2");
  }

  @Test
  void aFullQueueTurnsAway() {
    acquire("1");
    acquire("2");
    acquire("3");

    assertThat(acquire("4").refusal).isEqualTo(Refusal.QUEUE_FULL);
    assertThat(pool.queueLength()).isEqualTo(3);
  }

  @Test
  void whoWaitsTooLongIsTurnedAway() {
    Request old = acquire("1");
    after(Duration.ofSeconds(10));
    Request young = acquire("2");

    after(Duration.ofSeconds(20));
    pool.tick();

    assertThat(old.refusal).isEqualTo(Refusal.WAITED_TOO_LONG);
    assertThat(young.refusal).isNull();
  }

  @Test
  void aCancelledRequestGetsNoPlace() {
    Request gone = acquire("1");
    assertThat(pool.cancel(gone)).isTrue();
    assertThat(pool.cancel(gone)).isFalse();

    pool.update(List.of(ready("a", 1)));
    assertThat(gone.place).isNull();
    assertThat(pool.inFlight()).isZero();
  }

  @Test
  void releasingTwiceFreesOnePlace() {
    pool.update(List.of(ready("a", 1)));
    Request first = acquire("1");
    first.place.release(Outcome.ANSWERED);
    first.place.release(Outcome.ANSWERED);

    acquire("2");
    assertThat(acquire("3").place).isNull();
  }

  @Test
  void aDrainingReplicaGetsNoNewRequests() {
    pool.update(List.of(ready("a", 2)));
    Request running = acquire("1");
    pool.update(List.of(new Upstream("a", url("a"), ReplicaState.DRAINING, 2)));

    assertThat(acquire("2").place).isNull();
    running.place.release(Outcome.ANSWERED);
    assertThat(pool.inFlight()).isZero();
    assertThat(pool.readyReplicas()).isZero();
  }

  @Test
  void aReplicaAtAnotherAddressIsANewOne() {
    pool.update(List.of(ready("a", 1)));
    Request onTheOld = acquire("1");
    pool.update(List.of(new Upstream("a", url("elsewhere"), ReplicaState.READY, 1)));

    assertThat(acquire("2").place.url()).isEqualTo(url("elsewhere"));
    onTheOld.place.release(Outcome.ANSWERED);
    assertThat(acquire("3").place).as("the new one is still full").isNull();
  }

  @Test
  void aReplicaThatReturnsToTheListIsStillAsBusy() {
    pool.update(List.of(ready("a", 1)));
    Request running = acquire("1");
    pool.update(List.of());
    pool.update(List.of(ready("a", 1)));

    Request next = acquire("2");
    assertThat(next.place).isNull();
    running.place.release(Outcome.ANSWERED);
    assertThat(next.place).isNotNull();
  }

  @Test
  void theLessBusyOfTwoIsChosen() {
    pool.update(List.of(ready("a", 100), ready("b", 100)));
    for (int i = 0; i < 100; i++) {
      acquire("r" + i);
    }
    assertThat(perReplica()).containsEntry("a", 50).containsEntry("b", 50);
  }

  @Test
  void withManyReplicasTheLoadIsSpread() {
    List<Upstream> ten = new java.util.ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ten.add(ready("r" + i, 1000));
    }
    pool.update(ten);
    for (int i = 0; i < 1000; i++) {
      acquire("q" + i);
    }
    assertThat(perReplica().values()).hasSize(10).allSatisfy(n -> assertThat(n).isBetween(95, 105));
  }

  @Test
  void anotherTryGoesToAnotherReplicaAndToTheHeadOfTheQueue() {
    pool.update(List.of(ready("a", 1), ready("b", 1)));
    Request failing = acquire("1");
    Request other = acquire("2");
    Request waiting = acquire("3");
    String failedOn = failing.place.replica();
    Place failed = failing.place;
    failed.release(Outcome.UNREACHABLE);
    pool.acquireAgain(failing, failed, now);
    assertThat(waiting.place).isNull();

    other.place.release(Outcome.ANSWERED);
    assertThat(failing.place.replica()).isNotEqualTo(failedOn);
    assertThat(waiting.place).isNull();
  }

  @Test
  void anotherTryMayGoToTheSameReplicaIfThereIsNoOther() {
    pool.update(List.of(ready("a", 2)));
    Request failing = acquire("1");
    Place failed = failing.place;
    failing.place = null;
    failed.release(Outcome.LOST);
    pool.acquireAgain(failing, failed, now);
    after(Duration.ofMillis(100));
    pool.tick();
    assertThat(failing.place).isNotNull();
  }

  @Test
  void anUnreachableReplicaRestsAndIsThenProbedByOneRequest() {
    pool.update(List.of(ready("a", 8)));
    acquire("1").place.release(Outcome.UNREACHABLE);
    Request probe = acquire("2");
    Request second = acquire("3");
    assertThat(probe.place).isNull();

    after(Duration.ofMillis(1000));
    pool.tick();
    assertThat(probe.place).isNotNull();
    assertThat(second.place).isNull();

    probe.place.release(Outcome.ANSWERED);
    assertThat(second.place).isNotNull();
    assertThat(acquire("4").place).isNotNull();
  }

  @Test
  void aReplicaThatGoesOnFailingRestsLonger() {
    pool.update(List.of(ready("a", 1)));
    long[] rests = {1000, 2000, 4000, 5000, 5000};
    for (long rest : rests) {
      acquire("x").place.release(Outcome.UNREACHABLE);
      Request probe = acquire("probe");
      after(Duration.ofMillis(rest - 1));
      pool.tick();
      assertThat(probe.place).isNull();
      after(Duration.ofMillis(1));
      pool.tick();
      assertThat(probe.place).isNotNull();
      probe.place.release(Outcome.ABANDONED);
    }
  }

  @Test
  void triesThatFailTogetherCountOnce() {
    pool.update(List.of(ready("a", 3)));
    Request[] together = {acquire("1"), acquire("2"), acquire("3")};
    for (Request request : together) {
      request.place.release(Outcome.UNREACHABLE);
    }
    after(Duration.ofMillis(1000));
    assertThat(acquire("4").place).isNotNull();
  }

  @Test
  void aBrokenConnectionSetsAReplicaAsideForAMomentAndASecondOneForLonger() {
    pool.update(List.of(ready("a", 1)));
    acquire("1").place.release(Outcome.LOST);
    Request second = acquire("2");
    assertThat(second.place).isNull();
    after(Duration.ofMillis(100));
    pool.tick();
    assertThat(second.place).isNotNull();

    second.place.release(Outcome.LOST);
    Request third = acquire("3");
    after(Duration.ofMillis(1999));
    pool.tick();
    assertThat(third.place).isNull();
    after(Duration.ofMillis(1));
    pool.tick();
    assertThat(third.place).isNotNull();
  }

  @Test
  void aReplicaThatRejectsRestsForAMoment() {
    pool.update(List.of(ready("a", 2)));
    acquire("1").place.release(Outcome.REJECTED);
    Request next = acquire("2");
    assertThat(next.place).isNull();
    after(Duration.ofMillis(50));
    pool.tick();
    assertThat(next.place).isNotNull();
  }

  @Test
  void aReplicaThatAnswersErrorsInARowIsSetAside() {
    pool.update(List.of(ready("a", 100), ready("b", 100)));
    answerUntil("a", Outcome.ERROR, BalanceRules.DEFAULT.ejectAfter());

    assertThat(pool.ejections()).isEqualTo(1);
    for (int i = 0; i < 20; i++) {
      assertThat(acquire("after").place.replica()).isEqualTo("b");
    }
  }

  @Test
  void noMoreThanTheShareIsSetAsideForErrors() {
    pool.update(List.of(ready("a", 100), ready("b", 100)));
    answerUntil("a", Outcome.ERROR, 5);
    answerUntil("b", Outcome.ERROR, 50);

    assertThat(pool.ejections()).isEqualTo(1);
    assertThat(acquire("still").place.replica()).isEqualTo("b");
  }

  @Test
  void anErrorNowAndThenSetsNothingAside() {
    pool.update(List.of(ready("a", 100), ready("b", 100)));
    for (int i = 0; i < 20; i++) {
      answerUntil("a", Outcome.ERROR, 4);
      answerUntil("a", Outcome.ANSWERED, 1);
    }
    assertThat(pool.ejections()).isZero();
  }

  @Test
  void aFreshReplicaGetsItsShareLittleByLittle() {
    pool.update(List.of(ready("a", 1000)));
    after(Duration.ofSeconds(10));
    pool.update(List.of(ready("a", 1000), ready("b", 1000)));
    for (int i = 0; i < 100; i++) {
      acquire("early" + i);
    }
    assertThat(perReplica().get("b")).isLessThan(20);

    requests.granted.clear();
    after(Duration.ofSeconds(10));
    for (int i = 0; i < 1000; i++) {
      acquire("late" + i);
    }
    assertThat(perReplica().get("b")).isGreaterThan(500);
  }

  @Test
  void theSlowerReplicaGetsLess() {
    pool.update(List.of(ready("a", 1000), ready("b", 1000)));
    after(Duration.ofSeconds(10));
    for (int i = 0; i < 20; i++) {
      Place place = acquire("measured").place;
      now += TimeUnit.MILLISECONDS.toNanos(place.replica().equals("a") ? 90 : 10);
      place.release(Outcome.ANSWERED);
    }
    requests.granted.clear();
    for (int i = 0; i < 100; i++) {
      acquire("r" + i);
    }
    assertThat(perReplica().get("b")).isGreaterThan(2 * perReplica().get("a"));
  }

  @Test
  void aSilentReplicaHangsOnlyIfAnotherCouldAnswer() {
    pool.update(List.of(ready("a", 8)));
    Place silent = acquire("1").place;
    after(BalanceRules.DEFAULT.stall());
    assertThat(silent.isStalled()).as("there is no other").isFalse();

    pool.update(List.of(ready("a", 8), ready("b", 8)));
    assertThat(silent.isStalled()).isTrue();
    acquireOn("a").answered(now);
    assertThat(silent.isStalled()).as("it answers others").isFalse();
  }

  @Test
  void aStalledReplicaRests() {
    pool.update(List.of(ready("a", 8), ready("b", 8)));
    acquireOn("a").release(Outcome.STALLED);
    for (int i = 0; i < 8; i++) {
      assertThat(acquire("after").place.replica()).isEqualTo("b");
    }
  }

  @Test
  void whoWouldWaitTooLongIsRefusedAtOnce() {
    ServicePool shedding = shedding();
    shedding.update(List.of(ready("a", 1)));
    Request running = request(shedding);
    for (int i = 0; i < 20; i++) {
      request(shedding);
      now += TimeUnit.MILLISECONDS.toNanos(100);
      running.place.release(Outcome.ANSWERED);
      running = requests.granted.get(requests.granted.size() - 1);
    }
    // A place comes free every 100 ms, so ten may wait for a second at most.
    for (int i = 0; i < 30; i++) {
      request(shedding);
    }
    assertThat(shedding.queueLength()).isBetween(9, 10);
    assertThat(requests.refused).extracting(r -> r.refusal).containsOnly(Refusal.OVERLOADED);
  }

  @Test
  void aQueueThatStoodEmptyForLongIsUsedAgain() {
    ServicePool shedding = shedding();
    shedding.update(List.of(ready("a", 1)));
    Request running = request(shedding);
    for (int i = 0; i < 20; i++) {
      request(shedding);
      now += TimeUnit.MILLISECONDS.toNanos(100);
      running.place.release(Outcome.ANSWERED);
      running = requests.granted.get(requests.granted.size() - 1);
    }
    now += TimeUnit.MINUTES.toNanos(1);
    for (int i = 0; i < 5; i++) {
      request(shedding);
    }
    assertThat(shedding.queueLength()).isEqualTo(5);
  }

  @Test
  void withoutAReplicaNobodyIsRefusedForTheWait() {
    ServicePool shedding = shedding();
    for (int i = 0; i < 100; i++) {
      request(shedding);
    }
    assertThat(requests.refused).isEmpty();
  }

  private ServicePool shedding() {
    return new ServicePool(
        new QueueLimits(1000, Duration.ofSeconds(30), Duration.ofSeconds(1)),
        BalanceRules.DEFAULT,
        new SplittableRandom(1),
        () -> now);
  }

  private Request request(ServicePool asked) {
    Request request = requests.request("r");
    asked.acquire(request);
    return request;
  }

  /** Takes places until one is on the replica; all others are given back. */
  private Place acquireOn(String replica) {
    List<Place> others = new java.util.ArrayList<>();
    Place place = acquire("on").place;
    while (!place.replica().equals(replica)) {
      others.add(place);
      place = acquire("on").place;
    }
    others.forEach(other -> other.release(Outcome.ABANDONED));
    return place;
  }

  private void answerUntil(String replica, Outcome outcome, int times) {
    for (int i = 0; i < times; i++) {
      acquireOn(replica).release(outcome);
    }
  }

  private Map<String, Integer> perReplica() {
    Map<String, Integer> counts = new HashMap<>();
    requests.granted.forEach(r -> counts.merge(r.place.replica(), 1, Integer::sum));
    return counts;
  }

  private Request acquire(String name) {
    Request request = requests.request(name);
    pool.acquire(request);
    return request;
  }

  private void after(Duration time) {
    now += time.toNanos();
  }

  private static Upstream ready(String replica, int concurrency) {
    return new Upstream(replica, url(replica), ReplicaState.READY, concurrency);
  }

  private static URI url(String host) {
    return URI.create("http://" + host + ":80");
  }
}
