package dev.libra.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What servers of one template start faster from: an archive of loaded classes and a work area in
 * which Liberty has already resolved its features. Both come from one training run, and are valid
 * for this version of Java and this template only.
 */
public final class StartupCache {
  private static final String WORK_AREA = "workarea";
  private static final Duration START = Duration.ofSeconds(120);
  // The archive is written while the process ends.
  private static final Duration END = Duration.ofSeconds(180);

  private final LibraHome home;
  private final Path directory;

  public StartupCache(LibraHome home, Path template) {
    this.home = home;
    String version = System.getProperty("java.vm.version").replaceAll("[^A-Za-z0-9.]", "-");
    this.directory =
        home.cache().resolve(template.getFileName() + "-" + version + "-" + digest(template));
  }

  public boolean isBuilt() {
    return Files.isDirectory(directory);
  }

  Path directory() {
    return directory;
  }

  /** Options that make a server start from the archive; none before the cache is built. */
  public List<String> jvmOptions() {
    Path archive = directory.resolve(archiveName());
    if (Files.notExists(archive)) {
      return List.of();
    }
    return List.of((aot() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
  }

  /** Gives a server that has never run the trained work area. */
  void warm(Path serverDirectory) {
    Path source = directory.resolve(WORK_AREA);
    Path target = serverDirectory.resolve(WORK_AREA);
    if (!Files.isDirectory(source) || Files.exists(target)) {
      return;
    }
    try {
      FileTrees.copy(source, target);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + source, e);
    }
  }

  /**
   * Starts the server once, ends it when it is ready and keeps what it leaves. It waits for all
   * that in the calling thread, some ten seconds.
   *
   * @throws IllegalStateException if the server didn't get ready
   */
  public void build(LibertyServer training, BooleanSupplier ready) throws InterruptedException {
    Path half = directory.resolveSibling(directory.getFileName() + ".half");
    try {
      FileTrees.delete(half);
      Files.createDirectories(half);
      Path archive = half.resolve(archiveName());
      String option = (aot() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive;
      train(training.withJvmOptions(List.of(option)), ready);
      Path serverDirectory = home.serverDirectory(training.name());
      Files.move(serverDirectory.resolve(WORK_AREA), half.resolve(WORK_AREA));
      Files.move(half, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot build " + directory, e);
    } finally {
      new ServerDirectory(home.serverDirectory(training.name())).delete();
    }
  }

  private void train(LibertyServer training, BooleanSupplier ready) throws InterruptedException {
    ProcessRegistry registry = new ProcessRegistry(home);
    ProcessRecord record = new ProcessLauncher(home, registry).start(training.prepare(home));
    try {
      awaitReady(record, ready);
    } finally {
      Processes.stop(record, END);
      registry.remove(record.name());
    }
  }

  private void awaitReady(ProcessRecord record, BooleanSupplier ready) throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!ready.getAsBoolean()) {
      if (!Processes.isAlive(record) || System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "the training run did not get ready, see " + home.log(record.name()));
      }
      Thread.sleep(200);
    }
  }

  /** One archive of classes and profiles, made in one run: from JDK 25 on. */
  private static boolean aot() {
    return Runtime.version().feature() >= 25;
  }

  private static String archiveName() {
    return aot() ? "classes.aot" : "classes.jsa";
  }

  private static String digest(Path template) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String name : List.of("server.xml", "jvm.options")) {
        Path file = template.resolve(name);
        sha.update(
            Files.exists(file) ? Files.readAllBytes(file) : name.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + template, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
