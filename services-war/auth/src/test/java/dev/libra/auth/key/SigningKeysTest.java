package dev.libra.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir Path directory;

  @Test
  void replicasThatStartTogetherShareOneKey() throws Exception {
    List<CompletableFuture<SigningKeys>> starts =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> SigningKeys.loadOrCreate(file())))
            .limit(6)
            .toList();
    assertThat(starts.stream().map(start -> start.join().publicJson()).distinct()).hasSize(1);
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertThat(files).containsExactly(file());
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void whatIsPublishedHoldsNoPrivatePart() {
    assertThat(SigningKeys.loadOrCreate(file()).publicJson())
        .contains("\"kid\"", "\"RS256\"")
        .doesNotContain("\"d\"", "\"p\"", "\"q\"", "\"dp\"");
  }

  @Test
  void aBrokenFileStopsTheStartWithoutQuotingIt() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{\"keys\":\"top secret\"}");
    assertThatIllegalStateException()
        .isThrownBy(() -> SigningKeys.loadOrCreate(file()))
        .withMessageContaining("jwt-keys.json")
        .satisfies(e -> assertThat(e).hasMessageNotContaining("top secret").hasNoCause());
  }

  @Test
  void tokensCarryTheClaimsOfMicroProfileJwt() throws Exception {
    SigningKeys keys = SigningKeys.loadOrCreate(file());
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    SignedJWT token =
        SignedJWT.parse(new TokenIssuer(keys, Duration.ofHours(1), clock).issue("ada"));
    assertThat(token.verify(new RSASSAVerifier(keys.signing().toPublicJWK()))).isTrue();
    assertThat(token.getHeader().getKeyID()).isEqualTo(keys.signing().getKeyID());
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("libra-auth");
    assertThat(claims.getSubject()).isEqualTo("ada");
    assertThat(claims.getStringListClaim("groups")).containsExactly("user");
    assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
    assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(3600)));
    assertThat(claims.getJWTID()).isNotBlank();
  }

  private Path file() {
    return directory.resolve("secrets").resolve("jwt-keys.json");
  }
}
