package dev.libra.gateway.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes a key and signs tokens with it. */
public final class Issuer implements AutoCloseable {
  public static final String NAME = "issuer-of-the-test";

  private final HttpServer server;
  private final AtomicInteger fetches = new AtomicInteger();
  private volatile RSAKey key;

  public Issuer() throws IOException {
    rotate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/jwks",
        call -> {
          fetches.incrementAndGet();
          byte[] keys = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(200, keys.length);
          call.getResponseBody().write(keys);
          call.close();
        });
    server.start();
  }

  /** Publishes a new key, and signs with it from now on. */
  public void rotate() {
    try {
      key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public URI keys() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
  }

  RSAKey key() {
    return key;
  }

  int fetches() {
    return fetches.get();
  }

  public static JWTClaimsSet.Builder claims(Instant expires) {
    return new JWTClaimsSet.Builder()
        .issuer(NAME)
        .subject("17")
        .claim("upn", "ann")
        .audience("shop")
        .issueTime(Date.from(expires.minusSeconds(3600)))
        .expirationTime(Date.from(expires));
  }

  public String sign(JWTClaimsSet claims) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
