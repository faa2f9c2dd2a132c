package dev.libra.gateway.proxy.vertx;

import dev.libra.gateway.proxy.Exchange;
import dev.libra.gateway.proxy.Problem;
import dev.libra.gateway.proxy.RequestBody;
import dev.libra.gateway.proxy.RequestHead;
import dev.libra.gateway.proxy.Route;

/** A request whose route is known, until it can be sent to a replica; used in its loop only. */
final class Arrival implements ClientBody.Collected {
  private final FrontDoor door;
  private final ClientAnswer answer;
  private final RequestHead head;
  private final Route route;
  private final long arrivedAt;

  Arrival(FrontDoor door, ClientAnswer answer, RequestHead head, Route route, long arrivedAt) {
    this.door = door;
    this.answer = answer;
    this.head = head;
    this.route = route;
    this.arrivedAt = arrivedAt;
  }

  /**
   * Lets the request in if its route's check does.
   *
   * @param body not yet read, or null for none
   */
  void check(ClientBody body) {
    route.access().check(head, refusal -> door.loop().enter(() -> decided(body, refusal)));
  }

  private void decided(ClientBody body, Problem refusal) {
    if (refusal != null) {
      route.counters().denied().increment();
      answer.problem(refusal);
    } else if (body == null) {
      ready(null);
    } else {
      body.start();
    }
  }

  @Override
  public void ready(RequestBody body) {
    Exchange exchange = door.exchange(head, body, answer, route, arrivedAt);
    answer.serve(exchange);
    exchange.start();
  }

  @Override
  public void failed(Throwable cause) {
    answer.problem(Problem.ofBody(cause));
  }
}
