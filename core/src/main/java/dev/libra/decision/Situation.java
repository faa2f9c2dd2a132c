package dev.libra.decision;

import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import java.time.Duration;
import java.time.Instant;

/**
 * What guard rails look at.
 *
 * @param sample the latest, or null when there was none yet
 * @param age of the sample, or null without one
 * @param current replicas wanted at present
 * @param lastChange when the count was last changed, or null when it never was
 */
public record Situation(
    ServiceSpec service,
    Sample sample,
    Duration age,
    int current,
    Instant lastChange,
    Instant at) {}
