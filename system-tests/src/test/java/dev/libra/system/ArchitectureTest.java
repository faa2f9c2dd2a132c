package dev.libra.system;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may import whom: docs/architecture.md in rules. */
class ArchitectureTest {
  private static final List<String> DEPLOYED_TOGETHER =
      List.of("metrics-ejb", "scaler-ejb", "api-war", "vaadin-ui");
  private static final List<String> CORE_IN_ORDER =
      List.of("fleet", "metrics", "observation", "policy", "decision", "actuation", "control");
  private static final String[] CORE_PACKAGES =
      CORE_IN_ORDER.stream().map(name -> "dev.libra." + name).toArray(String[]::new);
  private static JavaClasses all;

  @BeforeAll
  static void read() {
    all = Modules.all();
  }

  @Test
  void coreIsPlainJava() {
    classes()
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.HdrHistogram..", "dev.libra.."))
        .check(Modules.of("core"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void importsInsideCoreRunOneWay(int position) {
    String[] later =
        CORE_IN_ORDER.stream()
            .skip(position + 1)
            .map(ArchitectureTest::within)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(within(CORE_IN_ORDER.get(position)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(later))
        .check(Modules.of("core"));
  }

  @Test
  void environmentsKnowNothingOfDecisionsAndControl() {
    noClasses()
        .that()
        .resideInAPackage("dev.libra.environment..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "dev.libra.decision..", "dev.libra.actuation..", "dev.libra.control.."))
        .check(Modules.of("core"));
  }

  @Test
  void theSimulatorKnowsOnlyCoreAndStatistics() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java..",
                    "org.apache.commons.math3..",
                    "dev.libra.statistics..",
                    "dev.libra.simulator..")
                .or(resideInAPackage("com.fasterxml.jackson.."))
                .or(belongToCore()))
        .check(Modules.of("simulator"));
  }

  @Test
  void deeplearning4jStaysInLearning() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.libra.learning..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.nd4j..", "org.deeplearning4j.."))
        .check(all);
  }

  @Test
  void mongoStaysInMongoPackages() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..mongo..", "dev.libra.store..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("com.mongodb..", "org.eclipse.jnosql..", "jakarta.nosql.."))
        .check(all);
  }

  @Test
  void vaadinStaysInTheUi() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.libra.ui..")
        .should()
        .dependOnClassesThat(resideInAPackage("com.vaadin.."))
        .check(all);
  }

  @Test
  void nobodyImportsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.libra.cli..")
        .should()
        .dependOnClassesThat(resideInAPackage("dev.libra.cli.."))
        .check(all);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("dev.libra.(**)").should().beFreeOfCycles().check(all);
  }

  @Test
  void adaptersAreUsedOnlyByTheirOwnPackageAndTheWiring() {
    classes()
        .that(implementAPort())
        .and()
        .resideOutsideOfPackages(CORE_PACKAGES)
        .should()
        .onlyBeAccessed()
        .byClassesThat(
            resideInAnyPackage(
                    "..ejb..", "..mongo..", "..push..", "..scrape..", "..process..", "..twin..")
                .or(resideInAPackage("dev.libra.ui.traffic..")))
        .check(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"metrics-ejb", "scaler-ejb", "api-war", "vaadin-ui"})
  void modulesDeployedTogetherMeetOnlyInCore(String module) {
    Set<String> others =
        DEPLOYED_TOGETHER.stream()
            .filter(other -> !other.equals(module))
            .flatMap(other -> Modules.names(other).stream())
            .collect(Collectors.toSet());
    List<String> crossings =
        Modules.of(module).stream()
            .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
            .filter(d -> others.contains(d.getTargetClass().getName()))
            .map(Dependency::getDescription)
            .toList();
    assertThat(crossings).isEmpty();
  }

  private static DescribedPredicate<JavaClass> belongToCore() {
    Set<String> core = Modules.names("core");
    return DescribedPredicate.describe("belong to core", c -> core.contains(c.getName()));
  }

  private static String within(String corePackage) {
    return "dev.libra." + corePackage + "..";
  }

  private static DescribedPredicate<JavaClass> implementAPort() {
    Set<String> ports =
        Set.of(
            "dev.libra.metrics.MetricSource",
            "dev.libra.metrics.SampleLog",
            "dev.libra.decision.DecisionLog",
            "dev.libra.actuation.Actuator",
            "dev.libra.load.TrafficControl");
    return DescribedPredicate.describe(
        "implement a port",
        c -> c.getAllRawInterfaces().stream().anyMatch(i -> ports.contains(i.getName())));
  }
}
