package dev.libra.cli.workspace;

import dev.libra.process.LibraHome;
import java.nio.file.Path;

/**
 * Where this Libra lies.
 *
 * @param root the checkout
 * @param home its state, {@code .libra} unless LIBRA_HOME says otherwise
 */
public record Workspace(Path root, LibraHome home) {

  /** As the launcher script tells it. */
  public static Workspace current() {
    Path root = Path.of(System.getProperty("dev.libra.root", ".")).toAbsolutePath().normalize();
    String home = System.getenv("LIBRA_HOME");
    Path state = home == null || home.isBlank() ? root.resolve(".libra") : Path.of(home);
    return new Workspace(root, new LibraHome(state));
  }

  public Path libertyConfig(String kind) {
    return root.resolve("liberty-config").resolve(kind);
  }
}
