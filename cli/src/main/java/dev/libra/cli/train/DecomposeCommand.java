package dev.libra.cli.train;

import dev.libra.cli.twin.ScalingTask;
import dev.libra.cli.workspace.Workspace;
import dev.libra.learning.artifact.ArtifactException;
import dev.libra.learning.artifact.ArtifactReader;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.learning.decomposition.Decomposer;
import dev.libra.learning.decomposition.Decomposition;
import dev.libra.learning.progress.EpisodesLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets an artifact that is there say what reward it expects. */
@Command(
    name = "decompose",
    mixinStandardHelpOptions = true,
    description = {
      "Let a scaling policy of before say what it expects of each part of its reward.",
      "Plays episodes with it and writes it with a decomposition.zip. What it decides stays the same,",
      "its digest doesn't. train does this by itself."
    })
public final class DecomposeCommand implements Callable<Integer> {
  private static final int MENDABLE = 2;

  @Option(names = "--artifact", required = true, description = "The policy.zip to read.")
  private Path artifact;

  @Option(names = "--out", required = true, description = "The file to write.")
  private Path out;

  @Option(
      names = "--episodes",
      defaultValue = "400",
      description = "Episodes to play, 2 to 1000000 (default: ${DEFAULT-VALUE}).")
  private int episodes;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      PolicyArtifact policy = ArtifactReader.read(artifact);
      Workspace workspace = Workspace.current();
      Map<String, String> options = policy.manifest().provenance().taskOptions();
      ScalingTask scaling = new ScalingTask(workspace.root(), workspace.home().root(), options);
      Decomposition decomposition =
          new Decomposer(scaling.task(), episodes)
              .of(policy, new EpisodesLine(System.out, "expected reward", episodes))
              .orElseThrow();
      policy.withDecomposition(decomposition.model()).write(out);
      System.out.print(text(decomposition.explained()));
      System.out.println(out);
      return 0;
    } catch (ArtifactException | IllegalArgumentException | IOException e) {
      spec.commandLine().getErr().println("libra: " + e.getMessage());
      return MENDABLE;
    }
  }

  /** A line for each component. */
  static String text(SortedMap<String, Double> explained) {
    StringBuilder lines = new StringBuilder();
    explained.forEach(
        (component, share) ->
            lines.append(
                String.format(
                    Locale.ROOT,
                    "expected reward, %s: %.0f %% of what varies is foretold%n",
                    component,
                    100 * share)));
    return lines.toString();
  }
}
