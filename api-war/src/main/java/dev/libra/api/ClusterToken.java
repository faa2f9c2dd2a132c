package dev.libra.api;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secret that proves that a process belongs to this installation. */
@ApplicationScoped
public class ClusterToken {
  private static final int SHORTEST = 32;

  @Inject
  @ConfigProperty(name = "libra.cluster-token-file")
  private String file;

  private byte[] token;

  @PostConstruct
  void read() {
    try {
      String text = Files.readString(Path.of(file)).strip();
      if (text.length() < SHORTEST) {
        throw new IllegalStateException(
            "libra.cluster-token-file: "
                + file
                + " must hold at least "
                + SHORTEST
                + " characters, held "
                + text.length());
      }
      token = text.getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("libra.cluster-token-file: can't read " + file, e);
    }
  }

  /** Compares in constant time. */
  boolean matches(String candidate) {
    return MessageDigest.isEqual(token, candidate.getBytes(StandardCharsets.UTF_8));
  }
}
