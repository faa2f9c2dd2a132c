package dev.libra.cli;

import dev.libra.cli.workspace.Workspace;
import dev.libra.process.JavaProcess;
import dev.libra.process.Launch;
import dev.libra.process.LibertyServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each of the launcher's processes is started. */
final class Blueprint {
  private final Workspace workspace;
  private final Settings settings;
  private final Addresses addresses;
  private final Secrets secrets;
  private final Applications applications;

  Blueprint(
      Workspace workspace,
      Settings settings,
      Addresses addresses,
      Secrets secrets,
      Applications applications) {
    this.workspace = workspace;
    this.settings = settings;
    this.addresses = addresses;
    this.secrets = secrets;
    this.applications = applications;
  }

  Launch store() {
    Path file = workspace.home().root().resolve("store").resolve("libra.mv");
    return plain(
        "store",
        addresses.store(),
        "dev.libra.store.StoreMain",
        List.of(file.toString(), Integer.toString(addresses.store())));
  }

  Launch traffic() {
    return plain("traffic", addresses.traffic(), "dev.libra.traffic.TrafficServer", List.of());
  }

  Launch control() {
    Map<String, String> more =
        Map.of(
            "libra.admin.password", secrets.read(Secrets.ADMIN_PASSWORD),
            "libra.metrics.password", secrets.read(Secrets.METRICS_PASSWORD));
    return liberty("control", addresses.control(), applications.control(), more);
  }

  Launch gateway() {
    Map<String, String> more =
        Map.of("libra.metrics.password", secrets.read(Secrets.METRICS_PASSWORD));
    return liberty("gateway", addresses.gateway(), applications.gateway(), more);
  }

  private Launch plain(String name, int port, String main, List<String> arguments) {
    return new JavaProcess(
            name,
            name,
            null,
            port,
            applications.classPath(name),
            main,
            List.of("-Xmx256m", "-XX:+UseSerialGC"),
            arguments,
            environment())
        .launch(workspace.home());
  }

  private Launch liberty(String name, int port, Path app, Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("LIBRA_APP", app.toString());
    environment.put("LIBRA_LEARNING_LIBRARIES", applications.learningLibraries().toString());
    environment.put("LIBRA_HTTP_HOST", addresses.host());
    return new LibertyServer(
            name,
            name,
            null,
            port,
            workspace.libertyConfig(name),
            Map.of(),
            variables,
            List.of(),
            environment)
        .prepare(workspace.home());
  }

  /** What every process is told; secrets only as the paths of their files. */
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(settings.asEnvironment());
    environment.put("LIBRA_HOME", workspace.home().root().toString());
    environment.put("LIBRA_CONTROL_PORT", Integer.toString(addresses.control()));
    environment.put("LIBRA_GATEWAY_PORT", Integer.toString(addresses.gateway()));
    environment.put("LIBRA_GATEWAY_MANAGEMENT_PORT", Integer.toString(addresses.management()));
    environment.put("LIBRA_TRAFFIC_PORT", Integer.toString(addresses.traffic()));
    environment.put("LIBRA_CONTROL_URL", addresses.controlUrl());
    environment.put("LIBRA_GATEWAY_URL", addresses.gatewayUrl());
    environment.put("LIBRA_TRAFFIC_URL", addresses.trafficUrl());
    environment.put("LIBRA_SECRETS_DIR", workspace.home().secrets().toString());
    environment.put("LIBRA_CLUSTER_TOKEN_FILE", secrets.file(Secrets.CLUSTER_TOKEN).toString());
    environment.put(
        "LIBRA_ACTUATOR_REPLICA_TEMPLATE", workspace.libertyConfig("replica").toString());
    environment.putIfAbsent("LIBRA_MONGODB_URI", "mongodb://127.0.0.1:" + addresses.store());
    return environment;
  }
}
