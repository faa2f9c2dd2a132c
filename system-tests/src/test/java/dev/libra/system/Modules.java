package dev.libra.system;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compiled classes of each module, read from their {@code target/classes}. */
final class Modules {
  private static final Path ROOT = Path.of(System.getProperty("libra.root")).normalize();

  private Modules() {}

  /** All production classes. */
  static JavaClasses all() {
    return new ClassFileImporter().importPaths(classFolders());
  }

  /** One module's classes; fails when it was not built. */
  static JavaClasses of(String module) {
    Path classes = ROOT.resolve(module).resolve("target/classes");
    if (!Files.isDirectory(classes)) {
      throw new IllegalStateException("build " + module + " first: " + classes + " is missing");
    }
    return new ClassFileImporter().importPath(classes);
  }

  /** Names of a module's classes. */
  static Set<String> names(String module) {
    return of(module).stream().map(c -> c.getName()).collect(Collectors.toSet());
  }

  private static List<Path> classFolders() {
    try (Stream<Path> modules = Files.walk(ROOT, 3)) {
      return modules.filter(p -> p.endsWith(Path.of("target", "classes"))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
