package dev.libra.simulator.scaling;

import dev.libra.decision.BoundsGuardrail;
import dev.libra.decision.CooldownGuardrail;
import dev.libra.decision.Guardrails;
import dev.libra.decision.SloBreachGuardrail;
import dev.libra.decision.StaleMetricsGuardrail;
import dev.libra.decision.StepGuardrail;
import dev.libra.fleet.Check;
import java.time.Duration;
import java.util.List;

/**
 * The guard rails of an episode: those that are shipped, with these times.
 *
 * @param beforeUp time after a change before a scale-up
 * @param beforeDown time after a change before a scale-down
 */
public record Cooldowns(Duration beforeUp, Duration beforeDown) {
  private static final Duration STALE_AFTER = Duration.ofSeconds(10);
  private static final double MAX_ERROR_RATE = 0.01;
  private static final int STEP_UP = 4;
  private static final int STEP_DOWN = 2;

  public Cooldowns {
    Check.between("beforeUp in ms", beforeUp.toMillis(), 0, 3_600_000);
    Check.between("beforeDown in ms", beforeDown.toMillis(), 0, 3_600_000);
  }

  public static Cooldowns standard() {
    return new Cooldowns(Duration.ZERO, Duration.ofSeconds(10));
  }

  /** All guard rails, with these times. */
  public Guardrails guardrails() {
    return new Guardrails(
        List.of(
            new StaleMetricsGuardrail(STALE_AFTER),
            new SloBreachGuardrail(MAX_ERROR_RATE),
            new CooldownGuardrail(beforeUp, beforeDown),
            new StepGuardrail(STEP_UP, STEP_DOWN),
            new BoundsGuardrail()));
  }
}
