package dev.libra.traffic.run;

import dev.libra.traffic.engine.LoadRun;
import dev.libra.traffic.engine.Second;
import dev.libra.traffic.report.Disturbance;
import dev.libra.traffic.report.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of one run; without an installation's home there are none. */
final class RunFiles implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  /** A run without an end must not gather a day's seconds in memory and on disk. */
  private static final int MOST_SECONDS = 86_400;

  private final RunSettings settings;
  private final Order order;
  private final RunReport report;
  private final Path directory;
  private int seconds;

  private RunFiles(RunSettings settings, Order order, RunReport report, Path directory) {
    this.settings = settings;
    this.order = order;
    this.report = report;
    this.directory = directory;
  }

  static RunFiles of(RunSettings settings, Order order, Instant start) {
    if (settings.home() == null) {
      return new RunFiles(settings, order, null, null);
    }
    String name = TIME.format(start) + "-" + order.request().scenario();
    Path directory = settings.home().resolve("runs").resolve(name);
    return new RunFiles(settings, order, new RunReport(directory, start), directory);
  }

  void add(Second second) {
    if (report != null && seconds++ < MOST_SECONDS) {
      report.add(second);
    }
  }

  void summarize(LoadRun run, List<Disturbance> chaos) {
    if (report != null) {
      report.summarize(run, about(), settings.history(), chaos);
    }
  }

  String directory() {
    return directory == null ? null : directory.toString();
  }

  Path page() {
    return directory.resolve("report.html");
  }

  boolean hasPage() {
    return directory != null && Files.exists(page());
  }

  @Override
  public void close() {
    if (report != null) {
      report.close();
    }
  }

  private Map<String, String> about() {
    Map<String, String> about = new TreeMap<>();
    about.put("scenario", order.request().scenario());
    about.put("target", settings.target(order.target()).gateway().toString());
    about.put("seed", Long.toString(order.seed()));
    about.put("command", "POST /runs " + order.request());
    return about;
  }
}
