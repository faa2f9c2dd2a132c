package dev.libra.bench.gateway;

import dev.libra.bench.gateway.Proxies.Running;
import dev.libra.bench.load.MalformedRequests;
import dev.libra.bench.load.MalformedRequests.Malformed;
import dev.libra.bench.load.RawClient;
import dev.libra.bench.load.RawClient.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

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
    Map<String, Integer> replies = new TreeMap<>();
    List<String> bad = new ArrayList<>();
    ProcessFigures before = null;
    for (int i = 0; i < count; i++) {
      if (i == count / 5) {
        before = ProcessFigures.of(gateway.process());
      }
      Malformed request = generator.next();
      Reply reply = client.send(request.bytes());
      replies.merge(request.kind() + " → " + reply.status(), 1, Integer::sum);
      if (!isRefusal(reply) && !mayPass(request, reply)) {
        bad.add(request.kind() + " → " + reply.status());
      }
    }
    ProcessFigures after = ProcessFigures.of(gateway.process());
    int good = bench.children().get(gateway.target()).statusCode();
    return List.of(
        Row.info(name(), "requests with seed " + SEED, Integer.toString(count)),
        Row.info(name(), "replies (0: closed without an answer)", replies.toString()),
        new Row(
            name(),
            "neither 4xx nor closed, or with a stack trace",
            bad.size() + " " + bad.stream().distinct().toList(),
            "0",
            bad.isEmpty()),
        Row.atMost(
            name(), "open files more than after a fifth", after.files() - before.files(), 20, ""),
        Row.atMost(
            name(), "threads more than after a fifth", after.threads() - before.threads(), 10, ""),
        new Row(name(), "a good request afterwards", Integer.toString(good), "200", good == 200));
  }

  /**
   * What RFC 9112 lets a server mend instead: a fold becomes a space (§5.2); of two framings one
   * counts if the connection is closed after the one answer (§6.3; of two lengths the container
   * does the same).
   */
  private static boolean mayPass(Malformed request, Reply reply) {
    boolean closed = reply.text().toLowerCase(Locale.ROOT).contains("connection: close");
    boolean one = reply.text().indexOf("HTTP/1.1 ", 1) < 0;
    return reply.status() == 200
        && switch (request.kind()) {
          case "folded field" -> one;
          case "length and chunked", "two lengths" -> one && closed;
          default -> false;
        };
  }

  private static boolean isRefusal(Reply reply) {
    boolean refused =
        reply.status() == 0
            || reply.status() >= 400 && reply.status() < 500
            || reply.status() == 501
            || reply.status() == 505;
    return refused && !reply.text().contains("\tat ");
  }
}
