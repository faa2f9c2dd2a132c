package dev.libra.bench.gateway;

import dev.libra.bench.load.MalformedRequests.Malformed;
import dev.libra.bench.load.RawClient.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts how malformed requests were taken, by what RFC 9112 wants and what it allows. */
final class Judgement {
  private final Map<String, Integer> replies = new TreeMap<>();
  private final Map<String, Integer> bad = new TreeMap<>();
  private int mended;
  private int firstLength;

  void hear(Malformed request, Reply reply) {
    String what = request.kind() + " → " + reply.status();
    replies.merge(what, 1, Integer::sum);
    if (isRefusal(reply)) {
      return;
    }
    boolean one = reply.status() == 200 && reply.text().indexOf("HTTP/1.1 ", 1) < 0;
    boolean closed = reply.text().toLowerCase(Locale.ROOT).contains("connection: close");
    if (one && mayMend(request.kind(), closed)) {
      mended++;
    } else if (one && closed && request.kind().equals("two lengths")) {
      firstLength++;
    } else {
      bad.merge(what, 1, Integer::sum);
    }
  }

  /**
   * Other whitespace may be taken for a space (§3), and so may a fold (§5.2); the coding may count
   * if the connection is closed (§6.3).
   */
  private static boolean mayMend(String kind, boolean closed) {
    return kind.equals("tab after the method")
        || kind.equals("folded field")
        || kind.equals("length and chunked") && closed;
  }

  private static boolean isRefusal(Reply reply) {
    boolean refused =
        reply.status() == 0
            || reply.status() >= 400 && reply.status() < 500
            || reply.status() == 501
            || reply.status() == 505;
    return refused && !reply.text().contains("\tat ");
  }

  List<Row> rows(String part) {
    List<Row> rows = new ArrayList<>();
    rows.add(Row.info(part, "replies (0: closed without an answer)", replies.toString()));
    int wrong = bad.values().stream().mapToInt(Integer::intValue).sum();
    rows.add(
        new Row(
            part,
            "neither 4xx nor closed, or with a stack trace",
            wrong + " " + bad,
            "0",
            wrong == 0));
    rows.add(
        Row.info(
            part,
            "mended as RFC 9112 allows: a tab (§3), folds (§5.2), a length beside a coding (§6.3)",
            Integer.toString(mended)));
    rows.add(
        new Row(
            part,
            "of two lengths the first taken, then closed, where RFC 9112 §6.3 wants a 400",
            Integer.toString(firstLength),
            "0",
            firstLength == 0));
    return rows;
  }
}
