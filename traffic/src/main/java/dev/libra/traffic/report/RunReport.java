package dev.libra.traffic.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.libra.traffic.engine.Figures;
import dev.libra.traffic.engine.LoadRun;
import dev.libra.traffic.engine.Second;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * The files of a run: {@code seconds.csv} and {@code latency.hlog} grow while it runs, {@code
 * summary.json} and {@code report.html} come at its end.
 */
public final class RunReport implements AutoCloseable {
  /** Below this share of requests sent in time a run says nothing about its target. */
  private static final double VALID_SHARE = 0.99;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path directory;
  private final PrintWriter seconds;
  private final HistogramLogWriter histograms;
  private final Instant start;
  private final ArrayNode rows = JSON.createArrayNode();

  public RunReport(Path directory, Instant start) {
    this.directory = directory;
    this.start = start;
    try {
      Files.createDirectories(directory);
      seconds = new PrintWriter(Files.newBufferedWriter(directory.resolve("seconds.csv")));
      histograms = new HistogramLogWriter(directory.resolve("latency.hlog").toFile());
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException("can't write to " + directory, e);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write to " + directory, e);
    }
    seconds.println("second,intendedRps,sentRps,answered,failed,inFlight,p50Ms,p95Ms,p99Ms");
    histograms.outputLogFormatVersion();
    histograms.outputStartTime(start.toEpochMilli());
    histograms.setBaseTime(start.toEpochMilli());
    histograms.outputLegend();
  }

  /** Adds a second to both files. */
  public void add(Second second) {
    Histogram latency = second.latency();
    rows.addArray()
        .add(second.second())
        .add(rounded(second.intendedRps()))
        .add(second.sentRps())
        .add(second.answered())
        .add(second.failed())
        .add(second.inFlight())
        .add(ms(latency, 50))
        .add(ms(latency, 95))
        .add(ms(latency, 99));
    seconds.printf(
        Locale.ROOT,
        "%d,%.2f,%.0f,%d,%d,%d,%.3f,%.3f,%.3f%n",
        second.second(),
        second.intendedRps(),
        second.sentRps(),
        second.answered(),
        second.failed(),
        second.inFlight(),
        ms(latency, 50),
        ms(latency, 95),
        ms(latency, 99));
    seconds.flush();
    latency.setStartTimeStamp(start.plusSeconds(second.second() - 1L).toEpochMilli());
    latency.setEndTimeStamp(start.plusSeconds(second.second()).toEpochMilli());
    histograms.outputIntervalHistogram(latency);
  }

  /**
   * Writes the summary and the page.
   *
   * @param about what was run: command, seed, hash of the trace
   * @param history what control can tell, or null without a control
   * @param chaos what was done to the installation meanwhile
   */
  public Path summarize(
      LoadRun run, Map<String, String> about, ControlHistory history, List<Disturbance> chaos) {
    ObjectNode summary = summary(run, about);
    Path file = directory.resolve("summary.json");
    try {
      JSON.writeValue(file.toFile(), summary);
      ReportPage.write(directory.resolve("report.html"), page(run, summary, history, chaos));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("can't write to " + directory, e);
    }
  }

  private ObjectNode summary(LoadRun run, Map<String, String> about) {
    ObjectNode summary = JSON.createObjectNode();
    put(summary, run.figures());
    summary.put("void", run.figures().achievedShare() < VALID_SHARE);
    summary.put("startedAt", start.toString());
    about.forEach(summary::put);
    ObjectNode services = summary.putObject("services");
    run.figuresByService().forEach((service, figures) -> put(services.putObject(service), figures));
    return summary;
  }

  private ObjectNode page(
      LoadRun run, ObjectNode summary, ControlHistory history, List<Disturbance> chaos) {
    ObjectNode page =
        history == null
            ? JSON.createObjectNode()
            : history.since(start, List.copyOf(run.figuresByService().keySet()));
    page.withObjectProperty("replicas");
    page.withArrayProperty("decisions");
    page.set("summary", summary);
    page.set("seconds", rows);
    page.set("chaos", JSON.valueToTree(chaos));
    return page;
  }

  @Override
  public void close() {
    seconds.close();
    histograms.close();
  }

  private static void put(ObjectNode node, Figures figures) {
    node.put("intended", figures.intended());
    node.put("sent", figures.sent());
    node.put("late", figures.late());
    node.put("achievedShare", figures.achievedShare());
    node.put("retries", figures.retries());
    node.put("failed", figures.failed());
    node.put("failedShare", figures.failedShare());
    node.put("refused", figures.refused());
    ObjectNode failures = node.putObject("failures");
    figures.failures().forEach(failures::put);
    node.put("meanMs", figures.meanMs());
    node.put("p50Ms", figures.p50Ms());
    node.put("p95Ms", figures.p95Ms());
    node.put("p99Ms", figures.p99Ms());
    node.put("p999Ms", figures.p999Ms());
    node.put("maxMs", figures.maxMs());
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static double ms(Histogram latency, double percentile) {
    return latency.getTotalCount() == 0 ? 0 : latency.getValueAtPercentile(percentile) / 1000.0;
  }
}
