package dev.libra.process;

import java.nio.file.Path;

/** Where things lie under {@code .libra}; see the table of state in {@code docs/contracts.md}. */
public record LibraHome(Path root) {

  public LibraHome {
    root = root.toAbsolutePath().normalize();
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  public Path wlp() {
    return root.resolve("runtime").resolve("wlp");
  }

  public Path apps() {
    return root.resolve("apps");
  }

  /** Liberty's user directory; the server directories lie in its {@code servers}. */
  public Path libertyUser() {
    return root.resolve("servers");
  }

  public Path serverDirectory(String name) {
    return libertyUser().resolve("servers").resolve(name);
  }

  public Path run() {
    return root.resolve("run");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /** Policy artifacts; {@code default.zip} is the one that was shipped. */
  public Path policies() {
    return root.resolve("policy");
  }

  public Path spool() {
    return root.resolve("spool");
  }

  /** What can be made again at any time, such as class data archives. */
  public Path cache() {
    return root.resolve("cache");
  }
}
