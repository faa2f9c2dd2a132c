package dev.libra.gateway.proxy;

import dev.libra.gateway.balance.Outcome;
import dev.libra.gateway.balance.Place;
import java.time.Duration;

/** One dispatch of a request to one replica; used in the exchange's loop only. */
final class Attempt implements UpstreamClient.Listener {
  private final Exchange exchange;
  private final Place place;
  private final ProxyRules rules;
  private final EventLoop loop;
  private final Deadline deadline;
  private UpstreamClient.Call call;
  private EventLoop.Timer timer;
  private long movedAt;
  private int status;
  private boolean rejected;
  private boolean over;

  Attempt(Exchange exchange, Place place, ProxyRules rules, EventLoop loop, Deadline deadline) {
    this.exchange = exchange;
    this.place = place;
    this.rules = rules;
    this.loop = loop;
    this.deadline = deadline;
  }

  void send(UpstreamClient upstream, RequestHead request, Headers headers, RequestBody body) {
    movedAt = now();
    watch(movedAt);
    call = upstream.send(place.url(), request, headers, body, this);
  }

  /** Looks again when the next limit may be exceeded. */
  private void watch(long now) {
    long silence = movedAt + rules.silence().toNanos() - now;
    long next = Math.min(silence, deadline.left(now));
    if (status == 0) {
      next = Math.min(next, rules.stall().toNanos());
    }
    timer = loop.schedule(Duration.ofNanos(Math.max(0, next)), this::look);
  }

  private void look() {
    long now = now();
    if (deadline.hasPassed(now)) {
      stop(deadline.problem());
    } else if (now - movedAt >= rules.silence().toNanos()) {
      long ms = rules.silence().toMillis();
      stop(Problem.of(504, exchange.service() + " did not answer within " + ms + " ms"));
    } else if (status != 0 || !place.isStalled() || !stalled()) {
      watch(now);
    }
  }

  private boolean stalled() {
    if (!failed(Outcome.STALLED)) {
      return false;
    }
    call.cancel();
    return true;
  }

  private void stop(Problem problem) {
    if (close(Outcome.ABANDONED)) {
      call.cancel();
      exchange.fail(problem);
    }
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
  public void sent() {
    movedAt = now();
  }

  @Override
  public void bodyFailed(Throwable cause) {
    if (close(Outcome.ABANDONED)) {
      exchange.fail(Problem.ofBody(cause));
    }
  }

  @Override
  public void head(ResponseHead answer) {
    if (over) {
      return;
    }
    movedAt = now();
    place.answered(movedAt);
    if (answer.isRejection() && failed(Outcome.REJECTED)) {
      // The rest of the rejection is read and dropped, so that the connection can be used again.
      return;
    }
    if (answer.status() >= 500 && place.isSuspect() && failed(Outcome.ERROR)) {
      return;
    }
    status = answer.status();
    rejected = answer.isRejection();
    exchange.begin(answer);
  }

  @Override
  public void switched(ResponseHead answer, Tunnel replica) {
    place.answered(now());
    // An open tunnel is no request under way: it may last for hours and do nothing.
    if (close(Outcome.ANSWERED)) {
      exchange.switchTo(answer, replica);
    } else {
      replica.close();
    }
  }

  @Override
  public void piece(byte[] bytes) {
    if (!over) {
      movedAt = now();
      if (!exchange.write(bytes)) {
        call.pause();
      }
    }
  }

  @Override
  public void end() {
    if (close(rejected ? Outcome.REJECTED : status >= 500 ? Outcome.ERROR : Outcome.ANSWERED)) {
      exchange.end(status);
    }
  }

  @Override
  public void unreachable(Throwable cause) {
    giveWay(Outcome.UNREACHABLE, " can't be reached");
  }

  @Override
  public void lost(Throwable cause) {
    giveWay(Outcome.LOST, " broke the connection");
  }

  private void giveWay(Outcome outcome, String what) {
    if (!over && !failed(outcome)) {
      close(outcome);
      exchange.fail(Problem.of(502, "The replica of " + exchange.service() + what));
    }
  }

  /** Ends this try as failed if another one may follow; says whether it does. */
  private boolean failed(Outcome outcome) {
    if (!exchange.mayRetry(outcome)) {
      return false;
    }
    close(outcome);
    exchange.retry(place, outcome);
    return true;
  }

  private boolean close(Outcome outcome) {
    if (over) {
      return false;
    }
    over = true;
    timer.cancel();
    place.release(outcome);
    return true;
  }

  private long now() {
    return rules.nanoTime().getAsLong();
  }
}
