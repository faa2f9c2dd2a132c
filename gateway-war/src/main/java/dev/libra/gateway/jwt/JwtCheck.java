package dev.libra.gateway.jwt;

import dev.libra.gateway.jwt.JwtVerifier.BadTokenException;
import dev.libra.gateway.jwt.JwtVerifier.KeysAwayException;
import dev.libra.gateway.proxy.AccessCheck;
import dev.libra.gateway.proxy.Problem;
import dev.libra.gateway.proxy.RequestHead;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lets requests pass that carry a good token (RFC 6750).
 *
 * <p>A token that was good within the last minute passes at once. Signatures of others are verified
 * by two threads of their own, which may also fetch keys; what they can't keep up with is answered
 * with 503.
 */
public final class JwtCheck implements AccessCheck, AutoCloseable {
  private static final Logger LOG = System.getLogger(JwtCheck.class.getName());
  private static final int THREADS = 2;
  private static final int MOST_WAITING = 1_000;
  private static final int LONGEST_TOKEN = 8 * 1024;
  private static final String SCHEME = "Bearer ";

  private final JwtVerifier verifier;
  private final GoodTokens good;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          30,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          step -> {
            Thread thread = new Thread(step, "libra-jwt");
            thread.setDaemon(true);
            return thread;
          });

  public JwtCheck(JwtRules rules, Clock clock) {
    this.verifier = new JwtVerifier(rules, clock);
    this.good = new GoodTokens(clock);
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public void check(RequestHead request, Consumer<Problem> decision) {
    List<String> fields = request.headers().all("Authorization");
    String field = fields.size() == 1 ? fields.get(0) : "";
    if (!field.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      decision.accept(Problem.unauthorized("A bearer token is wanted here", "Bearer"));
      return;
    }
    String token = field.substring(SCHEME.length()).strip();
    if (good.contains(token)) {
      decision.accept(null);
    } else if (token.length() > LONGEST_TOKEN) {
      decision.accept(bad("The token is too long"));
    } else {
      verifyLater(token, decision);
    }
  }

  private void verifyLater(String token, Consumer<Problem> decision) {
    try {
      threads.execute(() -> decision.accept(verify(token)));
    } catch (RejectedExecutionException e) {
      decision.accept(Problem.of(503, "Too many tokens wait to be verified").retryAfter(1));
    }
  }

  private Problem verify(String token) {
    try {
      good.add(token, verifier.verify(token));
      return null;
    } catch (BadTokenException e) {
      LOG.log(Level.DEBUG, "A token was refused", e);
      return bad("The token is not good: its signature, issuer, audience or time");
    } catch (KeysAwayException e) {
      LOG.log(Level.WARNING, "The keys of libra.gateway.jwt.jwks-url are away: " + e.getMessage());
      return Problem.of(503, "The keys to verify tokens with are away").retryAfter(1);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A token could not be verified", e);
      return bad("The token could not be verified");
    }
  }

  private static Problem bad(String detail) {
    return Problem.unauthorized(detail, "Bearer error=\"invalid_token\"");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
