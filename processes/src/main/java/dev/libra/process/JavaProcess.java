package dev.libra.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A process that is a plain main class, such as the store and the traffic engine.
 *
 * @param jvmOptions for example {@code -Xmx256m} or {@code -Dlibra.store.port=27117}
 */
public record JavaProcess(
    String name,
    String role,
    String service,
    int port,
    List<Path> classPath,
    String mainClass,
    List<String> jvmOptions,
    List<String> arguments,
    Map<String, String> environment) {

  public Launch launch(LibraHome home) {
    List<String> all = new ArrayList<>(jvmOptions);
    all.add("-cp");
    all.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    all.add(mainClass);
    all.addAll(arguments);
    return new Launch(name, role, service, port, all, environment, home.root());
  }
}
