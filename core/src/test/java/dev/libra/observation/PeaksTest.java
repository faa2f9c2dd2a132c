package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.TestData;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PeaksTest {

  @Property(tries = 200)
  void areThoseOfAllReadings(
      @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 0, max = 50) Integer> values,
      @ForAll @IntRange(min = 1, max = 40) int step,
      @ForAll @IntRange(min = 0, max = 1800) int lastS) {
    Peaks peaks = new Peaks();
    for (int i = 0; i < values.size(); i++) {
      Instant at = TestData.START.plusSeconds((long) i * step);
      peaks.add(at, values.get(i));
      int since = Math.max(0, i - lastS / step);
      double highest = Collections.max(values.subList(since, i + 1));
      assertThat(peaks.highest(lastS)).isEqualTo(highest);
    }
  }
}
