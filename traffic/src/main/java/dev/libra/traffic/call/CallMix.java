package dev.libra.traffic.call;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Draws the next call: what users of the shop do, or only one service's share of it. */
public final class CallMix implements Supplier<Call> {
  /** The services there are calls for. */
  public static final List<String> SERVICES =
      List.of("auth", "search", "recommendation", "payment");

  private static final double SEARCH_SHARE = 0.60;
  private static final double RECOMMENDATION_SHARE = 0.25;
  private static final double PAYMENT_SHARE = 0.10;

  /** Of auth's calls; hashing a password is meant to be slow. */
  private static final double LOGIN_SHARE = 0.05;

  private static final double FUZZY_SHARE = 0.03;
  private static final double PREFIX_SHARE = 0.07;
  private static final int PRODUCTS = 50_000;

  private final String service;
  private final Accounts accounts;
  private final RandomGenerator random;
  private final SearchWords words = new SearchWords();

  /**
   * @param service only calls of this one, or null for all
   */
  public CallMix(String service, Accounts accounts, RandomGenerator random) {
    requireService(service);
    this.service = service;
    this.accounts = accounts;
    this.random = random;
  }

  /**
   * @throws IllegalArgumentException if there are no calls for this service; null is allowed
   */
  public static void requireService(String service) {
    if (service != null && !SERVICES.contains(service)) {
      throw new IllegalArgumentException(
          "service must be one of " + SERVICES + ", was: " + service);
    }
  }

  @Override
  public Call get() {
    List<Account> all = accounts.all();
    Account account = all.get(random.nextInt(all.size()));
    return switch (service == null ? drawService() : service) {
      case "search" -> search(account);
      case "recommendation" -> recommendation(account);
      case "payment" -> payment(account);
      default -> auth(account);
    };
  }

  private String drawService() {
    double draw = random.nextDouble();
    if (draw < SEARCH_SHARE) {
      return "search";
    }
    if (draw < SEARCH_SHARE + RECOMMENDATION_SHARE) {
      return "recommendation";
    }
    return draw < SEARCH_SHARE + RECOMMENDATION_SHARE + PAYMENT_SHARE ? "payment" : "auth";
  }

  private Call search(Account account) {
    double draw = random.nextDouble();
    String query;
    if (draw < FUZZY_SHARE) {
      query = "q=" + words.misspelt(random) + "&mode=fuzzy";
    } else if (draw < FUZZY_SHARE + PREFIX_SHARE) {
      query = "q=" + words.beginning(random) + "&mode=prefix";
    } else {
      query = "q=" + words.some(random) + "&mode=terms";
    }
    return Call.get("search", "/search/products?" + query, account.token());
  }

  private Call recommendation(Account account) {
    String path = "/recommendation/products/" + product() + "?limit=10";
    return Call.get("recommendation", path, account.token());
  }

  private Call payment(Account account) {
    String key = new UUID(random.nextLong(), random.nextLong()).toString();
    int cents = 100 + random.nextInt(20_000);
    String body =
        "{\"productId\":\"" + product() + "\",\"amountCents\":" + cents + ",\"currency\":\"EUR\"}";
    return Call.post("payment", "/payment/payments", account.token(), key, body);
  }

  private Call auth(Account account) {
    if (random.nextDouble() < LOGIN_SHARE) {
      String body =
          "{\"name\":\"" + account.name() + "\",\"password\":\"" + account.password() + "\"}";
      return Call.post("auth", "/auth/tokens", null, null, body);
    }
    return Call.get("auth", "/auth/me", account.token());
  }

  /** Few products are popular: the square of a uniform draw favours low numbers. */
  private String product() {
    double draw = random.nextDouble();
    return String.format("p%05d", (int) (draw * draw * PRODUCTS));
  }
}
