package dev.libra.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InFlightFilterTest {
  private final InFlight inFlight = new InFlight();
  private final InFlightFilter filter = new InFlightFilter(inFlight);
  private final AtomicInteger during = new AtomicInteger(-1);
  private final FilterChain service = (request, response) -> during.set(inFlight.count());

  @Test
  void countsARequestWhileItIsInside() throws Exception {
    filter.doFilter(request("/search/products"), null, service);

    assertThat(during).hasValue(1);
    assertThat(inFlight.count()).isZero();
  }

  @Test
  void forgetsARequestThatFails() {
    FilterChain failing =
        (request, response) -> {
          throw new ServletException("broken");
        };

    assertThatThrownBy(() -> filter.doFilter(request("/search/products"), null, failing))
        .isInstanceOf(ServletException.class);
    assertThat(inFlight.count()).isZero();
  }

  @Test
  void leavesOutProbes() throws Exception {
    filter.doFilter(request("/health/ready"), null, service);
    assertThat(during).hasValue(0);

    filter.doFilter(request("/metrics"), null, service);
    assertThat(during).hasValue(0);
  }

  @Test
  void knowsAProbeFromAServiceOfSimilarName() {
    assertThat(InFlightFilter.isProbe("/healthy")).isFalse();
    assertThat(InFlightFilter.isProbe("/search/health")).isFalse();
    assertThat(InFlightFilter.isProbe("/health")).isTrue();
  }

  /** A request that only knows its URI and that it is not asynchronous. */
  private static HttpServletRequest request(String uri) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            InFlightFilterTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRequestURI" -> uri;
                  case "isAsyncStarted" -> false;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
