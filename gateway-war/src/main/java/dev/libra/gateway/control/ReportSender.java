package dev.libra.gateway.control;

import dev.libra.metrics.GatewayReport;
import dev.libra.metrics.Interval;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/** Sends intervals to control and keeps the newest while it is away. */
public final class ReportSender {
  private static final Logger LOG = System.getLogger(ReportSender.class.getName());

  /** Seconds of intervals that are kept. */
  static final int KEPT = 30;

  private final String gateway;
  private final ControlClient control;
  private final LongSupplier upstreamsVersion;
  private final Deque<List<Interval>> unsent = new ArrayDeque<>();
  private boolean away;

  /**
   * @param upstreamsVersion version of the list routed by at the moment of the call
   */
  public ReportSender(String gateway, ControlClient control, LongSupplier upstreamsVersion) {
    this.gateway = gateway;
    this.control = control;
    this.upstreamsVersion = upstreamsVersion;
  }

  /** Sends these intervals after those that could not be sent before. */
  public void send(List<Interval> intervals) throws InterruptedException {
    unsent.addLast(intervals);
    if (unsent.size() > KEPT) {
      unsent.removeFirst();
    }
    List<Interval> all = new ArrayList<>();
    unsent.forEach(all::addAll);
    long version = upstreamsVersion.getAsLong();
    try {
      answered(control.report(ReportJson.write(new GatewayReport(gateway, version, all))));
    } catch (IOException e) {
      keep(e.toString());
    }
  }

  private void answered(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status < 300) {
      unsent.clear();
      if (away) {
        LOG.log(Level.INFO, "Control takes metrics again");
        away = false;
      }
    } else if (status == 400 || status == 413) {
      // Sending the same again would fail for ever.
      unsent.clear();
      LOG.log(Level.ERROR, "Control refused metrics: " + status + " " + answer.body());
    } else {
      keep("it answered " + status);
    }
  }

  private void keep(String reason) {
    if (!away) {
      LOG.log(Level.WARNING, "Metrics are kept until control takes them: " + reason);
      away = true;
    }
  }
}
