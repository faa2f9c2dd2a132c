package dev.libra.learning.artifact;

import dev.libra.fleet.Check;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a policy comes from: enough to train it again.
 *
 * @param steps environment steps of training
 * @param hyperParameters by name, such as {@code learningRate: 2.5E-4}
 * @param traces SHA-256 of each trace it was trained on, by name
 * @param gitCommit 40 hexadecimal digits, with {@code -dirty} after them where files had been
 *     changed, or {@code unknown}
 */
public record Provenance(
    long seed,
    long steps,
    Map<String, String> hyperParameters,
    Map<String, String> traces,
    String gitCommit) {
  /** What a task's options are called among the hyper-parameters. */
  private static final String OPTION = "env.";

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}(-dirty)?|unknown");

  public Provenance {
    Check.notNegative("steps", steps);
    hyperParameters = new TreeMap<>(hyperParameters);
    hyperParameters.forEach(Check::text);
    traces = new TreeMap<>(traces);
    traces.forEach((name, hash) -> Sha256.check("SHA-256 of trace " + name, hash));
    if (gitCommit == null || !COMMIT.matcher(gitCommit).matches()) {
      throw new IllegalArgumentException(
          "gitCommit must match " + COMMIT.pattern() + ", was: " + gitCommit);
    }
  }

  /** An agent's settings and the options of the task that it was trained for. */
  public static Map<String, String> hyperParameters(
      Map<String, String> settings, Map<String, String> taskOptions) {
    Map<String, String> all = new TreeMap<>(settings);
    taskOptions.forEach((name, value) -> all.put(OPTION + name, value));
    return all;
  }

  /** The options of the task among the hyper-parameters. */
  public Map<String, String> taskOptions() {
    Map<String, String> options = new TreeMap<>();
    hyperParameters.forEach(
        (name, value) -> {
          if (name.startsWith(OPTION)) {
            options.put(name.substring(OPTION.length()), value);
          }
        });
    return options;
  }
}
