package dev.libra.gateway.proxy;

import dev.libra.gateway.balance.ServicePool;
import dev.libra.gateway.metering.LatencyBuckets;
import dev.libra.gateway.metering.ServiceMeter;
import java.util.concurrent.atomic.LongAdder;

/** All the gateway keeps of one service. */
public record Route(
    String service,
    ServicePool pool,
    ServiceMeter meter,
    AccessCheck access,
    RouteCounters counters,
    LatencyBuckets latency) {

  /** Totals since the start; writing them makes no request wait. */
  public record RouteCounters(
      LongAdder requests, LongAdder errors, LongAdder retries, LongAdder shed, LongAdder denied) {
    public RouteCounters() {
      this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }
  }

  public static Route of(String service, ServicePool pool, ServiceMeter meter, AccessCheck access) {
    return new Route(service, pool, meter, access, new RouteCounters(), new LatencyBuckets());
  }

  void record(long nanos, boolean error) {
    meter.record(nanos, error);
    counters.requests().increment();
    if (error) {
      counters.errors().increment();
    }
  }
}
