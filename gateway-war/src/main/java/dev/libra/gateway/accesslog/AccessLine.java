package dev.libra.gateway.accesslog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.libra.gateway.proxy.AccessLog.Entry;
import dev.libra.gateway.proxy.RequestHead;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A request as a line of JSON, so that nothing a client sends can look like another line.
 *
 * <p>{@code {"time","client","method","path","status","complete","bytes","ms","trace"}}. The query
 * is left out: it may hold what no log should.
 */
record AccessLine(Entry entry, long atMillis) {
  private static final int LONGEST_PATH = 2_048;
  private static final int LONGEST_TRACE = 64;

  byte[] bytes() {
    RequestHead request = entry.request();
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("time", Instant.ofEpochMilli(atMillis).toString());
    line.put("client", request.peer());
    line.put("method", request.method());
    line.put("path", shortened(request.path(), LONGEST_PATH));
    line.put("status", entry.status());
    line.put("complete", entry.complete());
    line.put("bytes", entry.bytes());
    line.put("ms", Math.round(entry.nanos() / 1e4) / 100.0);
    String trace = request.headers().first("traceparent");
    if (trace != null) {
      line.put("trace", shortened(trace, LONGEST_TRACE));
    }
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
