package dev.libra.control.ejb;

import dev.libra.actuation.process.ActuatorSettings;
import dev.libra.actuation.process.LibertyReplicaSettings;
import dev.libra.control.learned.LearnedSettings;
import dev.libra.decision.mongo.DecisionSettings;
import dev.libra.fleet.ServiceSpec;
import dev.libra.observation.ErrorBudget;
import dev.libra.policy.PolicyReader;
import dev.libra.process.LibraHome;
import dev.libra.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** What the operator configured; an impossible value or an unknown key is refused by its name. */
record ControlSettings(
    List<ServiceSpec> services,
    PolicySettings policies,
    LearnedSettings learned,
    GuardrailSettings guardrails,
    ActuatorSettings actuator,
    LibertyReplicaSettings replicas,
    DecisionSettings decisions,
    Duration settleTime,
    Duration gatewayTimeout) {
  private static final List<String> OWN_PREFIXES =
      List.of(
          "libra.service.",
          "libra.policy.",
          "libra.guardrail.",
          "libra.actuator.",
          "libra.fleet.",
          "libra.decisions.");

  static ControlSettings from(Config config) {
    Settings settings = new Settings(config);
    List<ServiceSpec> services = services(settings);
    GuardrailSettings guardrails = GuardrailSettings.from(settings);
    ControlSettings read =
        new ControlSettings(
            services,
            PolicySettings.from(settings, services),
            learned(settings, guardrails),
            guardrails,
            actuator(settings),
            replicas(settings),
            decisions(settings),
            settings.seconds("libra.fleet.settle-s", 10, 0, 600),
            settings.seconds("libra.fleet.gateway-timeout-s", 10, 1, 600));
    OWN_PREFIXES.forEach(settings::rejectUnknown);
    return read;
  }

  private static List<ServiceSpec> services(Settings settings) {
    String names = settings.text("libra.services", "auth,search,recommendation,payment");
    List<String> list = Arrays.stream(names.split(",", -1)).map(String::strip).toList();
    if (list.stream().distinct().count() != list.size() || list.contains("")) {
      throw Settings.invalid("libra.services", "different names separated by commas", names, null);
    }
    return list.stream().map(name -> service(settings, name)).toList();
  }

  private static ServiceSpec service(Settings settings, String name) {
    String prefix = "libra.service." + name + ".";
    ServiceSpec byDefault = ServiceDefaults.of(name);
    int min = settings.integer(prefix + "min", byDefault.minReplicas(), 1, 1000);
    return new ServiceSpec(
        name,
        min,
        settings.integer(prefix + "max", Math.max(min, byDefault.maxReplicas()), min, 1000),
        settings.number(prefix + "slo-ms", byDefault.sloMs(), 1, 600_000),
        settings.integer(prefix + "concurrency", byDefault.concurrency(), 1, 10_000),
        settings.number(prefix + "service-time-ms", byDefault.serviceTimeMs(), 0, 600_000),
        settings.number(prefix + "cpu-limit", byDefault.cpuLimit(), 0.01, 1024),
        settings.number(prefix + "cost-per-hour", byDefault.costPerHour(), 0, 1e9));
  }

  /** Paths may be relative to the installation's policy folder. */
  private static LearnedSettings learned(Settings settings, GuardrailSettings guardrails) {
    Path folder = home(settings).policies();
    String candidate = settings.text("libra.policy.learned.candidate", "");
    String libraries = settings.text("libra.learning.libraries", "");
    return new LearnedSettings(
        folder,
        folder.resolve(settings.text("libra.policy.learned.artifact", "default.zip")),
        candidate.isEmpty() ? null : folder.resolve(candidate),
        new PolicyReader.Limits(
            guardrails.coolDownBeforeUp(),
            guardrails.coolDownBeforeDown(),
            settings.number("libra.policy.learned.max-deviations", 20, 1, 1e6),
            settings.number(
                "libra.policy.learned.late-share", ErrorBudget.STANDARD_SHARE, 0.0001, 1)),
        libraries.isEmpty() ? null : Path.of(libraries));
  }

  private static ActuatorSettings actuator(Settings settings) {
    String ports = settings.text("libra.replica.ports", "9200-9399");
    return new ActuatorSettings(
        ports(ports),
        settings.seconds("libra.actuator.start-timeout-s", 120, 1, 3600),
        settings.seconds("libra.actuator.drain-timeout-s", 30, 1, 3600),
        settings.seconds("libra.actuator.stop-timeout-s", 15, 1, 3600),
        settings.seconds("libra.fleet.heartbeat-timeout-s", 10, 3, 3600),
        settings.integer("libra.actuator.parallel-starts", 2, 1, 100),
        settings.seconds("libra.actuator.interval-s", 0.25, 0.05, 60));
  }

  private static Ports ports(String range) {
    try {
      return Ports.parse(range);
    } catch (IllegalArgumentException e) {
      throw Settings.invalid("libra.replica.ports", "a range such as 9200-9399", range, e);
    }
  }

  private static LibertyReplicaSettings replicas(Settings settings) {
    LibraHome home = home(settings);
    String control = "http://127.0.0.1:" + settings.integer("libra.control.port", 9080, 1, 65_535);
    String gateway = "http://127.0.0.1:" + settings.integer("libra.gateway.port", 8080, 1, 65_535);
    Path template = home.root().resolveSibling("liberty-config").resolve("replica");
    return new LibertyReplicaSettings(
        home,
        Path.of(settings.text("libra.actuator.replica-template", template.toString())),
        Map.of(
            "LIBRA_CONTROL_URL", settings.text("libra.control.url", control),
            "LIBRA_GATEWAY_URL", settings.text("libra.gateway.url", gateway),
            "LIBRA_MONGODB_URI", mongodb(settings)),
        settings.truth("libra.actuator.warm-up", true));
  }

  private static DecisionSettings decisions(Settings settings) {
    return new DecisionSettings(
        mongodb(settings),
        settings.text("jnosql.document.database", "libra"),
        home(settings).spool().resolve("decisions.jsonl"),
        (long) settings.integer("libra.decisions.spool-mb", 64, 1, 10_000) << 20,
        Duration.ofHours(settings.integer("libra.decisions.retention-hours", 24, 1, 8760)));
  }

  private static String mongodb(Settings settings) {
    return settings.text("libra.mongodb.uri", "mongodb://127.0.0.1:27117");
  }

  private static LibraHome home(Settings settings) {
    String home = settings.text("libra.home", "");
    if (home.isEmpty()) {
      throw Settings.invalid("libra.home", "the installation's directory", "missing", null);
    }
    return new LibraHome(Path.of(home));
  }
}
