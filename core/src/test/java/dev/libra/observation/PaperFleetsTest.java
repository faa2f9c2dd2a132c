package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.TestData;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaperFleetsTest {
  private static final ServiceSpec SERVICE = TestData.service("search", 1, 6);

  /** 8 places of a replica serve 100 requests/s. */
  private static final double SECONDS = 0.08;

  /** The rule that holds for half a minute and has the load at 55 % of the capacity. */
  private static final int RULE = 1;

  private final SizingRules rules = new SizingRules(1);
  private final PaperFleets fleets = new PaperFleets(rules);
  private int second;

  @Test
  void areReadyTenSecondsAfterTheyWereWanted() {
    meet(50, 20);
    assertThat(fleets.wanted()[RULE]).isEqualTo(1);
    assertThat(fleets.late()[RULE]).isZero();
    // Too much for one replica, enough for the three that are wanted; two start at once.
    meet(150, 2);
    assertThat(fleets.wanted()[RULE]).isEqualTo(3);
    assertThat(fleets.late()[RULE]).isEqualTo(1);
    assertThat(fleets.paid()[RULE]).isEqualTo(1);
    meet(150, 8);
    assertThat(fleets.late()[RULE]).isEqualTo(1);
    assertThat(fleets.paid()[RULE]).isGreaterThanOrEqualTo(3);
    meet(150, 30);
    assertThat(fleets.late()[RULE]).isZero();
    assertThat(fleets.paid()[RULE]).isEqualTo(3);
  }

  @Test
  void startTwoReplicasAtOnce() {
    meet(50, 20);
    meet(300, 12);
    assertThat(fleets.wanted()[RULE]).isEqualTo(6);
    // Three replicas serve a queue of 300 requests/s, but don't keep up with it.
    assertThat(fleets.late()[RULE]).isEqualTo(1);
    meet(300, 40);
    assertThat(fleets.late()[RULE]).isZero();
  }

  @Test
  void areNotLateAsLongAsTheQueueIsShort() {
    int overcommitted = 7;
    meet(50, 20);
    // A replica serves 100 requests/s; a queue of 7 may make late.
    meet(99, 60);
    assertThat(fleets.wanted()[overcommitted]).isEqualTo(1);
    assertThat(fleets.late()[overcommitted]).isZero();
    meet(102, 4);
    assertThat(fleets.late()[overcommitted]).isBetween(0.1, 0.9);
    meet(102, 20);
    assertThat(fleets.late()[overcommitted]).isEqualTo(1);
  }

  @Test
  void knowWhatTheLoadRequires() {
    meet(50, 2);
    meet(150, 2);
    assertThat(fleets.required()).isEqualTo(2);
    meet(10_000, 2);
    assertThat(fleets.required()).isEqualTo(6);
  }

  @Test
  void payForNothingBeforeAnyTimeHasPassed() {
    meet(50, 2);
    assertThat(fleets.paid()[RULE]).isZero();
    meet(50, 2);
    assertThat(fleets.paid()[RULE]).isEqualTo(1);
  }

  private void meet(double load, int seconds) {
    for (int s = 0; s < seconds; s += 2) {
      Observation observation = observation(1);
      rules.add(observation.at(), new double[] {load}, SECONDS, SERVICE);
      fleets.add(observation, load, SECONDS, second == 0 ? 0 : 2);
      second += 2;
    }
  }

  private Observation observation(int desired) {
    Instant now = TestData.START.plusSeconds(second);
    Sample sample = TestData.sample("search", now);
    return new Observation(SERVICE, sample, Duration.ofSeconds(1), desired, now);
  }
}
