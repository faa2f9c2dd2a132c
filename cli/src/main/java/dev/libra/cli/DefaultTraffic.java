package dev.libra.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** The gentle traffic that gives a new installation something to scale. */
final class DefaultTraffic {
  private static final String SCENARIO = "default";

  private DefaultTraffic() {}

  /** Starts it unless it runs already. */
  static void start(LocalApi api, Addresses addresses, Progress progress) {
    String runs = addresses.trafficUrl() + "/runs";
    if (isRunning(api, runs)) {
      return;
    }
    int status = api.post(runs, "{\"scenario\":\"" + SCENARIO + "\"}");
    if (status != 201) {
      throw new CliException(
          "the default traffic didn't start (" + status + "): see .libra/logs/traffic.log");
    }
    progress.say("  default traffic started");
  }

  private static boolean isRunning(LocalApi api, String runs) {
    for (JsonNode run : api.get(runs).orElseThrow(() -> new CliException("traffic is away"))) {
      boolean same = run.path("scenario").asText().equals(SCENARIO);
      if (same && run.path("state").asText().equals("running")) {
        return true;
      }
    }
    return false;
  }
}
