package dev.libra.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.libra.ManualClock;
import dev.libra.TestData;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveFleetTest {
  private final ManualClock clock = ManualClock.create();
  private final LiveFleet fleet =
      new LiveFleet(clock, Duration.ofSeconds(6), Duration.ofSeconds(10));

  @Test
  void isUnknownUntilItHasSettled() {
    assertThat(fleet.current()).isEmpty();
    clock.advance(Duration.ofSeconds(6));
    assertThat(fleet.current()).isPresent();
  }

  @Test
  void isKnownAtOnceWhenToldSo() {
    fleet.settled();
    assertThat(fleet.current()).isPresent();
  }

  @Test
  void aStartingReplicaIsNoUpstreamYet() {
    fleet.settled();
    launch("search-1");
    beat("search-1", ReplicaHealth.STARTING);
    assertThat(upstreams()).isEmpty();
  }

  @Test
  void aReadyReplicaIsAnUpstream() {
    fleet.settled();
    launch("search-1");
    clock.advance(Duration.ofSeconds(7));
    beat("search-1", ReplicaHealth.READY);
    assertThat(upstreams()).extracting(Upstream::state).containsExactly(ReplicaState.READY);
    assertThat(fleet.replica("search-1").orElseThrow().readySince()).isEqualTo(clock.instant());
  }

  @Test
  void aReplicaNobodyLaunchedHereIsAdded() {
    beat("search-9", ReplicaHealth.READY);
    assertThat(fleet.replicas("search")).extracting(Replica::id).containsExactly("search-9");
  }

  @Test
  void aDrainingReplicaStaysDrainingWhateverItSays() {
    fleet.settled();
    beat("search-1", ReplicaHealth.READY);
    fleet.drain("search-1");
    beat("search-1", ReplicaHealth.READY);
    assertThat(upstreams()).extracting(Upstream::state).containsExactly(ReplicaState.DRAINING);
  }

  @Test
  void theVersionGrowsOnlyWithTheList() {
    fleet.settled();
    beat("search-1", ReplicaHealth.READY);
    long version = fleet.current().orElseThrow().version();
    beat("search-1", ReplicaHealth.READY);
    assertThat(fleet.current().orElseThrow().version()).isEqualTo(version);
    assertThat(fleet.drain("search-1")).isGreaterThan(version);
    fleet.gone("search-1");
    assertThat(fleet.current().orElseThrow().version()).isGreaterThan(version + 1);
  }

  @Test
  void aLaterFleetHasHigherVersions() {
    clock.advance(Duration.ofSeconds(1));
    LiveFleet next = new LiveFleet(clock, Duration.ZERO, Duration.ofSeconds(10));
    fleet.settled();
    assertThat(next.current().orElseThrow().version())
        .isGreaterThan(fleet.current().orElseThrow().version());
  }

  @Test
  void aDrainIsAcknowledgedByEveryGatewayThatLives() {
    beat("search-1", ReplicaHealth.READY);
    fleet.acknowledge("gateway-1", 0);
    fleet.acknowledge("gateway-2", 0);
    long version = fleet.drain("search-1");
    fleet.acknowledge("gateway-1", version);
    assertThat(fleet.isAcknowledged(version)).isFalse();
    clock.advance(Duration.ofSeconds(8));
    fleet.acknowledge("gateway-1", version);
    clock.advance(Duration.ofSeconds(3));
    assertThat(fleet.isAcknowledged(version)).isTrue();
  }

  @Test
  void refusesAReplicaThatChangesItsService() {
    launch("search-1");
    Heartbeat beat = TestData.heartbeat("search-1", ReplicaHealth.READY, clock.instant());
    Heartbeat other =
        new Heartbeat("search-1", "auth", beat.url(), beat.state(), 0, 0, 0, 8, clock.instant());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fleet.heartbeat(other))
        .withMessage("replica search-1 belongs to search, not to auth");
  }

  private void launch(String id) {
    URI url = URI.create("http://127.0.0.1:9200");
    fleet.launched(Replica.starting(id, "search", url, clock.instant()));
  }

  private void beat(String id, ReplicaHealth state) {
    fleet.heartbeat(TestData.heartbeat(id, state, clock.instant()));
  }

  private java.util.List<Upstream> upstreams() {
    return fleet.current().orElseThrow().of("search");
  }
}
