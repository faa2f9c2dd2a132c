package dev.libra.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One process of this installation, as {@code run/<name>.json} keeps it.
 *
 * @param role {@code store}, {@code control}, {@code gateway}, {@code traffic} or {@code replica}
 * @param service the service a replica serves, else null
 * @param startedAt when the operating system started it: a reused pid has another instant
 * @param port the port it listens on
 * @param draining whether it was told to end once its requests are answered
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ProcessRecord(
    String name,
    String role,
    String service,
    long pid,
    Instant startedAt,
    int port,
    boolean draining) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  public ProcessRecord {
    requireName("name", name);
    requireName("role", role);
    if (service != null) {
      requireName("service", service);
    }
    if (pid < 1) {
      throw new IllegalArgumentException("pid must be at least 1, was: " + pid);
    }
    if (startedAt == null) {
      throw new IllegalArgumentException("startedAt must not be missing");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be between 0 and 65535, was: " + port);
    }
  }

  public ProcessRecord withDraining() {
    return new ProcessRecord(name, role, service, pid, startedAt, port, true);
  }

  static String requireName(String what, String value) {
    if (value == null || !NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(what + " must match " + NAME + ", was: " + value);
    }
    return value;
  }
}
