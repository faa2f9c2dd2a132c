package dev.libra.auth;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A name and a password, as sent to register or to log in.
 *
 * @param name is the same user whatever its case
 */
public record Credentials(
    @NotNull
        @Size(min = 3, max = 64)
        @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9._@+-]*",
            message = "must start with a letter or digit and go on with those or . _ @ + -")
        String name,
    @NotNull @Size(min = 8, max = 128) String password) {

  @Override
  public String toString() {
    return "Credentials[name=" + name + "]";
  }
}
