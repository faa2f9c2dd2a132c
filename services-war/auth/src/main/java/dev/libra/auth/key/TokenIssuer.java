package dev.libra.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Issues MicroProfile JWTs, signed with RS256. */
public final class TokenIssuer {
  public static final String ISSUER = "libra-auth";

  private final JWSHeader header;
  private final JWSSigner signer;
  private final Duration lifetime;
  private final Clock clock;

  public TokenIssuer(SigningKeys keys, Duration lifetime, Clock clock) {
    this.lifetime = lifetime;
    this.clock = clock;
    this.header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(keys.signing().getKeyID())
            .build();
    try {
      this.signer = new RSASSASigner(keys.signing());
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the signing key cannot sign", e);
    }
  }

  public Duration lifetime() {
    return lifetime;
  }

  public String issue(String user) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(user)
            .claim("upn", user)
            .claim("groups", List.of("user"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign a token", e);
    }
    return token.serialize();
  }
}
