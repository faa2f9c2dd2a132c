package dev.libra.traffic.call;

import java.util.List;
import java.util.random.RandomGenerator;

/** Those who make calls: they need accounts and chance to begin. */
@FunctionalInterface
public interface Crowd {
  /** The services there are calls for. */
  List<String> SERVICES = List.of("auth", "search", "recommendation", "payment");

  /**
   * Their calls.
   *
   * @param service only calls of this one, or null for all
   */
  Calls calls(String service, Accounts accounts, RandomGenerator random);

  /** Users of the shop. */
  static Crowd users(Mix mix) {
    return (service, accounts, random) -> new CallMix(mix, service, accounts, random);
  }

  /** Scrapers and password thieves, from 200 addresses where the target is on loopback. */
  static Crowd bots() {
    return BotCalls::new;
  }

  /**
   * @throws IllegalArgumentException if there are no calls for this service; null is allowed
   */
  static void requireService(String service) {
    if (service != null && !SERVICES.contains(service)) {
      throw new IllegalArgumentException(
          "service must be one of " + SERVICES + ", was: " + service);
    }
  }
}
