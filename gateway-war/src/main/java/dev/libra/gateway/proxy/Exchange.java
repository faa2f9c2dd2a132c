package dev.libra.gateway.proxy;

import dev.libra.gateway.balance.Outcome;
import dev.libra.gateway.balance.Place;
import dev.libra.gateway.balance.Refusal;
import dev.libra.gateway.balance.Waiter;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * One client's request until its answer's last byte: waits for a place, tries, retries, meters.
 *
 * <p>All state is touched in the exchange's loop only; the public methods may be called from
 * anywhere.
 */
public final class Exchange implements Waiter {
  private static final Logger LOG = System.getLogger(Exchange.class.getName());

  private final RequestHead request;
  private final RequestBody body;
  private final Client client;
  private final Route route;
  private final ProxyRules rules;
  private final UpstreamClient upstream;
  private final EventLoop loop;
  private final Headers outbound;
  private final Deadline deadline;
  private final long arrivedAt;
  private int retried;
  private Attempt current;
  private boolean finished;

  /**
   * @param body the body, or null for none
   * @param loop the upstream client's
   * @param arrivedAt when the request arrived, in {@link ProxyRules#nanoTime}
   */
  public Exchange(
      RequestHead request,
      RequestBody body,
      Client client,
      Route route,
      ProxyRules rules,
      UpstreamClient upstream,
      EventLoop loop,
      long arrivedAt) {
    this.request = request;
    this.body = body;
    this.client = client;
    this.route = route;
    this.rules = rules;
    this.upstream = upstream;
    this.loop = loop;
    this.outbound = rules.headers().toReplica(request);
    this.deadline = Deadline.of(request, arrivedAt);
    this.arrivedAt = arrivedAt;
  }

  public void start() {
    rules.retries().request();
    if (deadline.isSet()) {
      loop.execute(this::watchDeadline);
    }
    route.pool().acquire(this);
  }

  private void watchDeadline() {
    loop.schedule(Duration.ofNanos(Math.max(0, deadline.left(now()))), this::deadlinePassed);
  }

  /** Ends a request that still waits; one that is being tried is ended by its try. */
  private void deadlinePassed() {
    if (!finished && current == null && route.pool().cancel(this)) {
      fail(deadline.problem());
    }
  }

  @Override
  public void granted(Place place) {
    loop.execute(() -> dispatch(place));
  }

  @Override
  public void turnedAway(Refusal refusal) {
    loop.execute(() -> refuse(refusal));
  }

  /** Tells that the client takes more of the answer. */
  public void drained() {
    loop.execute(
        () -> {
          if (current != null) {
            current.resume();
          }
        });
  }

  /** Tells that nobody waits for the answer any more. */
  public void clientGone() {
    route.pool().cancel(this);
    loop.execute(
        () -> {
          if (current != null) {
            current.giveUp();
          }
          finish(false);
        });
  }

  private void dispatch(Place place) {
    if (finished) {
      place.release(Outcome.ABANDONED);
    } else if (deadline.hasPassed(now())) {
      place.release(Outcome.ABANDONED);
      fail(deadline.problem());
    } else {
      current = new Attempt(this, place, rules, loop, deadline);
      current.send(upstream, request, deadline.addTo(outbound, now()), body);
    }
  }

  private void refuse(Refusal refusal) {
    String why =
        switch (refusal) {
          case QUEUE_FULL -> "too many requests wait already";
          case WAITED_TOO_LONG -> "no replica came free in time";
          case OVERLOADED -> "more requests come than its replicas can answer in time";
        };
    route.counters().shed().increment();
    int wait = (int) Math.min(60, Math.max(1, Math.ceil(route.pool().expectedWaitS())));
    fail(Problem.of(503, "No replica of " + route.service() + ": " + why).retryAfter(wait));
  }

  /** Whether another try may follow one with this outcome; takes from the retry budget. */
  boolean mayRetry(Outcome outcome) {
    return !client.isCommitted()
        && (body == null || body.isSendable())
        && rules.retries().mayRetry(outcome, request, retried);
  }

  void retry(Place failed, Outcome outcome) {
    current = null;
    if (outcome != Outcome.UNREACHABLE) {
      retried++;
    }
    route.counters().retries().increment();
    route.pool().acquireAgain(this, failed, arrivedAt);
  }

  void begin(ResponseHead answer) {
    client.begin(rules.headers().toClient(answer));
  }

  void switchTo(ResponseHead answer, Tunnel replica) {
    client.switchTo(rules.headers().toClient(answer), replica);
    finish(false);
  }

  /** Hands a piece of the answer to the client; false if that is enough for now. */
  boolean write(byte[] piece) {
    return tell(() -> client.write(piece));
  }

  void end(int status) {
    tell(
        () -> {
          client.end();
          return true;
        });
    finish(status >= 500);
  }

  void fail(Problem problem) {
    if (!finished) {
      // What the client did wrong is no failure of the service.
      finish(problem.status() >= 500);
      if (client.isCommitted()) {
        client.abort();
      } else {
        tell(
            () -> {
              client.problem(problem);
              return true;
            });
      }
    }
  }

  String service() {
    return route.service();
  }

  private boolean tell(Answer answer) {
    try {
      return answer.write();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The client has gone", e);
      clientGone();
      client.complete();
      return true;
    }
  }

  /** Something to tell the client. */
  private interface Answer {
    boolean write() throws IOException;
  }

  private void finish(boolean error) {
    if (!finished) {
      finished = true;
      current = null;
      route.record(now() - arrivedAt, error);
    }
  }

  private long now() {
    return rules.nanoTime().getAsLong();
  }
}
