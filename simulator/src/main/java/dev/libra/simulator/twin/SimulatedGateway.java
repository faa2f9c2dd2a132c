package dev.libra.simulator.twin;

import dev.libra.environment.SeededRandom;

/** The gateway's pool of one service: places, the queue, retries and time-outs. */
final class SimulatedGateway {
  private final GatewayModel model;
  private final int concurrency;
  private final long overheadMicros;
  private final long outsideMicros;
  private final long queueTimeoutMicros;
  private final long tryTimeoutMicros;
  private final WarmUp warmUp;
  private final LightLoad lightLoad;
  private final EventHeap events;
  private final Meter meter;
  private final Requests requests = new Requests();
  private final WaitingQueue queue = new WaitingQueue();
  private final Balancer balancer;
  private final RetryBudget budget;
  private long arrived;
  private int inFlight;
  private double slowness = 1;

  SimulatedGateway(
      TwinParameters parameters,
      int concurrency,
      WarmUp warmUp,
      EventHeap events,
      Meter meter,
      SeededRandom random) {
    this.model = parameters.gateway();
    this.concurrency = concurrency;
    this.overheadMicros = Math.round(parameters.service().overheadMs() * 1000);
    this.outsideMicros = Math.round(parameters.service().gatewayMs() * 1000);
    this.queueTimeoutMicros = Math.round(model.queueTimeoutMs() * 1000);
    this.tryTimeoutMicros = Math.round(model.tryTimeoutMs() * 1000);
    this.warmUp = warmUp;
    this.lightLoad = new LightLoad(parameters.cpu().light(), concurrency);
    this.events = events;
    this.meter = meter;
    this.balancer = new Balancer(random);
    this.budget = new RetryBudget(model.retryBudget());
  }

  /** Factor on the service time from now on. */
  void slowDown(double factor) {
    slowness = factor;
  }

  void arrive(long now, long holdMicros) {
    arrived++;
    TwinReplica target = queue.isEmpty() ? balancer.choose() : null;
    if (target != null) {
      dispatch(requests.open(now, holdMicros), target, now);
    } else if (queue.size() < model.queueLimit()) {
      queue.addLast(requests.open(now, holdMicros));
    } else {
      meter.failed(outsideMicros, queueTimeoutMicros);
    }
  }

  /** A try has ended: answered, timed out, or long lost with its replica. */
  void complete(int slot, long now) {
    TwinReplica replica = requests.replica(slot);
    if (replica != null) {
      replica.outstanding--;
      inFlight--;
      long latency = now - requests.arrivedAt(slot) + outsideMicros;
      if (requests.timedOut(slot)) {
        meter.failed(latency, Math.max(latency, queueTimeoutMicros));
      } else {
        meter.answered(latency);
      }
    }
    requests.close(slot);
    if (replica != null && replica.routed) {
      freed(replica, now);
    }
  }

  private void freed(TwinReplica replica, long now) {
    expire(now);
    if (!queue.isEmpty()) {
      dispatch(queue.poll(), replica, now);
    } else if (replica.freeIndex < 0) {
      balancer.add(replica);
    }
  }

  /** Turns away those who waited too long. */
  void expire(long now) {
    while (!queue.isEmpty() && now - requests.arrivedAt(queue.peek()) >= queueTimeoutMicros) {
      requests.close(queue.poll());
      meter.failed(queueTimeoutMicros, queueTimeoutMicros);
    }
  }

  /** Sends it requests from now on, those that wait first. */
  void route(TwinReplica replica, long now) {
    replica.routed = true;
    balancer.add(replica);
    fill(now);
  }

  private void fill(long now) {
    expire(now);
    TwinReplica target = queue.isEmpty() ? null : balancer.choose();
    while (target != null) {
      dispatch(queue.poll(), target, now);
      target = queue.isEmpty() ? null : balancer.choose();
    }
  }

  void unroute(TwinReplica replica) {
    replica.routed = false;
    balancer.remove(replica);
  }

  /** Its process is gone: what it worked on is tried again, or lost. */
  void lose(TwinReplica replica, long now) {
    unroute(replica);
    for (int slot = requests.limit() - 1; slot >= 0; slot--) {
      if (requests.replica(slot) == replica) {
        lost(slot, now);
      }
    }
    replica.outstanding = 0;
    fill(now);
  }

  private void lost(int slot, long now) {
    inFlight--;
    boolean again = requests.retried(slot) < model.retries() && budget.tryRetry(arrived);
    if (again) {
      queue.addFirst(requests.retry(slot));
    } else {
      requests.serve(slot, null, false);
      meter.failed(now - requests.arrivedAt(slot), queueTimeoutMicros);
    }
  }

  private void dispatch(int slot, TwinReplica replica, long now) {
    if (++replica.outstanding >= concurrency) {
      balancer.remove(replica);
    }
    inFlight++;
    int served = replica.served++;
    replica.work += warmUp.cpu(served) * lightLoad.factor(replica.outstanding - 1);
    long drawn = slowness == 1 ? requests.hold(slot) : (long) (requests.hold(slot) * slowness);
    long hold = drawn + overheadMicros + warmUp.extraMicros(served);
    boolean tooLong = hold >= tryTimeoutMicros;
    requests.serve(slot, replica, tooLong);
    events.push(now + (tooLong ? tryTimeoutMicros : hold), slot << 1);
  }

  long arrived() {
    return arrived;
  }

  int waiting() {
    return queue.size();
  }

  /** How long the first of the waiting requests has waited, 0 if none waits. */
  double longestWaitMs(long now) {
    return queue.isEmpty() ? 0 : (now - requests.arrivedAt(queue.peek())) / 1000.0;
  }

  int inFlight() {
    return inFlight;
  }
}
