package dev.libra.control.ejb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.libra.control.Controller;
import dev.libra.control.Mode;
import dev.libra.decision.Decision;
import dev.libra.decision.DecisionLog;
import dev.libra.decision.DecisionQuery;
import dev.libra.metrics.Subscription;
import jakarta.inject.Inject;
import java.io.File;
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

  @Inject Controller controller;
  @Inject DecisionLog decisions;

  @Deployment
  static WebArchive deployment() {
    File[] libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(File::new)
            .filter(file -> LIBRARIES.matcher(file.getName()).matches())
            .toArray(File[]::new);
    return ShrinkWrap.create(WebArchive.class, "scaler.war")
        .addAsLibraries(new File(System.getProperty("test.jar")))
        .addAsLibraries(libraries)
        .addClass(SteadyMetrics.class);
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
}
