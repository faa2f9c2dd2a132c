package dev.libra.recommendation.search;

import dev.libra.recommendation.search.SearchClient.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls search, and does without it where that fails. */
@ApplicationScoped
public class SearchCalls {
  private static final Logger LOG = System.getLogger(SearchCalls.class.getName());

  private final SearchClient client;

  @Inject
  public SearchCalls(@RestClient SearchClient client) {
    this.client = client;
  }

  /** Weld makes its proxies with it. */
  protected SearchCalls() {
    this(null);
  }

  /** One retry, for the gateway itself already tries another replica. */
  @Timeout(1_200)
  @Retry(
      maxRetries = 1,
      delay = 50,
      jitter = 25,
      maxDuration = 2_000,
      abortOn = ClientErrorException.class)
  @CircuitBreaker(
      requestVolumeThreshold = 20,
      failureRatio = 0.5,
      delay = 5_000,
      skipOn = ClientErrorException.class)
  @Fallback(fallbackMethod = "nothing")
  public Found search(String authorization, String q, int limit) {
    return client.search(authorization, q, limit);
  }

  @SuppressWarnings("unused") // Fault tolerance calls it by its name.
  private Found nothing(String authorization, String q, int limit) {
    LOG.log(Level.DEBUG, "search is not available; recommending without it");
    return new Found(0, List.of());
  }
}
