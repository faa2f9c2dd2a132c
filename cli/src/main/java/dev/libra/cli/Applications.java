package dev.libra.cli;

import dev.libra.cli.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Copies what was built to where it runs, so that the next build doesn't disturb what runs. */
final class Applications {
  private static final List<String> SERVICES =
      List.of("auth", "search", "recommendation", "payment");
  private static final List<String> PLAIN = List.of("store", "traffic");

  private static final String SHIPPED_POLICY = "default.zip";

  private final Path root;
  private final Path apps;
  private final Path policies;

  Applications(Workspace workspace) {
    this.root = workspace.root();
    this.apps = workspace.home().apps();
    this.policies = workspace.home().policies();
  }

  void stage() {
    try {
      for (String service : SERVICES) {
        copy(root.resolve("services-war/" + service), "war", service + ".war");
      }
      copy(root.resolve("gateway-war"), "war", "gateway.war");
      copy(root.resolve("ear"), "ear", "libra.ear");
      copyAll(root.resolve("ear/target/learning"), learningLibraries());
      for (String process : PLAIN) {
        copyPlain(process);
      }
      stagePolicy();
    } catch (IOException e) {
      throw new UncheckedIOException("can't stage to " + apps + ": " + e.getMessage(), e);
    }
  }

  Path gateway() {
    return apps.resolve("gateway.war");
  }

  Path control() {
    return apps.resolve("libra.ear");
  }

  /** Deeplearning4j for control, beside its EAR. */
  Path learningLibraries() {
    return apps.resolve("learning");
  }

  /** The jars of a process that is a plain main class. */
  List<Path> classPath(String process) {
    try (Stream<Path> jars = Files.list(apps.resolve(process))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + apps.resolve(process), e);
    }
  }

  private void copyPlain(String process) throws IOException {
    copy(root.resolve(process), "jar", process + "/libra-" + process + ".jar");
    copyAll(root.resolve(process).resolve("target").resolve("lib"), apps.resolve(process));
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> jars = Files.list(from)) {
      for (Path jar : jars.toList()) {
        replace(jar, to.resolve(jar.getFileName()));
      }
    }
  }

  /** The artifact that this version ships, if it ships one. */
  private void stagePolicy() throws IOException {
    Files.createDirectories(policies);
    Path shipped = root.resolve("policy").resolve(SHIPPED_POLICY);
    if (Files.exists(shipped)) {
      replace(shipped, policies.resolve(SHIPPED_POLICY));
    }
  }

  /** Copies the one artifact of that kind which the module has built. */
  private void copy(Path module, String extension, String name) throws IOException {
    Path target = module.resolve("target");
    try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.of()) {
      Path built =
          files
              .filter(f -> f.toString().endsWith("." + extension))
              .filter(f -> !f.toString().matches(".*-(tests|sources|javadoc|classes)\\.jar"))
              .findFirst()
              .orElseThrow(() -> new CliException(module + " is not built: run './libra up'"));
      replace(built, apps.resolve(name));
    }
  }

  /** In one step: a process that runs keeps the file it has open. */
  private static void replace(Path source, Path target) throws IOException {
    if (isSame(source, target)) {
      return;
    }
    Files.createDirectories(target.getParent());
    Path half = target.resolveSibling(target.getFileName() + ".half");
    Files.copy(
        source, half, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isSame(Path source, Path target) throws IOException {
    return Files.exists(target)
        && Files.size(source) == Files.size(target)
        && Files.getLastModifiedTime(source).equals(Files.getLastModifiedTime(target));
  }
}
