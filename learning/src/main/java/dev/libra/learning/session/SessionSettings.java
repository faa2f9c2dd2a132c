package dev.libra.learning.session;

import dev.libra.fleet.Check;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What a training session leaves behind, and where.
 *
 * @param directory gets {@code policy.zip}, {@code result.json}, {@code curve.csv}, {@code
 *     checkpoint.bin} and the event files
 * @param evaluationEpisodes played after training, without exploring
 * @param curvePoints of the learning curve, about
 * @param checkpointEvery time between two checkpoints
 * @param traces SHA-256 of each trace that is trained on, by name
 * @param gitCommit as {@link dev.libra.learning.artifact.Provenance} wants it
 */
public record SessionSettings(
    Path directory,
    int evaluationEpisodes,
    int curvePoints,
    Duration checkpointEvery,
    Map<String, String> traces,
    String gitCommit) {

  public SessionSettings {
    Check.present("directory", directory);
    Check.between("evaluationEpisodes", evaluationEpisodes, 1, 100_000);
    Check.between("curvePoints", curvePoints, 1, 100_000);
    Check.between("checkpointEvery in s", checkpointEvery.toSeconds(), 1, 86_400);
    traces = Map.copyOf(traces);
    Check.text("gitCommit", gitCommit);
  }

  public SessionSettings withTraces(Map<String, String> value) {
    return new SessionSettings(
        directory, evaluationEpisodes, curvePoints, checkpointEvery, value, gitCommit);
  }

  /** 100 episodes, 200 points, a checkpoint every 30 s. */
  public static SessionSettings in(Path directory, String gitCommit) {
    return new SessionSettings(directory, 100, 200, Duration.ofSeconds(30), Map.of(), gitCommit);
  }
}
