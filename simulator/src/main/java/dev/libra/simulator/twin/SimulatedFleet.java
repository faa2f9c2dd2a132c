package dev.libra.simulator.twin;

import dev.libra.simulator.twin.TwinReplica.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The replicas, oldest first, and what happens to them. */
final class SimulatedFleet {
  private final String service;
  private final FleetModel model;
  private final CpuMeter cpu;
  private final long heartbeat;
  private final EventHeap events;
  private final Draws draws;
  private final TwinClock clock;
  private final SimulatedGateway gateway;
  private final List<TwinReplica> replicas = new ArrayList<>();
  private TwinReplica[] byIndex = new TwinReplica[16];
  private int launched;
  private int starting;
  private int ready;
  private boolean listChanged;
  private boolean blind;
  private FleetListener listener = (now, readyNow, paid) -> {};

  /** Hears of each change of the numbers that are ready and paid for. */
  @FunctionalInterface
  interface FleetListener {
    void changed(long now, int ready, int paid);
  }

  SimulatedFleet(
      String service,
      TwinParameters parameters,
      CpuMeter cpu,
      EventHeap events,
      Draws draws,
      TwinClock clock,
      SimulatedGateway gateway) {
    this.service = service;
    this.model = parameters.fleet();
    this.cpu = cpu;
    this.heartbeat = TwinClock.micros(parameters.metering().heartbeatS());
    this.events = events;
    this.draws = draws;
    this.clock = clock;
    this.gateway = gateway;
  }

  void listen(FleetListener one) {
    listener = one;
  }

  List<TwinReplica> replicas() {
    return Collections.unmodifiableList(replicas);
  }

  int size() {
    return replicas.size();
  }

  int starting() {
    return starting;
  }

  int ready() {
    return ready;
  }

  int active() {
    return starting + ready;
  }

  /** Whether heartbeats don't reach control from now on. */
  void blind(boolean value) {
    blind = value;
  }

  /**
   * Adds a replica that has been serving for long.
   *
   * @param served requests it has answered
   */
  void adopt(int served) {
    TwinReplica replica = add();
    replica.served = served;
    replica.readyAt = -TwinClock.micros(3600);
    becomeReady(replica, 0);
    replica.readySince = replica.startedAt.minusSeconds(3600);
    schedule(replica, draws.phase(heartbeat));
    gateway.route(replica, 0);
  }

  void launch() {
    TwinReplica replica = add();
    starting++;
    schedule(replica, clock.micros() + draws.start());
    changed();
  }

  /** What was scheduled for this replica. */
  void event(int index, long now) {
    TwinReplica replica = byIndex[index];
    if (replica.due != now || replica.phase == Phase.GONE) {
      return;
    }
    clock.set(now);
    switch (replica.phase) {
      case STARTING -> {
        starting--;
        replica.readyAt = now;
        becomeReady(replica, now);
        schedule(replica, now + heartbeat);
      }
      case READY, DRAINING -> {
        beat(replica, now);
        schedule(replica, now + heartbeat);
      }
      default -> end(replica);
    }
  }

  /** Takes it out of the list; the gateway learns of it by its next poll. */
  void drain(TwinReplica replica) {
    replica.enter(Phase.DRAINING);
    replica.drainedAt = clock.micros();
    ready--;
    listChanged = true;
    changed();
  }

  void stop(TwinReplica replica) {
    if (replica.phase == Phase.STARTING) {
      starting--;
      changed();
    }
    replica.enter(Phase.STOPPING);
    schedule(replica, clock.micros() + TwinClock.micros(model.stopS()) + 1);
  }

  /** The oldest ready replicas die without a word. */
  void kill(int count) {
    replicas.stream()
        .filter(r -> r.phase == Phase.READY)
        .limit(count)
        .toList()
        .forEach(
            replica -> {
              ready--;
              end(replica);
            });
  }

  /** The gateway fetches the list. */
  void poll(long now) {
    if (!listChanged) {
      return;
    }
    listChanged = false;
    for (TwinReplica replica : replicas) {
      if (replica.phase == Phase.READY && !replica.routed) {
        gateway.route(replica, now);
      } else if (replica.phase == Phase.DRAINING && !replica.unrouted) {
        replica.unrouted = true;
        gateway.unroute(replica);
      }
    }
  }

  /** The gateway's report tells which list it routes by. */
  void acknowledge(long now) {
    for (TwinReplica replica : replicas) {
      if (replica.unrouted && replica.acknowledgedAt < 0) {
        replica.acknowledgedAt = now;
      }
    }
  }

  private TwinReplica add() {
    int index = launched++;
    if (index == byIndex.length) {
      byIndex = Arrays.copyOf(byIndex, 2 * index);
    }
    TwinReplica replica = new TwinReplica(index, service + "-" + launched, clock.instant());
    byIndex[index] = replica;
    replicas.add(replica);
    return replica;
  }

  private void becomeReady(TwinReplica replica, long now) {
    ready++;
    replica.readySince = clock.instant();
    replica.enter(Phase.READY);
    beat(replica, now);
    listChanged = true;
    changed();
  }

  private void beat(TwinReplica replica, long now) {
    double reading = cpu.read(replica, now, draws.noise());
    replica.work = 0;
    if (!blind) {
      replica.cpu = reading;
      replica.inFlight = replica.outstanding;
      replica.heardAt = clock.instant();
      replica.beatAt = now;
    }
    replica.measuredAt = now;
  }

  private void end(TwinReplica replica) {
    replica.enter(Phase.GONE);
    replicas.remove(replica);
    byIndex[replica.index] = replica;
    gateway.lose(replica, clock.micros());
    changed();
  }

  private void schedule(TwinReplica replica, long at) {
    replica.due = at;
    events.push(at, replica.index << 1 | 1);
  }

  private void changed() {
    listener.changed(clock.micros(), ready, replicas.size());
  }
}
