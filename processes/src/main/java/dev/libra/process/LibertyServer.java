package dev.libra.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One Liberty server to be.
 *
 * @param template folder with {@code server.xml} and {@code jvm.options}, copied as it is
 * @param bootstrap lines of {@code bootstrap.properties}: variables of {@code server.xml}
 * @param secrets variables of {@code server.xml} that only the owner may read
 * @param jvmOptions added after those of {@code jvm.options}
 */
public record LibertyServer(
    String name,
    String role,
    String service,
    int port,
    Path template,
    Map<String, String> bootstrap,
    Map<String, String> secrets,
    List<String> jvmOptions,
    Map<String, String> environment) {

  public LibertyServer {
    ProcessRecord.requireName("name", name);
    bootstrap = Map.copyOf(bootstrap);
    secrets = Map.copyOf(secrets);
    jvmOptions = List.copyOf(jvmOptions);
    environment = Map.copyOf(environment);
  }

  public LibertyServer withJvmOptions(List<String> more) {
    List<String> all = new ArrayList<>(jvmOptions);
    all.addAll(more);
    return new LibertyServer(
        name, role, service, port, template, bootstrap, secrets, all, environment);
  }

  /** Like {@link #prepare(LibraHome)}, for a quick start if the cache is built. */
  public Launch prepare(LibraHome home, StartupCache cache) {
    cache.warm(home.serverDirectory(name));
    return withJvmOptions(cache.jvmOptions()).prepare(home);
  }

  /** Writes the server directory and says how to start it. */
  public Launch prepare(LibraHome home) {
    new ServerDirectory(home.serverDirectory(name)).write(this);
    return new LibertyCommand(home).launch(this);
  }
}
