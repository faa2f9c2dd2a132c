package dev.libra.traffic.call;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Many clients with bad manners and no pause: most of them copy the catalogue page by page, the
 * others try stolen passwords or guess payments.
 */
final class BotCalls implements Calls {
  private static final int CLIENTS = 200;
  private static final double SCRAPING = 0.70;
  private static final double STUFFING = 0.25;

  private final String service;
  private final Accounts accounts;
  private final RandomGenerator random;
  private int page;

  BotCalls(String service, Accounts accounts, RandomGenerator random) {
    this.service = service;
    this.accounts = accounts;
    this.random = random;
  }

  @Override
  public Call next(double seconds) {
    int client = 1 + random.nextInt(CLIENTS);
    List<Account> all = accounts.all();
    Account account = all.get(random.nextInt(all.size()));
    return switch (service == null ? drawService() : service) {
      case "auth" -> stuff(account, client);
      case "payment" -> get("/payment/payments/" + guess(), account, client);
      case "recommendation" -> get("/recommendation/products/" + next(), account, client);
      default -> get("/search/products/" + next(), account, client);
    };
  }

  private String drawService() {
    double draw = random.nextDouble();
    if (draw < SCRAPING) {
      return random.nextBoolean() ? "search" : "recommendation";
    }
    return draw < SCRAPING + STUFFING ? "auth" : "payment";
  }

  private Call stuff(Account account, int client) {
    String body =
        "{\"name\":\""
            + account.name()
            + "\",\"password\":\"stolen-"
            + Long.toHexString(random.nextLong())
            + "\"}";
    return new Call(Call.BOTS, "POST", "/auth/tokens", null, null, body, client);
  }

  private String next() {
    return ProductIds.of(page++ % 50_000);
  }

  private UUID guess() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static Call get(String path, Account account, int client) {
    return new Call(Call.BOTS, "GET", path, account.token(), null, null, client);
  }
}
