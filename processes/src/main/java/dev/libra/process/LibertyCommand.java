package dev.libra.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a Liberty server is started as a plain {@code java} process, without the script {@code
 * server}: the process then is the server itself, which one signal ends and one pid names.
 */
final class LibertyCommand {
  private final LibraHome home;

  LibertyCommand(LibraHome home) {
    this.home = home;
  }

  Launch launch(LibertyServer server) {
    Path tools = home.wlp().resolve("bin").resolve("tools");
    List<String> arguments = new ArrayList<>(jvmOptions(home.serverDirectory(server.name())));
    arguments.addAll(server.jvmOptions());
    arguments.add("-Djava.awt.headless=true");
    arguments.add("-Djdk.attach.allowAttachSelf=true");
    arguments.add("@" + platformOptions());
    arguments.add("-javaagent:" + tools.resolve("ws-javaagent.jar"));
    arguments.add("-jar");
    arguments.add(tools.resolve("ws-server.jar").toString());
    arguments.add(server.name());
    return new Launch(
        server.name(),
        server.role(),
        server.service(),
        server.port(),
        arguments,
        environment(server),
        home.serverDirectory(server.name()));
  }

  /** The options Liberty's own script passes to this version of Java. */
  private Path platformOptions() {
    String file = Runtime.version().feature() >= 24 ? "java24.options" : "java9.options";
    return home.wlp().resolve("lib").resolve("platform").resolve("java").resolve(file);
  }

  private Map<String, String> environment(LibertyServer server) {
    Map<String, String> environment = new HashMap<>(server.environment());
    environment.put("WLP_USER_DIR", home.libertyUser().toString());
    environment.put("WLP_OUTPUT_DIR", home.libertyUser().resolve("servers").toString());
    environment.put("LOG_DIR", home.serverDirectory(server.name()).resolve("logs").toString());
    return environment;
  }

  private static List<String> jvmOptions(Path serverDirectory) {
    Path file = serverDirectory.resolve("jvm.options");
    if (Files.notExists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
