package dev.libra.gateway.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.libra.gateway.proxy.Headers;
import dev.libra.gateway.proxy.Problem;
import dev.libra.gateway.proxy.RequestHead;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JwtCheckTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now.get();
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };
  private Issuer issuer;
  private JwtCheck check;

  @BeforeEach
  void start() throws Exception {
    issuer = new Issuer();
    check = new JwtCheck(rules(issuer.keys()), clock);
  }

  @AfterEach
  void stop() {
    check.close();
    issuer.close();
  }

  @Test
  void aGoodTokenPasses() {
    String token = issuer.sign(Issuer.claims(in(60)).build());
    assertThat(refusal("Bearer " + token)).isEmpty();
    assertThat(refusal("bearer " + token)).as("the scheme's case does not count").isEmpty();
    assertThat(issuer.fetches()).isEqualTo(1);
  }

  @Test
  void withoutATokenOneIsAskedFor() {
    for (String field : new String[] {null, "", "Basic YTpi", "Bearer"}) {
      Problem problem = refusal(field).orElseThrow();
      assertThat(problem.status()).isEqualTo(401);
      assertThat(problem.challenge()).isEqualTo("Bearer");
    }
  }

  @Test
  void aTokenEnds() {
    String token = issuer.sign(Issuer.claims(in(20)).build());
    assertThat(refusal("Bearer " + token)).isEmpty();
    now.set(in(20 + 11));
    assertInvalid(token);
  }

  @Test
  void claimsMustBeRight() {
    assertInvalid(issuer.sign(Issuer.claims(in(60)).issuer("somebody").build()));
    assertInvalid(issuer.sign(Issuer.claims(in(60)).audience("elsewhere").build()));
    assertInvalid(issuer.sign(Issuer.claims(in(60)).expirationTime(null).build()));
    assertInvalid(issuer.sign(Issuer.claims(in(60)).subject(null).claim("upn", null).build()));
    assertInvalid(
        issuer.sign(Issuer.claims(in(60)).notBeforeTime(java.util.Date.from(in(40))).build()));
  }

  @Test
  void signaturesMustBeRight() throws Exception {
    String token = issuer.sign(Issuer.claims(in(60)).build());
    assertInvalid(token.substring(0, token.length() - 8) + "AAAAAAAA");
    assertInvalid(new PlainJWT(Issuer.claims(in(60)).build()).serialize());
    SignedJWT confused =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(issuer.key().getKeyID()).build(),
            Issuer.claims(in(60)).build());
    confused.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
    assertInvalid(confused.serialize());
    assertInvalid("x");
    assertInvalid("x".repeat(100_000));
  }

  @Test
  void aRotatedKeyIsTakenAtOnceAndTheOldOneEndsWithinAMinute() {
    String old = issuer.sign(Issuer.claims(in(600)).build());
    assertThat(refusal("Bearer " + old)).isEmpty();
    issuer.rotate();
    assertThat(refusal("Bearer " + issuer.sign(Issuer.claims(in(600)).build()))).isEmpty();
    now.set(in(61));
    assertInvalid(old);
  }

  @Test
  void madeUpKeyIdsDoNotFloodTheIssuer() throws Exception {
    assertThat(refusal("Bearer " + issuer.sign(Issuer.claims(in(60)).build()))).isEmpty();
    try (Issuer stranger = new Issuer()) {
      for (int i = 0; i < 20; i++) {
        stranger.rotate();
        assertInvalid(stranger.sign(Issuer.claims(in(60)).build()));
      }
    }
    assertThat(issuer.fetches()).isLessThanOrEqualTo(3);
  }

  @Test
  void withoutKeysNothingCanBeSaidOfAToken() {
    String token = issuer.sign(Issuer.claims(in(60)).build());
    issuer.close();
    assertThat(refusal("Bearer " + token).orElseThrow().status()).isEqualTo(503);
  }

  @Test
  void impossibleRulesAreRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules(URI.create("/jwks")))
        .withMessageContaining("libra.gateway.jwt.jwks-url");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new JwtRules(Set.of("shop"), issuer.keys(), " ", Set.of(), Duration.ofSeconds(10)))
        .withMessageContaining("libra.gateway.jwt.issuer");
  }

  private static JwtRules rules(URI keys) {
    return new JwtRules(
        Set.of("shop"), keys, Issuer.NAME, Set.of("shop", "till"), Duration.ofSeconds(10));
  }

  private static Instant in(int seconds) {
    return START.plusSeconds(seconds);
  }

  private void assertInvalid(String token) {
    Problem problem = refusal("Bearer " + token).orElseThrow();
    assertThat(problem.status()).isEqualTo(401);
    assertThat(problem.challenge()).isEqualTo("Bearer error=\"invalid_token\"");
  }

  private Optional<Problem> refusal(String authorization) {
    Headers headers = new Headers();
    if (authorization != null) {
      headers.add("Authorization", authorization);
    }
    CompletableFuture<Optional<Problem>> decision = new CompletableFuture<>();
    check.check(
        new RequestHead("GET", "/shop", headers, "127.0.0.1", "x"),
        problem -> decision.complete(Optional.ofNullable(problem)));
    return decision.orTimeout(30, TimeUnit.SECONDS).join();
  }
}
