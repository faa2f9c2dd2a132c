package dev.libra.control;

import dev.libra.actuation.Actuator;
import dev.libra.decision.DecisionLog;
import dev.libra.metrics.MetricSource;
import java.time.Clock;

/** What the control loop needs of the world. */
public record ControlPorts(
    MetricSource metrics, Actuator actuator, DecisionLog decisions, Clock clock) {}
