package dev.libra.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.TestData;
import org.junit.jupiter.api.Test;

class InMemorySampleLogTest extends SampleLogContract {

  @Override
  protected SampleLog log() {
    return new InMemorySampleLog(100);
  }

  @Test
  void forgetsTheOldestBeyondItsCapacity() {
    InMemorySampleLog log = new InMemorySampleLog(2);
    for (int i = 0; i < 3; i++) {
      log.append(TestData.sample("search", TestData.START.plusSeconds(i)));
    }
    assertThat(log.query("search", TestData.START, 10))
        .extracting(Sample::at)
        .containsExactly(TestData.START.plusSeconds(2), TestData.START.plusSeconds(1));
  }
}
