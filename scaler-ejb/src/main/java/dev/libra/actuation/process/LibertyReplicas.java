package dev.libra.actuation.process;

import dev.libra.fleet.ServiceSpec;
import dev.libra.process.LibertyServer;
import dev.libra.process.LibraHome;
import dev.libra.process.ProcessLauncher;
import dev.libra.process.ProcessRecord;
import dev.libra.process.ProcessRegistry;
import dev.libra.process.ServerDirectory;
import dev.libra.process.StartupCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replicas as Liberty servers, each from the shared runtime and the staged WAR of its service. */
final class LibertyReplicas implements ReplicaLauncher {
  private static final Logger LOG = System.getLogger(LibertyReplicas.class.getName());
  private static final String METRICS_PASSWORD = "metrics-password";

  private final LibertyReplicaSettings settings;
  private final ProcessLauncher launcher;
  private final StartupCache cache;

  LibertyReplicas(LibertyReplicaSettings settings) {
    this.settings = settings;
    this.launcher = new ProcessLauncher(settings.home(), new ProcessRegistry(settings.home()));
    this.cache = new StartupCache(settings.home(), settings.template());
  }

  @Override
  public void prepare(ReplicaPlan training) throws InterruptedException {
    if (!settings.warmUp() || cache.isBuilt()) {
      return;
    }
    LOG.log(Level.INFO, "Preparing quick starts of replicas, once for this Java");
    // Without control's address the exporter is off: the training run is no replica.
    Map<String, String> quiet = Map.of("LIBRA_CONTROL_URL", "");
    URI health = training.url().resolve("/health/started");
    cache.build(server(training, "training", quiet), () -> answers(health));
  }

  @Override
  public ProcessRecord launch(ReplicaPlan plan) {
    LibertyServer server = server(plan, ReplicaPlan.ROLE, Map.of());
    return launcher.start(server.prepare(settings.home(), cache));
  }

  private LibertyServer server(ReplicaPlan plan, String role, Map<String, String> more) {
    Path war = settings.home().apps().resolve(plan.service().name() + ".war");
    if (Files.notExists(war)) {
      throw new IllegalStateException("there is no application " + war);
    }
    Map<String, String> environment = environment(plan, war);
    environment.putAll(more);
    return new LibertyServer(
        plan.id(),
        role,
        plan.service().name(),
        plan.port(),
        settings.template(),
        Map.of(),
        secrets(),
        List.of(),
        environment);
  }

  private static boolean answers(URI url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      // Not listening yet.
      return false;
    }
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
    // Only the gateway reaches replicas, whatever address control itself listens on.
    environment.put("LIBRA_HTTP_HOST", "127.0.0.1");
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
