package dev.libra.gateway.balance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Waiters that note what they were told, in order. */
final class Requests {
  final List<Request> granted = new CopyOnWriteArrayList<>();
  final List<Request> refused = new CopyOnWriteArrayList<>();

  Request request(String name) {
    return new Request(name);
  }

  List<String> namesOfGranted() {
    return granted.stream().map(r -> r.name).toList();
  }

  final class Request implements Waiter {
    final String name;
    volatile Place place;
    volatile Refusal refusal;

    Request(String name) {
      this.name = name;
    }

    @Override
    public void granted(Place given) {
      place = given;
      granted.add(this);
    }

    @Override
    public void turnedAway(Refusal why) {
      refusal = why;
      refused.add(this);
    }
  }
}
