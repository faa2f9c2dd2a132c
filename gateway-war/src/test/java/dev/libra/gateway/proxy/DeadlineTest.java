package dev.libra.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {
  private static final long ARRIVED = Long.MAX_VALUE - 5;

  @Test
  void theTimeLeftIsPassedOn() {
    Headers headers = new Headers().add("Libra-Timeout-Ms", "500").add("X", "y");
    Deadline deadline = Deadline.of(request(headers), ARRIVED);
    long later = ARRIVED + TimeUnit.MILLISECONDS.toNanos(200);

    assertThat(deadline.hasPassed(later)).isFalse();
    assertThat(deadline.addTo(headers, later).all("Libra-Timeout-Ms")).containsExactly("300");
    assertThat(deadline.hasPassed(later + TimeUnit.MILLISECONDS.toNanos(300))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "soon", "1e3", "99999999999999999999"})
  void nonsenseIsNoDeadline(String value) {
    Headers headers = new Headers().add("Libra-Timeout-Ms", value);
    Deadline deadline = Deadline.of(request(headers), ARRIVED);
    assertThat(deadline.isSet()).isFalse();
    assertThat(deadline.hasPassed(ARRIVED + TimeUnit.DAYS.toNanos(9))).isFalse();
    assertThat(deadline.addTo(headers, ARRIVED)).isSameAs(headers);
  }

  private static RequestHead request(Headers headers) {
    return new RequestHead("GET", "/x", headers, "127.0.0.1", "localhost");
  }
}
