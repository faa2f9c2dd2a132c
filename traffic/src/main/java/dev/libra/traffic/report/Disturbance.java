package dev.libra.traffic.report;

/**
 * Something that was done to the installation on purpose, as the report shows it.
 *
 * @param s when, in s after the start
 * @param forS how long, 0 for at once
 * @param sentence what came of it
 */
public record Disturbance(double s, double forS, String action, String target, String sentence) {}
