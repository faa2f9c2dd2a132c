package dev.libra.api;

import dev.libra.ManualClock;
import dev.libra.TestData;
import dev.libra.actuation.Actuator;
import dev.libra.control.ControlLoop;
import dev.libra.control.ControlPorts;
import dev.libra.control.Controller;
import dev.libra.control.PolicyExchange;
import dev.libra.control.ServicePolicies;
import dev.libra.decision.DecisionLog;
import dev.libra.decision.Guardrails;
import dev.libra.decision.InMemoryDecisionLog;
import dev.libra.fleet.Heartbeat;
import dev.libra.fleet.LiveFleet;
import dev.libra.fleet.Replica;
import dev.libra.fleet.Upstreams;
import dev.libra.metrics.GatewayReport;
import dev.libra.metrics.InMemorySampleLog;
import dev.libra.metrics.MetricsInbox;
import dev.libra.metrics.SampleLog;
import dev.libra.policy.hpa.HpaPolicy;
import dev.libra.policy.hpa.HpaSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Core's own adapters behind the ports that the API needs; a heartbeat settles the fleet. */
@ApplicationScoped
public class PortsForTest {
  private static final ManualClock CLOCK = ManualClock.create();

  @Produces
  @Singleton
  @Typed({LiveFleet.class, Upstreams.class})
  LiveFleet fleet() {
    return new LiveFleet(CLOCK, Duration.ofHours(1), Duration.ofHours(1));
  }

  @Produces
  @Singleton
  MetricsInbox inbox(LiveFleet fleet) {
    return new MetricsInbox() {
      @Override
      public void accept(GatewayReport report) {
        fleet.acknowledge(report.gateway(), report.upstreamsVersion());
      }

      @Override
      public void accept(Heartbeat heartbeat) {
        fleet.heartbeat(heartbeat);
        fleet.settled();
      }
    };
  }

  @Produces
  @Singleton
  SampleLog samples() {
    InMemorySampleLog log = new InMemorySampleLog(10);
    log.append(TestData.sample("search", TestData.START));
    log.append(TestData.sample("search", TestData.START.plusSeconds(2)));
    return log;
  }

  @Produces
  @Singleton
  DecisionLog decisions() {
    InMemoryDecisionLog log = new InMemoryDecisionLog(10);
    log.append(TestData.decision("search", TestData.START, 1, 3));
    log.append(TestData.decisionWithOpinion("search", TestData.START.plusSeconds(2), 3));
    return log;
  }

  @Produces
  @Singleton
  Controller controller(LiveFleet fleet, SampleLog samples, DecisionLog decisions) {
    return new ControlLoop(
        List.of(TestData.search()),
        service -> new ServicePolicies(new HpaPolicy(HpaSettings.stock())),
        new Guardrails(List.of()),
        Duration.ofSeconds(10),
        new ControlPorts(
            service -> samples.query(service, TestData.START, 1).stream().findFirst(),
            new OneReplica(fleet),
            decisions,
            CLOCK));
  }

  /** Knows one artifact, by name. */
  @Produces
  @Singleton
  PolicyExchange exchange() {
    return (service, role, artifact) -> {
      if (!artifact.equals("next.zip")) {
        throw new IllegalArgumentException("policy artifact " + artifact + " was refused");
      }
    };
  }

  private record OneReplica(LiveFleet fleet) implements Actuator {

    @Override
    public void scale(String service, int desired) {
      throw new UnsupportedOperationException("nothing ticks here");
    }

    @Override
    public int desired(String service) {
      return 1;
    }

    @Override
    public List<Replica> replicas(String service) {
      return fleet.replicas(service);
    }
  }
}
