package dev.libra.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;

/**
 * The private keys that sign tokens. The first one of the file signs and all are published, so that
 * a new key can be put in front while tokens of the old one are still around.
 */
public final class SigningKeys {
  private static final int BITS = 2048;

  private final List<RSAKey> keys;

  SigningKeys(List<RSAKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "there must be at least one RSA key with its private part");
    }
    this.keys = List.copyOf(keys);
  }

  /** Reads the keys, made now if there are none; replicas that start together share one. */
  public static SigningKeys loadOrCreate(Path file) {
    try {
      if (Files.notExists(file)) {
        SecretFile.createIfAbsent(file, generate().toString(false));
      }
      return parse(Files.readString(file));
    } catch (IOException | JOSEException e) {
      throw new IllegalStateException("cannot read or make the signing keys in " + file, e);
    } catch (ParseException | IllegalArgumentException e) {
      // Without the cause: it may quote what the file holds.
      throw new IllegalStateException(
          file + " holds no JWK set with a private RSA key; delete it to have a new one made");
    }
  }

  RSAKey signing() {
    return keys.get(0);
  }

  /** The public parts as a JWK set. */
  public String publicJson() {
    return new JWKSet(List.<JWK>copyOf(keys)).toString(true);
  }

  private static JWKSet generate() throws JOSEException {
    return new JWKSet(
        new RSAKeyGenerator(BITS)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .keyIDFromThumbprint(true)
            .generate());
  }

  private static SigningKeys parse(String json) throws ParseException {
    return new SigningKeys(
        JWKSet.parse(json).getKeys().stream()
            .filter(key -> key instanceof RSAKey && key.isPrivate())
            .map(JWK::toRSAKey)
            .toList());
  }
}
