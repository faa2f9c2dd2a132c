package dev.libra.bench.gateway;

import java.util.List;
import java.util.Map;

/**
 * What one part found, as it is kept in a file of its own.
 *
 * @param command of Libra, which measured it
 * @param quick whether it was measured for a shorter time
 * @param at when it ended, in UTC
 * @param seconds how long it took
 * @param machine what it was measured on and with
 * @param commands of the processes that took part, one of each kind
 */
record PartResult(
    String part,
    String title,
    String command,
    boolean quick,
    String at,
    long seconds,
    Map<String, String> machine,
    List<String> commands,
    List<Row> rows) {

  boolean reached() {
    return rows.stream().allMatch(Row::reached);
  }
}
