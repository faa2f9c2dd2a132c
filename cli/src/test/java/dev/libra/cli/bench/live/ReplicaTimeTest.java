package dev.libra.cli.bench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaTimeTest {
  private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

  @Test
  void countsEachSampleUntilTheNextOne() {
    List<FleetPoint> points = List.of(point(0, 1, 0, 0), point(4, 1, 2, 0), point(10, 3, 0, 1));
    ReplicaTime time = ReplicaTime.of(points, START, START.plusSeconds(12));
    assertThat(time.readyS()).isEqualTo(4 + 6 + 2 * 3);
    assertThat(time.paidS()).isEqualTo(4 + 6 * 3 + 2 * 4);
    assertThat(time.peak()).isEqualTo(4);
  }

  @Test
  void leavesOutWhatWasBeforeAndAfter() {
    List<FleetPoint> points =
        List.of(point(-20, 6, 0, 0), point(-1, 2, 0, 0), point(5, 3, 0, 0), point(11, 5, 0, 0));
    ReplicaTime time = ReplicaTime.of(points, START, START.plusSeconds(10));
    assertThat(time.paidS()).isEqualTo(5 * 2 + 5 * 3);
    assertThat(time.peak()).isEqualTo(3);
  }

  @Test
  void takesTheFirstSampleForWhatLiesBeforeIt() {
    ReplicaTime time = ReplicaTime.of(List.of(point(2, 2, 0, 0)), START, START.plusSeconds(10));
    assertThat(time.readyS()).isEqualTo(20);
  }

  @Test
  void refusesToJudgeWithoutSamples() {
    assertThatThrownBy(() -> ReplicaTime.of(List.of(), START, START.plusSeconds(1)))
        .hasMessageContaining("no samples");
  }

  private static FleetPoint point(int second, int ready, int starting, int draining) {
    return new FleetPoint(START.plusSeconds(second), ready, starting, draining);
  }
}
