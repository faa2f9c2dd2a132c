package dev.libra.actuation.process;

import dev.libra.fleet.ServiceSpec;
import dev.libra.process.LibertyServer;
import dev.libra.process.LibraHome;
import dev.libra.process.ProcessLauncher;
import dev.libra.process.ProcessRecord;
import dev.libra.process.ProcessRegistry;
import dev.libra.process.ServerDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replicas as Liberty servers, each from the shared runtime and the staged WAR of its service. */
final class LibertyReplicas implements ReplicaLauncher {
  private static final String METRICS_PASSWORD = "metrics-password";

  private final LibertyReplicaSettings settings;
  private final ProcessLauncher launcher;

  LibertyReplicas(LibertyReplicaSettings settings) {
    this.settings = settings;
    this.launcher = new ProcessLauncher(settings.home(), new ProcessRegistry(settings.home()));
  }

  @Override
  public ProcessRecord launch(ReplicaPlan plan) {
    Path war = settings.home().apps().resolve(plan.service().name() + ".war");
    if (Files.notExists(war)) {
      throw new IllegalStateException("there is no application " + war);
    }
    LibertyServer server =
        new LibertyServer(
            plan.id(),
            ReplicaPlan.ROLE,
            plan.service().name(),
            plan.port(),
            settings.template(),
            Map.of(),
            secrets(),
            List.of(),
            environment(plan, war));
    return launcher.start(server.prepare(settings.home()));
  }

  @Override
  public void cleanUp(String replica) {
    new ServerDirectory(settings.home().serverDirectory(replica)).delete();
  }

  private Map<String, String> secrets() {
    Path file = settings.home().secrets().resolve(METRICS_PASSWORD);
    try {
      return Map.of("libra.metrics.password", Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private Map<String, String> environment(ReplicaPlan plan, Path war) {
    LibraHome home = settings.home();
    ServiceSpec service = plan.service();
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("LIBRA_HOME", home.root().toString());
    environment.put("LIBRA_SECRETS_DIR", home.secrets().toString());
    environment.put("LIBRA_CLUSTER_TOKEN_FILE", home.secrets().resolve("cluster-token").toString());
    environment.put("LIBRA_SERVICE", service.name());
    environment.put("LIBRA_APP", war.toString());
    environment.put("LIBRA_HTTP_PORT", Integer.toString(plan.port()));
    environment.put("LIBRA_REPLICA_ID", plan.id());
    environment.put("LIBRA_REPLICA_SERVICE", service.name());
    environment.put("LIBRA_REPLICA_URL", plan.url().toString());
    environment.put("LIBRA_REPLICA_CONCURRENCY", Integer.toString(service.concurrency()));
    environment.put("LIBRA_REPLICA_SERVICE_TIME_MS", number(service.serviceTimeMs()));
    environment.put("LIBRA_REPLICA_CPU_LIMIT", number(service.cpuLimit()));
    return environment;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
