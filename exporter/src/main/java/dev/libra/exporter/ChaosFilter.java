package dev.libra.exporter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Slows requests down, or fails them, as ordered; installed only where chaos is enabled. */
final class ChaosFilter implements Filter {
  private final ChaosOrders orders;

  ChaosFilter(ChaosOrders orders) {
    this.orders = orders;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ChaosOrders.Orders now = orders.now();
    if (InFlightFilter.isProbe(((HttpServletRequest) request).getRequestURI())) {
      chain.doFilter(request, response);
    } else if (ThreadLocalRandom.current().nextDouble() < now.failShare()) {
      ((HttpServletResponse) response).sendError(500, "chaos");
    } else {
      if (now.slowMs() > 0) {
        LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(now.slowMs()));
      }
      chain.doFilter(request, response);
    }
  }
}
