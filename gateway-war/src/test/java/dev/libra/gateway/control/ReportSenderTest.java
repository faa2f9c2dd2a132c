package dev.libra.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.libra.gateway.metering.ServiceMeter;
import dev.libra.metrics.HistogramCodec;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportSenderTest {
  private final RealControl control = new RealControl(0);
  private final ServiceMeter meter = new ServiceMeter("search", Clock.systemUTC());
  private final ReportSender sender =
      new ReportSender("gateway-1", new ControlClient(control.url(), RealControl.TOKEN), () -> 17L);

  @AfterEach
  void stop() {
    control.close();
  }

  @Test
  void aReportHasTheFormOfTheContract() throws Exception {
    meter.record(TimeUnit.MILLISECONDS.toNanos(12), true);
    sender.send(List.of(meter.next()));

    JsonNode report = new ObjectMapper().readTree(control.reports().get(0));
    assertThat(report.path("kind").asText()).isEqualTo("interval");
    assertThat(report.path("gateway").asText()).isEqualTo("gateway-1");
    assertThat(report.path("upstreamsVersion").asLong()).isEqualTo(17);
    JsonNode interval = report.path("intervals").path(0);
    assertThat(interval.path("service").asText()).isEqualTo("search");
    assertThat(interval.path("requests").asLong()).isEqualTo(1);
    assertThat(interval.path("errors").asLong()).isEqualTo(1);
    assertThat(interval.path("start").asText()).endsWith("Z");
    assertThat(HistogramCodec.decode(interval.path("histogram").asText()).getMaxValue())
        .isBetween(12_000L, 12_010L);
  }

  @Test
  void theLastHalfMinuteIsKeptWhileControlIsAway() throws Exception {
    control.reportStatus(503);
    for (int second = 0; second < ReportSender.KEPT + 10; second++) {
      meter.record(TimeUnit.MICROSECONDS.toNanos(second), false);
      sender.send(List.of(meter.next()));
    }
    control.reportStatus(204);
    sender.send(List.of(meter.next()));
    assertThat(intervals(0)).isEqualTo(ReportSender.KEPT);
    sender.send(List.of(meter.next()));
    assertThat(intervals(1)).isEqualTo(1);
  }

  @Test
  void whatControlRefusesIsNotSentAgain() throws Exception {
    control.reportStatus(400);
    sender.send(List.of(meter.next()));
    control.reportStatus(204);
    sender.send(List.of(meter.next()));
    assertThat(intervals(0)).isEqualTo(1);
  }

  private int intervals(int report) throws Exception {
    return new ObjectMapper().readTree(control.reports().get(report)).path("intervals").size();
  }
}
