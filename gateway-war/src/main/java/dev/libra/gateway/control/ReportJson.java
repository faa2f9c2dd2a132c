package dev.libra.gateway.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.libra.metrics.GatewayReport;
import dev.libra.metrics.HistogramCodec;
import dev.libra.metrics.Interval;
import java.io.UncheckedIOException;

/** Writes an {@code interval} update as control's API takes it. */
final class ReportJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportJson() {}

  static byte[] write(GatewayReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("kind", "interval");
    root.put("gateway", report.gateway());
    root.put("upstreamsVersion", report.upstreamsVersion());
    var intervals = root.putArray("intervals");
    report.intervals().forEach(interval -> intervals.add(json(interval)));
    try {
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode json(Interval interval) {
    return JSON.createObjectNode()
        .put("service", interval.service())
        .put("start", interval.start().toString())
        .put("end", interval.end().toString())
        .put("requests", interval.requests())
        .put("errors", interval.errors())
        .put("histogram", HistogramCodec.encode(interval.latency()));
  }
}
