package dev.libra.control.ejb;

import dev.libra.actuation.Actuator;
import dev.libra.actuation.process.ProcessActuation;
import dev.libra.control.ControlLoop;
import dev.libra.control.ControlPorts;
import dev.libra.control.Controller;
import dev.libra.control.PolicyExchange;
import dev.libra.control.ServicePolicies;
import dev.libra.control.learned.LearnedPolicies;
import dev.libra.decision.DecisionLog;
import dev.libra.decision.mongo.MongoDecisions;
import dev.libra.fleet.LiveFleet;
import dev.libra.fleet.ServiceSpec;
import dev.libra.fleet.Upstreams;
import dev.libra.metrics.MetricSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Puts the control loop together: the one place that says which adapter is behind which port. */
@ApplicationScoped
class ControlBeans {

  @Produces
  @Singleton
  ControlSettings settings() {
    return ControlSettings.from(ConfigProvider.getConfig());
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  @Typed({LiveFleet.class, Upstreams.class})
  LiveFleet fleet(ControlSettings settings, Clock clock) {
    return new LiveFleet(clock, settings.settleTime(), settings.gatewayTimeout());
  }

  @Produces
  @Singleton
  ProcessActuation actuation(ControlSettings settings, LiveFleet fleet, Clock clock) {
    return new ProcessActuation(
        settings.services(), settings.actuator(), settings.replicas(), fleet, clock);
  }

  void close(@Disposes ProcessActuation actuation) {
    actuation.close();
  }

  @Produces
  @Singleton
  Actuator actuator(ProcessActuation actuation) {
    return actuation.actuator();
  }

  @Produces
  @Singleton
  MongoDecisions decisions(ControlSettings settings, Clock clock) {
    return new MongoDecisions(settings.decisions(), clock);
  }

  void close(@Disposes MongoDecisions decisions) {
    decisions.close();
  }

  @Produces
  @Singleton
  DecisionLog decisionLog(MongoDecisions decisions) {
    return decisions.log();
  }

  @Produces
  @Singleton
  @Typed({LearnedPolicies.class, PolicyExchange.class})
  LearnedPolicies learned(ControlSettings settings) {
    return new LearnedPolicies(settings.learned());
  }

  void close(@Disposes LearnedPolicies learned) {
    learned.close();
  }

  @Produces
  @Singleton
  @Typed({ControlLoop.class, Controller.class})
  ControlLoop loop(
      ControlSettings settings,
      LearnedPolicies learned,
      MetricSource metrics,
      Actuator actuator,
      DecisionLog decisions,
      Clock clock) {
    decisions.follow(new ChangeJournal());
    return new ControlLoop(
        settings.services(),
        service -> policies(service, settings, learned),
        settings.guardrails().guardrails(),
        settings.guardrails().staleAfter(),
        new ControlPorts(metrics, actuator, decisions, clock));
  }

  private static ServicePolicies policies(
      ServiceSpec service, ControlSettings settings, LearnedPolicies learned) {
    PolicySettings names = settings.policies();
    ServicePolicies policies = names.create(service, settings.guardrails().staleAfter());
    learned.serve(service.name(), policies, names.learned(service));
    return policies;
  }
}
