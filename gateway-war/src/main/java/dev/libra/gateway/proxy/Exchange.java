package dev.libra.gateway.proxy;

import dev.libra.gateway.balance.Outcome;
import dev.libra.gateway.balance.Place;
import dev.libra.gateway.balance.Refusal;
import dev.libra.gateway.balance.Waiter;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * One client's request until its answer's last byte: waits for a place, tries, retries, meters.
 *
 * <p>All state is touched in the exchange's loop only; the public methods may be called from
 * anywhere.
 */
public final class Exchange implements Waiter {
  private static final Logger LOG = System.getLogger(Exchange.class.getName());

  private final RequestHead request;
  private final byte[] body;
  private final Client client;
  private final Route route;
  private final ProxyRules rules;
  private final UpstreamClient upstream;
  private final EventLoop loop;
  private final Headers outbound;
  private final long arrivedAt;
  private int retried;
  private Try current;
  private boolean finished;

  /**
   * @param body the whole body, or null for none
   * @param arrivedAt when the request arrived, in {@link ProxyRules#nanoTime}
   */
  public Exchange(
      RequestHead request,
      byte[] body,
      Client client,
      Route route,
      ProxyRules rules,
      UpstreamClient upstream,
      long arrivedAt) {
    this.request = request;
    this.body = body;
    this.client = client;
    this.route = route;
    this.rules = rules;
    this.upstream = upstream;
    this.loop = upstream.loop();
    this.outbound = rules.headers().toReplica(request);
    this.arrivedAt = arrivedAt;
  }

  public void start() {
    rules.retries().request();
    route.pool().acquire(this);
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
      return;
    }
    current = new Try(place);
    current.send();
  }

  private void refuse(Refusal refusal) {
    String why =
        switch (refusal) {
          case QUEUE_FULL -> "too many requests wait already";
          case WAITED_TOO_LONG -> "no replica came free in time";
        };
    fail(Problem.of(503, "No replica of " + route.service() + ": " + why).retryAfter(1));
  }

  private void fail(Problem problem) {
    if (!finished) {
      finish(true);
      if (client.isCommitted()) {
        client.abort();
      } else {
        tell(() -> client.problem(problem));
      }
    }
  }

  private void tell(Answer answer) {
    try {
      answer.write();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The client has gone", e);
      clientGone();
      client.complete();
    }
  }

  /** Something to tell the client. */
  private interface Answer {
    void write() throws IOException;
  }

  private void finish(boolean error) {
    if (!finished) {
      finished = true;
      current = null;
      route.record(rules.nanoTime().getAsLong() - arrivedAt, error);
    }
  }

  /** One dispatch of the request to one replica. */
  private final class Try implements UpstreamClient.Listener {
    private final Place place;
    private UpstreamClient.Call call;
    private Runnable stopTimer;
    private ResponseHead head;
    private boolean over;

    Try(Place place) {
      this.place = place;
    }

    void send() {
      stopTimer = loop.schedule(rules.tryTimeout(), this::timedOut);
      call = upstream.send(place.url(), request, outbound, body, this);
    }

    void resume() {
      call.resume();
    }

    void giveUp() {
      if (close(Outcome.ABANDONED)) {
        call.cancel();
      }
    }

    @Override
    public void head(ResponseHead answer) {
      if (over) {
        return;
      }
      if (answer.isRejection() && failed(Outcome.REJECTED)) {
        // The rest of the rejection is read and dropped, so that the connection can be used again.
        return;
      }
      head = answer;
      client.begin(new ResponseHead(answer.status(), rules.headers().toClient(answer.headers())));
    }

    @Override
    public void piece(byte[] bytes) {
      if (!over) {
        tell(
            () -> {
              if (!client.write(bytes)) {
                call.pause();
              }
            });
      }
    }

    @Override
    public void end() {
      if (close(Outcome.ANSWERED)) {
        tell(client::end);
        finish(head.status() >= 500);
      }
    }

    @Override
    public void unreachable(Throwable cause) {
      if (!over) {
        failed(Outcome.UNREACHABLE);
      }
    }

    @Override
    public void lost(Throwable cause) {
      if (!over && !failed(Outcome.LOST)) {
        fail(Problem.of(502, "The replica of " + route.service() + " broke the connection"));
      }
    }

    private void timedOut() {
      if (close(Outcome.ABANDONED)) {
        call.cancel();
        long ms = rules.tryTimeout().toMillis();
        fail(Problem.of(504, route.service() + " did not answer within " + ms + " ms"));
      }
    }

    /** Ends this try as failed; true if another one follows. */
    private boolean failed(Outcome outcome) {
      boolean again = !client.isCommitted() && rules.retries().mayRetry(outcome, request, retried);
      if (!again && outcome == Outcome.REJECTED) {
        return false;
      }
      close(outcome);
      if (again) {
        current = null;
        if (outcome != Outcome.UNREACHABLE) {
          retried++;
        }
        route.counters().retries().increment();
        route.pool().acquireAgain(Exchange.this, place, arrivedAt);
      }
      return again;
    }

    private boolean close(Outcome outcome) {
      if (over) {
        return false;
      }
      over = true;
      stopTimer.run();
      place.release(outcome);
      return true;
    }
  }
}
