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

  private final Path root;
  private final Path apps;

  Applications(Workspace workspace) {
    this.root = workspace.root();
    this.apps = workspace.home().apps();
  }

  void stage() {
    try {
      for (String service : SERVICES) {
        copy(root.resolve("services-war/" + service), "war", service + ".war");
      }
      copy(root.resolve("gateway-war"), "war", "gateway.war");
      copy(root.resolve("ear"), "ear", "libra.ear");
      for (String process : PLAIN) {
        copyPlain(process);
      }
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

  /** The jars of a process that is a plain main class. */
  List<Path> classPath(String process) {
    try (Stream<Path> jars = Files.list(apps.resolve(process))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + apps.resolve(process), e);
    }
  }

  private void copyPlain(String process) throws IOException {
    Path target = root.resolve(process).resolve("target");
    copy(root.resolve(process), "jar", process + "/libra-" + process + ".jar");
    try (Stream<Path> jars = Files.list(target.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        replace(jar, apps.resolve(process).resolve(jar.getFileName()));
      }
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
