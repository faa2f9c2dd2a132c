package dev.libra.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.HdrHistogram.Histogram;

class HistogramCodecTest {

  @Property(tries = 200)
  void decodesWhatItEncoded(
      @ForAll @Size(max = 50)
          List<@LongRange(min = 1, max = Interval.HIGHEST_MICROS) Long> values) {
    Histogram histogram = new Histogram(Interval.HIGHEST_MICROS, Interval.DIGITS);
    values.forEach(histogram::recordValue);
    assertThat(HistogramCodec.decode(HistogramCodec.encode(histogram))).isEqualTo(histogram);
  }

  @Property(tries = 500)
  void refusesAnythingElseWithAClearError(@ForAll String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HistogramCodec.decode(text))
        .withMessageStartingWith("histogram ");
  }
}
