package dev.libra.bench.gateway;

import dev.libra.bench.gateway.Proxies.Running;
import dev.libra.bench.load.MalformedRequests;
import dev.libra.bench.load.MalformedRequests.Malformed;
import dev.libra.bench.load.RawClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Ten thousand malformed requests, by a seed. */
final class MalformedPart implements Part {
  private static final long SEED = 4;
  private static final int PATIENCE_MS = 2000;

  @Override
  public String name() {
    return "malformed";
  }

  @Override
  public String title() {
    return "Malformed requests";
  }

  @Override
  public List<Row> run(Bench bench) throws IOException, InterruptedException {
    try (BenchControl control = new BenchControl();
        Fleet fleet = new Fleet(bench, control, 0)) {
      fleet.add(64);
      Running gateway = bench.proxies().libra(control.port(), Map.of());
      List<Row> rows = measure(bench, gateway, bench.seconds(1000, 10_000));
      bench.children().end(gateway.process());
      return rows;
    }
  }

  private List<Row> measure(Bench bench, Running gateway, int count)
      throws IOException, InterruptedException {
    MalformedRequests generator = new MalformedRequests(new SplittableRandom(SEED), Proxies.PATH);
    RawClient client = new RawClient(gateway.port(), PATIENCE_MS);
    Judgement judgement = new Judgement();
    ProcessFigures before = null;
    for (int i = 0; i < count; i++) {
      if (i == count / 5) {
        before = ProcessFigures.of(gateway.process());
      }
      Malformed request = generator.next();
      judgement.hear(request, client.send(request.bytes()));
    }
    ProcessFigures after = ProcessFigures.of(gateway.process());
    int good = bench.children().get(gateway.target()).statusCode();
    List<Row> rows = new ArrayList<>();
    rows.add(Row.info(name(), "requests with seed " + SEED, Integer.toString(count)));
    rows.addAll(judgement.rows(name()));
    rows.add(
        Row.atMost(
            name(), "open files more than after a fifth", after.files() - before.files(), 20, ""));
    rows.add(
        Row.atMost(
            name(), "threads more than after a fifth", after.threads() - before.threads(), 10, ""));
    rows.add(
        new Row(name(), "a good request afterwards", Integer.toString(good), "200", good == 200));
    return rows;
  }
}
