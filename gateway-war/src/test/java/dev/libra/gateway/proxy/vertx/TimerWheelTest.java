package dev.libra.gateway.proxy.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.gateway.proxy.EventLoop.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimerWheelTest {
  private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long START = Long.MAX_VALUE - 1000 * MS;

  @Property(tries = 200)
  void noTimerRunsEarlyAndNoneMuchLate(
      @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 0, max = 40_000) Integer> delaysMs) {
    TimerWheel wheel = new TimerWheel(START);
    long[] now = {START};
    List<Integer> run = new ArrayList<>();
    for (int delay : delaysMs) {
      wheel.schedule(
          START,
          delay * MS,
          () -> {
            assertThat(now[0] - START)
                .isBetween(delay * MS, delay * MS + 2 * TimerWheel.TICK_NANOS);
            run.add(delay);
          });
    }
    while (now[0] - START < 41_000 * MS) {
      now[0] += 25 * MS;
      wheel.advance(now[0]);
    }
    assertThat(run).hasSameSizeAs(delaysMs);
  }

  @Test
  void aCancelledTimerNeverRuns() {
    TimerWheel wheel = new TimerWheel(START);
    List<String> run = new ArrayList<>();
    Timer second = wheel.schedule(START, 100 * MS, () -> run.add("second"));
    Timer[] third = new Timer[1];
    wheel.schedule(START, 100 * MS, () -> third[0].cancel());
    third[0] = wheel.schedule(START, 100 * MS, () -> run.add("third"));
    second.cancel();
    wheel.advance(START + 1000 * MS);
    assertThat(run).isEmpty();
  }

  @Test
  void aStepMayScheduleAnother() {
    TimerWheel wheel = new TimerWheel(START);
    List<String> run = new ArrayList<>();
    wheel.schedule(START, 0, () -> wheel.schedule(START + 50 * MS, 0, () -> run.add("next")));
    wheel.advance(START + 500 * MS);
    assertThat(run).containsExactly("next");
  }
}
