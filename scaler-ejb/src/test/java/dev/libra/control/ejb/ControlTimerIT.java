package dev.libra.control.ejb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.libra.control.Controller;
import dev.libra.control.Mode;
import dev.libra.control.PolicyExchange;
import dev.libra.decision.Decision;
import dev.libra.decision.DecisionLog;
import dev.libra.decision.DecisionQuery;
import dev.libra.decision.Opinion;
import dev.libra.learning.policy.ScalingArtifacts;
import dev.libra.metrics.Subscription;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The timer EJB in a managed Liberty, wired as in control but for the metrics; MongoDB is away. */
@ExtendWith(ArquillianExtension.class)
class ControlTimerIT {
  private static final Pattern LIBRARIES =
      Pattern.compile(
          "(libra-(core|mongo|processes)-[^t]*|HdrHistogram|jackson|jnosql|mongodb-driver|bson"
              + "|jakarta\\.(data|nosql)|antlr4|classgraph).*\\.jar");
  // In the installation it is the EAR's build that picks them.
  private static final Pattern LEARNING =
      Pattern.compile(
          "(libra-(learning|statistics)|commons-|nd4j|openblas|javacpp|deeplearning4j|resources"
              + "|guava|protobuf|slf4j|gson|oshi|jna|fastutil|flatbuffers|byteunits|neoitertools"
              + "|threetenbp|jackson-1).*\\.jar");

  @Inject Controller controller;
  @Inject PolicyExchange exchange;
  @Inject DecisionLog decisions;

  @Deployment
  static WebArchive deployment() throws IOException {
    Path home = Path.of(System.getProperty("test.home"));
    Files.createDirectories(home.resolve("policy"));
    ScalingArtifacts.small(1).write(home.resolve("policy").resolve("it.zip"));
    Files.createDirectories(home.resolve("learning"));
    for (File jar : classPath(LEARNING)) {
      Path link = home.resolve("learning").resolve(jar.getName());
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, jar.toPath());
    }
    return ShrinkWrap.create(WebArchive.class, "scaler.war")
        .addAsLibraries(new File(System.getProperty("test.jar")))
        .addAsLibraries(classPath(LIBRARIES))
        .addClass(SteadyMetrics.class);
  }

  private static File[] classPath(Pattern names) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(file -> names.matcher(file.getName()).matches())
        .toArray(File[]::new);
  }

  @Test
  void decidesEveryTwoSeconds() throws InterruptedException {
    BlockingQueue<Decision> heard = new LinkedBlockingQueue<>();
    try (Subscription subscription = decisions.follow(heard::add)) {
      Decision first = heard.poll(10, TimeUnit.SECONDS);
      Decision second = heard.poll(10, TimeUnit.SECONDS);
      long apart = Duration.between(first.at(), second.at()).toMillis();
      assertEquals(2000, apart, 500);
      assertEquals("hpa", second.policy().name());
      assertFalse(decisions.query(DecisionQuery.latest(10)).isEmpty());
    }
  }

  @Test
  void carriesOutWhatTheOperatorWants() throws InterruptedException {
    BlockingQueue<Decision> heard = new LinkedBlockingQueue<>();
    try (Subscription subscription = decisions.follow(heard::add)) {
      controller.switchMode("search", Mode.manual(2));
      Decision decision = heard.poll(10, TimeUnit.SECONDS);
      while (decision != null && !decision.changed()) {
        decision = heard.poll(10, TimeUnit.SECONDS);
      }
      assertEquals(2, decision.applied());
      assertEquals(2, controller.status().get(0).desired());
    }
  }

  /** Deeplearning4j reads it, in the server; from then on it is asked at every tick. */
  @Test
  void hearsACandidateThatWasLoadedWhileItRuns() throws Exception {
    exchange.load("search", PolicyExchange.Role.CANDIDATE, "it.zip");
    BlockingQueue<Decision> heard = new LinkedBlockingQueue<>();
    try (Subscription subscription = decisions.follow(heard::add)) {
      Opinion opinion = heard.poll(10, TimeUnit.SECONDS).opinions().get(0);
      assertEquals(64, opinion.policy().digest().length());
      assertTrue(opinion.proposal().terms().containsKey("p(up)"));
    }
  }

  @Test
  void refusesAnArtifactOutsideOfThePolicyFolder() {
    assertThrows(
        IllegalArgumentException.class,
        () -> exchange.load("search", PolicyExchange.Role.CANDIDATE, "../it.zip"));
  }
}
