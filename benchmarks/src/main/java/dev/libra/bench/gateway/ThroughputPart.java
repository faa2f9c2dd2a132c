package dev.libra.bench.gateway;

import dev.libra.bench.gateway.Proxies.Running;
import dev.libra.bench.load.Median;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All proxies in turn, several rounds, by wrk over 64 connections. */
final class ThroughputPart implements Part {
  private static final int CONNECTIONS = 64;
  private static final int UNBOUNDED = 10_000;

  @Override
  public String name() {
    return "throughput";
  }

  @Override
  public String title() {
    return "Throughput of small JSON over 64 connections, beside nginx and Spring Cloud Gateway";
  }

  @Override
  public List<Row> run(Bench bench) throws IOException, InterruptedException {
    int first = Children.freePort();
    int second = Children.freePort();
    Running upstream = bench.proxies().upstream("upstream", 0, first, second);
    try (BenchControl control = new BenchControl()) {
      control.put("bench-1", first, "ready", UNBOUNDED);
      control.put("bench-2", second, "ready", UNBOUNDED);
      List<Contestant> all =
          List.of(
              new Contestant(bench.proxies().libra(control.port(), Map.of())),
              new Contestant(bench.proxies().nginx(first, second)),
              new Contestant(bench.proxies().springCloudGateway(first)),
              new Contestant(bench.proxies().fullSpringCloudGateway(first)));
      List<String> errors = measure(bench, all);
      List<Row> rows = rows(all, errors);
      for (Contestant contestant : all) {
        bench.children().end(contestant.proxy().process());
      }
      return rows;
    } finally {
      bench.children().end(upstream.process());
    }
  }

  /** A proxy and what each round gave: answers/s, and µs of CPU it used per answer. */
  private record Contestant(Running proxy, List<Double> rates, List<Double> cpuMicros) {
    Contestant(Running proxy) {
      this(proxy, new ArrayList<>(), new ArrayList<>());
    }

    String name() {
      return proxy.name();
    }

    double rate() {
      return Median.of(rates);
    }

    void measure(Bench bench, int seconds, List<String> errors)
        throws IOException, InterruptedException {
      double before = CpuTime.micros(proxy.process());
      Wrk.Result result = bench.wrk(proxy.target(), CONNECTIONS, seconds);
      cpuMicros.add((CpuTime.micros(proxy.process()) - before) / (result.rate() * seconds));
      rates.add(result.rate());
      if (!result.errors().isEmpty()) {
        errors.add(name() + ": " + result.errors());
      }
    }
  }

  private static List<String> measure(Bench bench, List<Contestant> all)
      throws IOException, InterruptedException {
    List<String> errors = new ArrayList<>();
    for (Contestant contestant : all) {
      bench.wrk(contestant.proxy().target(), CONNECTIONS, bench.seconds(8, 15));
    }
    for (int round = 0; round < bench.seconds(3, 5); round++) {
      for (Contestant contestant : all) {
        contestant.measure(bench, bench.seconds(4, 8), errors);
      }
    }
    return errors;
  }

  private List<Row> rows(List<Contestant> all, List<String> errors) {
    double gateway = all.get(0).rate();
    double nginx = all.get(1).rate();
    double scg = all.get(2).rate();
    double full = all.get(3).rate();
    List<Row> rows = new ArrayList<>();
    rows.add(Row.atLeast(name(), "through the gateway", gateway, 10_000, " req/s"));
    rows.add(Row.info(name(), "through nginx (1 worker)", rounded(nginx) + " req/s"));
    rows.add(Row.info(name(), "through bare Spring Cloud Gateway", rounded(scg) + " req/s"));
    rows.add(
        Row.info(
            name(),
            "through Spring Cloud Gateway with balancing, breaker, retries, metrics",
            rounded(full) + " req/s"));
    rows.add(Row.atLeast(name(), "gateway / nginx", gateway / nginx, 0.5, " ×"));
    rows.add(Row.atLeast(name(), "gateway / bare Spring Cloud Gateway", gateway / scg, 3, " ×"));
    rows.add(
        Row.info(
            name(),
            "gateway / Spring Cloud Gateway with the same features",
            String.format(Locale.ROOT, "%.2f ×", gateway / full)));
    for (Contestant c : all) {
      rows.add(Row.info(name(), c.name() + ", req/s of each round", rounded(c.rates())));
      rows.add(
          Row.info(
              name(),
              c.name() + ", CPU per request of each round",
              rounded(c.cpuMicros()) + " µs"));
    }
    String bad = errors.isEmpty() ? "none" : errors.toString();
    rows.add(new Row(name(), "errors", bad, "none", errors.isEmpty()));
    return rows;
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String rounded(List<Double> values) {
    return values.stream().map(ThroughputPart::rounded).toList().toString();
  }
}
