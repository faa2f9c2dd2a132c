package dev.libra.cli.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReactionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void timesFromTheSampleToTheCallAndTheLaunch() {
    List<JsonNode> decisions =
        List.of(
            decision("10:00:01.010", "10:00:00", 2, 2, 400, 0),
            decision("10:00:03.020", "10:00:02", 2, 3, 2000, 0),
            decision("10:00:05.000", "10:00:04", 3, 2, 600, 1));
    List<JsonNode> samples =
        List.of(
            json("{'replicas':[{'startedAt':'2026-11-25T09:00:00Z'}]}"),
            json(
                "{'replicas':[{'startedAt':'2026-11-25T09:00:00Z'},"
                    + "{'startedAt':'2026-11-25T10:00:03.220Z'},{'startedAt':null}]}"));
    Reactions reactions = Reactions.of(decisions, samples);
    assertThat(reactions.actions()).isEqualTo(2);
    assertThat(reactions.standIns()).isEqualTo(1 / 3.0);
    assertThat(reactions.callMs()).isEqualTo(new Spread(2, 1000.6, 1022, 1022));
    assertThat(reactions.decideMicros()).isEqualTo(new Spread(3, 600, 2000, 2000));
    assertThat(reactions.launchMs()).isEqualTo(new Spread(1, 200, 200, 200));
  }

  @Test
  void aLaunchThatTheSystemDatesBeforeItsDecisionIsItsOwn() {
    List<JsonNode> decisions =
        List.of(
            decision("10:00:03.020", "10:00:02", 2, 3, 2000, 0),
            decision("10:00:19.020", "10:00:18", 3, 4, 2000, 0));
    List<JsonNode> samples =
        List.of(
            json(
                "{'replicas':[{'startedAt':'2026-11-25T10:00:02.920Z'},"
                    + "{'startedAt':'2026-11-25T10:00:18.820Z'}]}"));
    assertThat(Reactions.of(decisions, samples).launchMs())
        .isEqualTo(new Spread(2, -200, -100, -100));
  }

  @Test
  void knowsNothingOfTimesWithoutActions() {
    Reactions reactions = Reactions.of(List.of(), List.of());
    assertThat(reactions.actions()).isZero();
    assertThat(reactions.standIns()).isZero();
    assertThat(reactions.callMs().median()).isNaN();
  }

  private static JsonNode decision(
      String at, String sample, int before, int applied, int micros, int fallback) {
    return json(
        String.format(
            "{'at':'2026-11-25T%sZ','sample':{'at':'2026-11-25T%sZ'},'before':%d,'applied':%d,"
                + "'durationMicros':%d,'proposal':{'terms':{'fallback':%d}}}",
            at, sample, before, applied, micros, fallback));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
