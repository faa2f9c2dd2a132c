package dev.libra.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param service the service a replica serves, else null
 * @param arguments what follows {@code java} and the installation's marks on the command line
 * @param environment added to this process's own
 * @param directory the working directory
 */
public record Launch(
    String name,
    String role,
    String service,
    int port,
    List<String> arguments,
    Map<String, String> environment,
    Path directory) {

  public Launch {
    ProcessRecord.requireName("name", name);
    ProcessRecord.requireName("role", role);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }
}
