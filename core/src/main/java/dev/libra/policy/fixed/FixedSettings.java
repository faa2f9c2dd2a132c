package dev.libra.policy.fixed;

import dev.libra.fleet.Check;
import dev.libra.fleet.ServiceSpec;

/**
 * Parameters of {@link FixedPolicy}.
 *
 * @param replicas the count where {@code size} is {@link Size#COUNT}, 0 otherwise
 */
public record FixedSettings(Size size, int replicas) {

  /** Which count is kept. */
  public enum Size {
    /** The service's minimum. */
    MIN,
    /** The service's maximum. */
    MAX,
    /** The given number, as far as the service's bounds allow. */
    COUNT
  }

  public FixedSettings {
    Check.present("size", size);
    Check.between("replicas", replicas, size == Size.COUNT ? 1 : 0, size == Size.COUNT ? 1000 : 0);
  }

  public static FixedSettings min() {
    return new FixedSettings(Size.MIN, 0);
  }

  public static FixedSettings max() {
    return new FixedSettings(Size.MAX, 0);
  }

  public static FixedSettings count(int replicas) {
    return new FixedSettings(Size.COUNT, replicas);
  }

  int of(ServiceSpec service) {
    return switch (size) {
      case MIN -> service.minReplicas();
      case MAX -> service.maxReplicas();
      case COUNT -> service.clamp(replicas);
    };
  }
}
