package dev.libra.control;

import dev.libra.fleet.Check;
import java.util.Locale;

/**
 * Who decides about a service.
 *
 * @param replicas wanted in {@link Kind#MANUAL}, 0 otherwise
 */
public record Mode(Kind kind, int replicas) {

  /** The modes there are. */
  public enum Kind {
    /** The policy decides. */
    ACTIVE,
    /** The policy decides and nothing is carried out. */
    PAUSED,
    /** The operator decides. */
    MANUAL,
    /** The fallback rule decides; the policy's wish is logged beside it. */
    SHADOW;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Mode {
    Check.present("mode", kind);
    if (kind == Kind.MANUAL) {
      Check.between("replicas", replicas, 1, 1000);
    } else {
      Check.between("replicas (only for mode manual)", replicas, 0, 0);
    }
  }

  public static Mode active() {
    return new Mode(Kind.ACTIVE, 0);
  }

  public static Mode paused() {
    return new Mode(Kind.PAUSED, 0);
  }

  public static Mode shadow() {
    return new Mode(Kind.SHADOW, 0);
  }

  public static Mode manual(int replicas) {
    return new Mode(Kind.MANUAL, replicas);
  }
}
