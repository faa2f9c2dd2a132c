package dev.libra.control.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.control.learned.LearnedSettings;
import dev.libra.fleet.ServiceSpec;
import dev.libra.policy.PolicyReader;
import dev.libra.policy.fixed.FixedSettings;
import dev.libra.policy.hpa.HpaSettings;
import dev.libra.policy.sizing.RateTarget;
import dev.libra.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlSettingsTest {

  @Test
  void hasTheShippedServicesByDefault() {
    ControlSettings settings = read(Map.of());
    assertThat(settings.services())
        .extracting(ServiceSpec::name)
        .containsExactly("auth", "search", "recommendation", "payment");
    assertThat(settings.services().get(0))
        .isEqualTo(new ServiceSpec("auth", 1, 6, 250, 8, 30, 0.5, 0.05));
    assertThat(settings.actuator().ports()).isEqualTo(new Ports(9200, 9399));
    assertThat(settings.replicas().environment())
        .containsEntry("LIBRA_CONTROL_URL", "http://127.0.0.1:9080");
  }

  @Test
  void readsAServiceOfTheUsersOwn() {
    ControlSettings settings =
        read(Map.of("libra.services", "shop", "libra.service.shop.slo-ms", "120"));
    assertThat(settings.services()).hasSize(1);
    assertThat(settings.services().get(0).sloMs()).isEqualTo(120);
  }

  @ParameterizedTest
  @CsvSource({
    "libra.service.search.max, 0",
    "libra.service.search.min, many",
    "libra.service.search.cpu-limit, NaN",
    "libra.service.serach.min, 2",
    "LIBRA_SERVICE_SEARCH_SLO, 2",
    "libra.services, 'auth,auth'",
    "libra.policy.name, magic",
    "libra.policy.hpa.target, 0.5",
    "libra.policy.kpa.metric, cpu",
    "libra.policy.keda.tolerance, 2",
    "libra.policy.holt-winters.alpha, 0",
    "libra.policy.seasonal-max.seasons, 0",
    "libra.policy.fixed.replicas, none",
    "libra.service.search.policy, magic",
    "libra.policy.learned.fallback, learned",
    "libra.policy.learned.max-deviations, 0",
    "libra.policy.learned.late-share, 0",
    "libra.policy.learned.artefact, x.zip",
    "libra.guardrail.step-up, 0",
    "libra.replica.ports, 9399-9200",
    "libra.actuator.warm-up, perhaps",
    "libra.decisions.retention-hours, -1"
  })
  void namesAnImpossibleValueOrAnUnknownKey(String key, String value) {
    assertThatThrownBy(() -> read(Map.of(key, value))).hasMessageContaining(key);
  }

  @Test
  void acceptsAKeyAsAnEnvironmentVariable() {
    assertThat(read(Map.of("LIBRA_SERVICE_SEARCH_SLO_MS", "300")).services()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hpa", "keda", "kpa", "holt-winters", "seasonal-max", "fixed"})
  void aServiceMayHaveAPolicyOfItsOwn(String name) {
    ControlSettings settings =
        read(Map.of("libra.policy.name", "fixed", "libra.service.search.policy", name));
    assertThat(policyName(settings, 1)).isEqualTo(name);
    assertThat(policyName(settings, 0)).isEqualTo("fixed");
  }

  @Test
  void readsThePoliciesParameters() {
    PolicySettings policies =
        read(Map.of(
                "libra.policy.kpa.stable-window-s", "120",
                "libra.policy.keda.target-rps", "40",
                "libra.policy.fixed.replicas", "3",
                "libra.policy.holt-winters.season-s", "3600"))
            .policies();
    assertThat(policies.kpa().panicWindow()).isEqualTo(Duration.ofSeconds(12));
    assertThat(policies.keda().target()).isEqualTo(new RateTarget(40, 0.7));
    assertThat(policies.fixed()).isEqualTo(FixedSettings.count(3));
    assertThat(policies.holtWinters().season()).isEqualTo(Duration.ofHours(1));
    assertThat(policies.hpa()).isEqualTo(HpaSettings.stock());
  }

  @Test
  void aLearnedPolicyComesFromThePolicyFolder() {
    ControlSettings settings =
        read(
            Map.of(
                "libra.policy.name", "learned",
                "libra.policy.learned.candidate", "next.zip",
                "libra.policy.learned.fallback", "keda",
                "libra.policy.learned.max-deviations", "7",
                "libra.policy.learned.late-share", "0.01",
                "libra.guardrail.cool-down-down-s", "30"));
    assertThat(settings.policies().learned(settings.services().get(0))).isTrue();
    assertThat(policyName(settings, 0)).as("until the artifact is read").isEqualTo("keda");
    Path folder = Path.of("/somewhere/.libra/policy");
    assertThat(settings.learned())
        .isEqualTo(
            new LearnedSettings(
                folder,
                folder.resolve("default.zip"),
                folder.resolve("next.zip"),
                new PolicyReader.Limits(Duration.ZERO, Duration.ofSeconds(30), 7, 0.01),
                null));
  }

  private static String policyName(ControlSettings settings, int service) {
    ServiceSpec spec = settings.services().get(service);
    return settings.policies().create(spec, Duration.ofSeconds(10)).active().name();
  }

  @Test
  void needsAHome() {
    assertThatThrownBy(() -> ControlSettings.from(new MapConfig(Map.of())))
        .hasMessageContaining("libra.home");
  }

  private static ControlSettings read(Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("libra.home", "/somewhere/.libra");
    return ControlSettings.from(new MapConfig(all));
  }
}
