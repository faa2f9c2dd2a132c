package dev.libra.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.libra.service.testing.Http;
import dev.libra.service.testing.TestReplica;
import dev.libra.service.testing.TestStore;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Auth on a real Liberty. */
class AuthIT {
  private static final String ADA = "{\"name\":\"Ada\",\"password\":\"correct horse\"}";

  @TempDir static Path directory;
  private static TestStore store;
  private static TestReplica replica;
  private static Http http;

  @BeforeAll
  static void start() {
    store = new TestStore();
    replica =
        TestReplica.start(
            directory,
            "auth-1",
            "auth",
            Map.of("LIBRA_MONGODB_URI", store.uri(), "LIBRA_REPLICA_CONCURRENCY", "2"));
    http = new Http(replica.url());
    http.post("/auth/users", ADA);
  }

  @AfterAll
  static void stop() {
    replica.close();
    store.close();
  }

  @Test
  void aRegisteredUserLogsInAndIsKnownByTheToken() throws Exception {
    HttpResponse<String> login = http.post("/auth/tokens", ADA);
    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(login.headers().firstValue("Cache-Control")).contains("no-store");
    String token = token(login);
    SignedJWT parsed = SignedJWT.parse(token);
    assertThat(parsed.getJWTClaimsSet().getIssuer()).isEqualTo("libra-auth");
    assertThat(parsed.getJWTClaimsSet().getStringClaim("upn")).isEqualTo("ada");
    HttpResponse<String> jwks = http.get("/auth/jwks");
    assertThat(jwks.headers().firstValue("Cache-Control")).contains("public, max-age=300");
    var key = JWKSet.parse(jwks.body()).getKeyByKeyId(parsed.getHeader().getKeyID());
    assertThat(key.isPrivate()).isFalse();
    assertThat(parsed.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();

    HttpResponse<String> me = http.get("/auth/me", "Authorization", "Bearer " + token);
    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(me.body()).contains("\"name\":\"ada\"", "\"groups\":[\"user\"]");
  }

  @Test
  void aTakenNameConflictsWhateverItsCase() {
    HttpResponse<String> second = http.post("/auth/users", ADA.replace("Ada", "aDA"));
    assertProblem(second, 409, "name-taken");
  }

  @Test
  void onlyOneOfManyWhoRegisterANameAtOnceGetsIt() {
    String body = "{\"name\":\"grace\",\"password\":\"correct horse\"}";
    List<CompletableFuture<Integer>> calls =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> http.post("/auth/users", body).statusCode()))
            .toList();
    assertThat(calls.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void aWrongPasswordAndAnUnknownUserAreToldAlike() {
    HttpResponse<String> wrong = http.post("/auth/tokens", ADA.replace("horse", "mouse"));
    HttpResponse<String> unknown = http.post("/auth/tokens", ADA.replace("Ada", "Nobody"));
    assertProblem(wrong, 401, "wrong-credentials");
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(unknown.statusCode()).isEqualTo(401);
  }

  @Test
  void impossibleInputIsRefusedAndNamed() {
    HttpResponse<String> response =
        http.post("/auth/users", "{\"name\":\"a!\",\"password\":\"x\"}");
    assertProblem(response, 400, "invalid-request");
    assertThat(response.body()).contains("\"field\":\"name\"", "\"field\":\"password\"");
  }

  @Test
  void everyErrorIsAProblem() {
    assertProblem(http.post("/auth/users", "{\"name\":"), 400, "bad-request");
    assertProblem(http.post("/auth/users", ""), 400, "bad-request");
    assertProblem(http.get("/auth/nothing"), 404, "not-found");
    assertProblem(http.get("/auth/users"), 405, "method-not-allowed");
    assertProblem(http.get("/auth/jwks", "Accept", "text/html"), 406, "not-acceptable");
    assertProblem(
        http.post("/auth/users", "x", "Content-Type", "text/plain"), 415, "unsupported-media-type");
    String tooLarge = "{\"name\":\"" + "a".repeat(100_000) + "\"}";
    assertProblem(http.post("/auth/users", tooLarge), 413, "request-entity-too-large");
    assertProblem(http.get("/auth/me"), 401, "unauthorized");
    assertProblem(http.get("/auth/me", "Authorization", "Bearer a.b.c"), 401, "unauthorized");
  }

  @Test
  void aForgedTokenIsRefused() {
    String token = token(http.post("/auth/tokens", ADA));
    String forged = token.substring(0, token.length() - 6) + "AAAAAA";
    assertProblem(http.get("/auth/me", "Authorization", "Bearer " + forged), 401, "unauthorized");
    assertThat(replica.log()).doesNotContain(forged);
  }

  @Test
  void aFullReplicaTurnsRequestsAwayUndoneButStillPublishesItsKeys() {
    String login = ADA.replace("horse", "mouse");
    List<CompletableFuture<HttpResponse<String>>> calls =
        IntStream.range(0, 12)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> http.post("/auth/tokens", login)))
            .toList();
    assertThat(http.get("/auth/jwks").statusCode()).isEqualTo(200);
    List<HttpResponse<String>> busy =
        calls.stream()
            .map(CompletableFuture::join)
            .filter(response -> response.statusCode() == 503)
            .toList();
    assertThat(busy).isNotEmpty();
    assertThat(busy)
        .allSatisfy(
            response -> {
              assertProblem(response, 503, "replica-busy");
              assertThat(response.headers().firstValue("Libra-Rejected")).contains("bulkhead");
              assertThat(response.headers().firstValue("Retry-After")).isPresent();
            });
  }

  @Test
  void healthAndOpenApiAnswerAndTheKeyFileIsPrivate() throws Exception {
    assertThat(http.get("/health/started").statusCode()).isEqualTo(200);
    assertThat(http.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(http.get("/openapi").body()).contains("Libra auth", "/tokens");
    Path keys = directory.resolve("secrets").resolve("jwt-keys.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rw-------");
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body())
        .contains("\"type\":\"urn:libra:problem:" + code + "\"", "\"status\":" + status)
        .doesNotContain("Exception");
  }

  private static String token(HttpResponse<String> login) {
    return login.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
  }
}
