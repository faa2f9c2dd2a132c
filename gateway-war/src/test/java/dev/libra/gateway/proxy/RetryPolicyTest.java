package dev.libra.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.gateway.balance.Outcome;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private final RetryPolicy policy = new RetryPolicy(2, new RetryBudget(0.2));
  private final RequestHead get = head("GET");
  private final RequestHead post = head("POST");

  @Test
  void whatWasNeverSentIsAlwaysTriedAgain() {
    assertThat(policy.mayRetry(Outcome.UNREACHABLE, post, 100)).isTrue();
  }

  @Test
  void whatMayHaveBeenExecutedIsRepeatedOnlyIfThatIsHarmless() {
    assertThat(policy.mayRetry(Outcome.LOST, get, 0)).isTrue();
    assertThat(policy.mayRetry(Outcome.LOST, post, 0)).isFalse();
  }

  @Test
  void aRejectedRequestWasNotExecuted() {
    assertThat(policy.mayRetry(Outcome.REJECTED, post, 0)).isTrue();
  }

  @Test
  void retriesAreBounded() {
    assertThat(policy.mayRetry(Outcome.LOST, get, 1)).isTrue();
    assertThat(policy.mayRetry(Outcome.LOST, get, 2)).isFalse();
    assertThat(policy.mayRetry(Outcome.REJECTED, get, 2)).isFalse();
  }

  @Test
  void anAnswerIsFinal() {
    assertThat(policy.mayRetry(Outcome.ANSWERED, get, 0)).isFalse();
    assertThat(policy.mayRetry(Outcome.ABANDONED, get, 0)).isFalse();
  }

  @Test
  void theBudgetBoundsRetriesToAShareOfTheRequests() {
    while (policy.mayRetry(Outcome.LOST, get, 0)) {
      // Spends what the bucket holds at the start.
    }
    for (int i = 0; i < 50; i++) {
      policy.request();
    }
    int retries = 0;
    while (policy.mayRetry(Outcome.LOST, get, 0)) {
      retries++;
    }
    assertThat(retries).isEqualTo(10);
    assertThat(policy.mayRetry(Outcome.UNREACHABLE, get, 0)).isTrue();
  }

  private static RequestHead head(String method) {
    return new RequestHead(method, "/x", new Headers(), "127.0.0.1", "localhost");
  }
}
