package dev.libra.traffic.call;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Draws the calls of a crowd of users, or only one service's share of them. */
final class CallMix implements Calls {
  private static final int PRODUCTS = 50_000;

  private final Mix mix;
  private final String service;
  private final Accounts accounts;
  private final RandomGenerator random;
  private final SearchWords words;
  private final Zipf products;

  /**
   * @param service only calls of this one, or null for all
   */
  CallMix(Mix mix, String service, Accounts accounts, RandomGenerator random) {
    this.mix = mix;
    this.service = service;
    this.accounts = accounts;
    this.random = random;
    this.words = new SearchWords(mix.zipf());
    this.products = new Zipf(PRODUCTS, mix.zipf());
  }

  @Override
  public Call next(double seconds) {
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
    if (draw < mix.search()) {
      return "search";
    }
    if (draw < mix.search() + mix.recommendation()) {
      return "recommendation";
    }
    return draw < mix.search() + mix.recommendation() + mix.payment() ? "payment" : "auth";
  }

  private Call search(Account account) {
    double draw = random.nextDouble();
    String query;
    if (draw < mix.fuzzy()) {
      query = "q=" + words.misspelt(random) + "&mode=fuzzy";
    } else if (draw < mix.fuzzy() + mix.prefix()) {
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
    if (random.nextDouble() < mix.logIn()) {
      return Call.post("auth", "/auth/tokens", null, null, account.credentials());
    }
    return Call.get("auth", "/auth/me", account.token());
  }

  private String product() {
    return ProductIds.of(products.draw(random));
  }
}
