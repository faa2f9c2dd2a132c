package dev.libra.gateway.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Verifies a token's signature and its claims as MicroProfile JWT 2.1 asks.
 *
 * <p>Keys are kept for 5 minutes; a token with an unknown key id has them fetched anew, at most
 * twice in 30 s, so that a rotated key is taken at once and made-up ids cost the issuer nothing.
 * While the issuer is away the last keys count for an hour.
 */
final class JwtVerifier {
  private static final int FETCH_LIMIT_MS = 2_000;
  private static final int LONGEST_KEYS = 256 * 1024;
  private static final long OUTAGE_MS = 3_600_000;

  /** The algorithms of MicroProfile JWT; above all no HMAC with a public key, and not "none". */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /** Says that a token is not good. */
  static final class BadTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    BadTokenException(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** Says that the issuer's keys can't be had. */
  static final class KeysAwayException extends Exception {
    private static final long serialVersionUID = 1L;

    KeysAwayException(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }

  JwtVerifier(JwtRules rules, Clock clock) {
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(rules)));
    processor.setJWTClaimsSetVerifier(new Claims(rules, clock));
  }

  private static com.nimbusds.jose.jwk.source.JWKSource<SecurityContext> keys(JwtRules rules) {
    try {
      return JWKSourceBuilder.create(
              rules.keys().toURL(),
              new DefaultResourceRetriever(FETCH_LIMIT_MS, FETCH_LIMIT_MS, LONGEST_KEYS))
          .retrying(true)
          .outageTolerant(OUTAGE_MS)
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("libra.gateway.jwt.jwks-url: " + e.getMessage(), e);
    }
  }

  /** Verifies a token; may fetch keys, and so block. Answers when it expires. */
  Instant verify(String token) throws BadTokenException, KeysAwayException {
    try {
      return processor.process(token, null).getExpirationTime().toInstant();
    } catch (RateLimitReachedException e) {
      // Its key is unknown, and was asked for a moment ago.
      throw new BadTokenException(e);
    } catch (KeySourceException e) {
      throw new KeysAwayException(e);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new BadTokenException(e);
    }
  }

  /** Issuer, audience, times, and somebody whom the token is about. */
  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
    private final Clock clock;

    Claims(JwtRules rules, Clock clock) {
      super(
          // The library asks whether null is in it, which an immutable set refuses to say.
          rules.audiences().isEmpty() ? null : new HashSet<>(rules.audiences()),
          new JWTClaimsSet.Builder().issuer(rules.issuer()).build(),
          Set.of("exp", "iat"),
          Set.of());
      this.clock = clock;
      setMaxClockSkew((int) rules.skew().toSeconds());
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }

    @Override
    public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
      super.verify(claims, context);
      if (Stream.of("upn", "preferred_username", "sub").allMatch(n -> claims.getClaim(n) == null)) {
        throw new BadJWTException("JWT has none of upn, preferred_username and sub");
      }
    }
  }
}
