package dev.libra.control.ejb;

import dev.libra.decision.BoundsGuardrail;
import dev.libra.decision.CooldownGuardrail;
import dev.libra.decision.Guardrails;
import dev.libra.decision.SloBreachGuardrail;
import dev.libra.decision.StaleMetricsGuardrail;
import dev.libra.decision.StepGuardrail;
import java.time.Duration;
import java.util.List;

/**
 * How far guard rails let a policy go.
 *
 * @param staleAfter older samples don't scale down
 * @param maxErrorRate failed share above which the SLO counts as broken
 */
record GuardrailSettings(
    Duration staleAfter,
    double maxErrorRate,
    Duration coolDownBeforeUp,
    Duration coolDownBeforeDown,
    int maxStepUp,
    int maxStepDown) {

  static GuardrailSettings from(Settings settings) {
    return new GuardrailSettings(
        settings.seconds("libra.guardrail.stale-after-s", 10, 2, 3600),
        settings.number("libra.guardrail.max-error-rate", 0.01, 0, 1),
        settings.seconds("libra.guardrail.cool-down-up-s", 0, 0, 3600),
        settings.seconds("libra.guardrail.cool-down-down-s", 10, 0, 3600),
        settings.integer("libra.guardrail.step-up", 4, 1, 1000),
        settings.integer("libra.guardrail.step-down", 2, 1, 1000));
  }

  /** The bounds come last, so that nothing leaves them. */
  Guardrails guardrails() {
    return new Guardrails(
        List.of(
            new StaleMetricsGuardrail(staleAfter),
            new SloBreachGuardrail(maxErrorRate),
            new CooldownGuardrail(coolDownBeforeUp, coolDownBeforeDown),
            new StepGuardrail(maxStepUp, maxStepDown),
            new BoundsGuardrail()));
  }
}
