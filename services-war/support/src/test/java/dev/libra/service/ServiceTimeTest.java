package dev.libra.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class ServiceTimeTest {
  private static final Duration DRAWN = Duration.ofMillis(60);

  @Test
  void padsShortWork() throws Exception {
    assertThat(durationOf(() -> "done")).isGreaterThanOrEqualTo(DRAWN);
  }

  @Test
  void padsFailingWorkAndKeepsItsFailure() {
    long begin = System.nanoTime();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                serviceTime(60)
                    .pad(
                        () -> {
                          throw new IOException("no");
                        }));
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(DRAWN.toNanos());
  }

  @Test
  void anInterruptEndsThePaddingAndIsKept() throws Exception {
    Thread.currentThread().interrupt();
    assertThat(serviceTime(600_000).pad(() -> "done")).isEqualTo("done");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aMedianOfZeroTurnsItOff() throws Exception {
    ServiceTime never =
        new ServiceTime(
            new LogNormal(0, 1),
            () -> {
              throw new AssertionError("nothing is drawn");
            },
            System::nanoTime);
    assertThat(never.pad(() -> "done")).isEqualTo("done");
  }

  private static Duration durationOf(Callable<?> work) throws Exception {
    long begin = System.nanoTime();
    serviceTime(60).pad(work);
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static ServiceTime serviceTime(double medianMs) {
    return new ServiceTime(new LogNormal(medianMs, 0), new SplittableRandom(1), System::nanoTime);
  }
}
