package dev.libra.traffic.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A few users, registered and logged in through the gateway, whose tokens are kept fresh. */
public final class Accounts implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(60);

  private final URI gateway;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
  private final ScheduledExecutorService renewer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "token-renewal");
            thread.setDaemon(true);
            return thread;
          });
  private volatile List<Account> accounts = List.of();

  private Accounts(URI gateway, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  /**
   * Registers users with random names and passwords and logs them in.
   *
   * @throws GatewayUnavailableException if the gateway doesn't do it
   */
  public static Accounts register(URI gateway, int count, Clock clock) {
    Accounts accounts = new Accounts(gateway, clock);
    List<Account> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(accounts.registerOne());
    }
    accounts.accounts = List.copyOf(list);
    accounts.renewer.scheduleWithFixedDelay(accounts::renew, 10, 10, TimeUnit.SECONDS);
    return accounts;
  }

  /** The users, with tokens that are valid now. */
  public List<Account> all() {
    return accounts;
  }

  @Override
  public void close() {
    renewer.shutdownNow();
  }

  private Account registerOne() {
    SecureRandom random = new SecureRandom();
    String name = "load-" + Long.toHexString(random.nextLong());
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    String password = Base64.getUrlEncoder().encodeToString(bytes);
    post("/auth/users", name, password, 201);
    return logIn(new Account(name, password, null, Instant.EPOCH));
  }

  private Account logIn(Account account) {
    Instant now = clock.instant();
    JsonNode answer = post("/auth/tokens", account.name(), account.password(), 200);
    long lifetime = answer.path("expiresInS").asLong();
    return account.with(answer.path("token").asText(), now.plusSeconds(lifetime));
  }

  private void renew() {
    Instant soon = clock.instant().plus(RENEW_BEFORE_END);
    List<Account> next = new ArrayList<>();
    for (Account account : accounts) {
      next.add(account.expiresAt().isBefore(soon) ? renewed(account) : account);
    }
    accounts = List.copyOf(next);
  }

  /** The account with a new token, or as it was: the next round tries again. */
  private Account renewed(Account account) {
    try {
      return logIn(account);
    } catch (GatewayUnavailableException e) {
      System.getLogger(Accounts.class.getName())
          .log(System.Logger.Level.WARNING, "no new token for " + account + ": " + e.getMessage());
      return account;
    }
  }

  private JsonNode post(String path, String name, String password, int expected) {
    try {
      String body = JSON.writeValueAsString(Map.of("name", name, "password", password));
      HttpRequest request =
          HttpRequest.newBuilder(gateway.resolve(path))
              .timeout(LIMIT)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != expected) {
        throw new GatewayUnavailableException(
            gateway + path + " answered " + answer.statusCode() + ", wanted " + expected, null);
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new GatewayUnavailableException("the gateway " + gateway + " can't be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayUnavailableException("interrupted", e);
    }
  }
}
