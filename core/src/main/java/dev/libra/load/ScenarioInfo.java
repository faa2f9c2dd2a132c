package dev.libra.load;

import dev.libra.fleet.Check;
import java.util.List;

/**
 * A traffic shape that can be started.
 *
 * @param durationS how long it runs by itself; 0 = until it is stopped
 * @param preview the rate curve in requests/s, at even steps over the duration
 */
public record ScenarioInfo(
    String name, String description, double durationS, List<Double> preview) {

  public ScenarioInfo {
    Check.name("scenario", name);
    Check.text("description", description);
    Check.notNegative("durationS", durationS);
    preview = List.copyOf(preview);
  }
}
