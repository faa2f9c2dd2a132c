package dev.libra.service.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;

/** Stands where the gateway is: publishes the keys of the tokens it signs, as auth does. */
public final class TestGateway implements AutoCloseable {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys;
  private final HttpServer server;

  public TestGateway() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/auth/jwks", exchange -> answer(exchange, 200, jwks()));
    server.start();
  }

  /** Adds another service behind it. */
  public TestGateway with(String path, HttpHandler service) {
    server.createContext(path, service);
    return this;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The value of a request's Authorization header. */
  public String bearer(String user, String group, Instant expires) {
    String token =
        part("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"test\"}")
            + "."
            + part(
                String.format(
                    "{\"iss\":\"libra-auth\",\"sub\":\"%1$s\",\"upn\":\"%1$s\",\"groups\":[\"%2$s\"],"
                        + "\"iat\":%3$d,\"exp\":%4$d,\"jti\":\"1\"}",
                    user, group, Instant.now().getEpochSecond(), expires.getEpochSecond()));
    return "Bearer " + token + "." + signature(token);
  }

  public static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String signature(String token) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(token.getBytes(UTF_8));
      return BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String jwks() {
    byte[] modulus = ((RSAPublicKey) keys.getPublic()).getModulus().toByteArray();
    // Without the sign's leading zero byte.
    String n = BASE64.encodeToString(java.util.Arrays.copyOfRange(modulus, 1, modulus.length));
    return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"test\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\""
        + n
        + "\",\"e\":\"AQAB\"}]}";
  }

  private static String part(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }
}
