package dev.libra.exporter;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts each request from its arrival to its answer, also if that comes from another thread. */
final class InFlightFilter implements Filter {
  /** Probes are not work: a service whose context root is {@code /} would count them otherwise. */
  private static final Set<String> PROBES = Set.of("health", "metrics");

  private final InFlight inFlight;

  InFlightFilter(InFlight inFlight) {
    this.inFlight = inFlight;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isProbe(((HttpServletRequest) request).getRequestURI())) {
      chain.doFilter(request, response);
      return;
    }
    Visit visit = new Visit(inFlight);
    try {
      chain.doFilter(request, response);
    } finally {
      if (request.isAsyncStarted()) {
        request.getAsyncContext().addListener(visit);
      } else {
        visit.end();
      }
    }
  }

  static boolean isProbe(String uri) {
    int end = uri.indexOf('/', 1);
    return uri.startsWith("/") && PROBES.contains(uri.substring(1, end < 0 ? uri.length() : end));
  }

  /** Ends once, however many of the container's events say so. */
  private static final class Visit implements AsyncListener {
    private final InFlight inFlight;
    private final AtomicBoolean ended = new AtomicBoolean();

    Visit(InFlight inFlight) {
      this.inFlight = inFlight;
      inFlight.entered();
    }

    void end() {
      if (ended.compareAndSet(false, true)) {
        inFlight.left();
      }
    }

    @Override
    public void onComplete(AsyncEvent event) {
      end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // The container completes the request next.
    }

    @Override
    public void onError(AsyncEvent event) {
      // As above.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
