package dev.libra.api;

import dev.libra.fleet.Heartbeat;
import dev.libra.fleet.ReplicaHealth;
import dev.libra.metrics.GatewayReport;
import dev.libra.metrics.HistogramCodec;
import dev.libra.metrics.Interval;
import dev.libra.metrics.MetricsInbox;

/** Reads the updates of {@code POST /metrics/update}. */
final class UpdateReader {

  private UpdateReader() {}

  /**
   * @throws IllegalArgumentException naming the field that is missing or wrong
   */
  static void read(String json, MetricsInbox inbox) {
    Fields fields = Fields.parse(json);
    switch (fields.text("kind")) {
      case "interval" -> inbox.accept(report(fields));
      case "heartbeat" -> inbox.accept(heartbeat(fields));
      default -> throw fields.wrong("kind", "interval or heartbeat");
    }
  }

  private static GatewayReport report(Fields fields) {
    return new GatewayReport(
        fields.text("gateway"),
        fields.whole("upstreamsVersion"),
        fields.objects("intervals").stream().map(UpdateReader::interval).toList());
  }

  private static Interval interval(Fields fields) {
    try {
      return new Interval(
          fields.text("service"),
          fields.instant("start"),
          fields.instant("end"),
          fields.whole("requests"),
          fields.whole("errors"),
          HistogramCodec.decode(fields.text("histogram")));
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      throw new IllegalArgumentException(
          message.startsWith(fields.path()) ? message : fields.path() + message, e);
    }
  }

  private static Heartbeat heartbeat(Fields fields) {
    return new Heartbeat(
        fields.text("replica"),
        fields.text("service"),
        fields.uri("url"),
        fields.oneOf("state", ReplicaHealth.class),
        fields.decimal("cpu"),
        fields.whole("memoryBytes"),
        fields.count("inFlight"),
        fields.count("concurrency"),
        fields.instant("at"));
  }
}
