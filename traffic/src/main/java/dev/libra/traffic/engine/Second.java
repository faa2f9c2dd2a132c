package dev.libra.traffic.engine;

import org.HdrHistogram.Histogram;

/**
 * One second of a run.
 *
 * @param second since the start, from 1
 * @param intendedRps what the curve wants
 * @param sentRps what was sent
 * @param inFlight requests under way at its end
 * @param latency of the requests that ended in it, in µs
 */
public record Second(
    int second,
    double intendedRps,
    double sentRps,
    long answered,
    long failed,
    int inFlight,
    Histogram latency) {}
