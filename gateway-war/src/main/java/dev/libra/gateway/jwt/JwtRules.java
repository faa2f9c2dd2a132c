package dev.libra.gateway.jwt;

import dev.libra.fleet.Check;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Which routes want a token, and which token is good.
 *
 * @param routes names of the routes that want one; nothing else counts if there are none
 * @param keys address of the JWK set (RFC 7517) with the issuer's public keys
 * @param issuer what {@code iss} must be
 * @param audiences of which {@code aud} must have one; none accepts any
 * @param skew how far clocks may be apart
 */
public record JwtRules(
    Set<String> routes, URI keys, String issuer, Set<String> audiences, Duration skew) {
  private static final String KEY = "libra.gateway.jwt.";

  public static final JwtRules NONE =
      new JwtRules(Set.of(), URI.create(""), "", Set.of(), Duration.ZERO);

  public JwtRules {
    routes = Set.copyOf(routes);
    audiences = Set.copyOf(audiences);
    Check.between(KEY + "skew-s", skew.toSeconds(), 0, 600);
    if (!routes.isEmpty()) {
      boolean http = "http".equals(keys.getScheme()) || "https".equals(keys.getScheme());
      if (!http || keys.getHost() == null) {
        throw new IllegalArgumentException(
            KEY
                + "jwks-url must be an http(s) address if there are libra.gateway.jwt.routes, was: "
                + keys);
      }
      if (issuer.isBlank()) {
        throw new IllegalArgumentException(
            KEY + "issuer must be given if there are libra.gateway.jwt.routes, was blank");
      }
    }
  }
}
