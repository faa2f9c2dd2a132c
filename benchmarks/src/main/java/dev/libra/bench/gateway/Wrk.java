package dev.libra.bench.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** wrk as load: closed loop, as fast as the target answers. */
final class Wrk {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern SOCKET = Pattern.compile("Socket errors: (.*)");

  private Wrk() {}

  /**
   * What one run of wrk said.
   *
   * @param rate answers/s
   * @param errors what it said of bad answers and broken connections, or an empty text
   */
  record Result(double rate, double p50Ms, double p99Ms, String errors) {}

  static List<String> command(URI target, int connections, int seconds) {
    return List.of(
        "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency", target.toString());
  }

  static Result run(List<String> command) throws IOException, InterruptedException {
    Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (wrk.waitFor() != 0) {
      throw new IOException("wrk failed: " + output);
    }
    return parse(output);
  }

  static Result parse(String output) {
    return new Result(
        Double.parseDouble(find(RATE, output, "0")),
        latencyMs(output, "50%"),
        latencyMs(output, "99%"),
        (find(BAD, output, "") + " " + find(SOCKET, output, "")).strip());
  }

  private static double latencyMs(String output, String percentile) {
    Matcher matcher =
        Pattern.compile("\\s" + percentile + "\\s+([0-9.]+)(us|ms|s)").matcher(output);
    if (!matcher.find()) {
      return Double.NaN;
    }
    double value = Double.parseDouble(matcher.group(1));
    return switch (matcher.group(2)) {
      case "us" -> value / 1000;
      case "ms" -> value;
      default -> value * 1000;
    };
  }

  private static String find(Pattern pattern, String text, String otherwise) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : otherwise;
  }
}
