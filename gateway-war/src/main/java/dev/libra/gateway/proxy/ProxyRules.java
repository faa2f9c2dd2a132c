package dev.libra.gateway.proxy;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What all exchanges share.
 *
 * @param silence longest time in which nothing of a request or its answer moves
 * @param stall time after which an unanswered try asks whether its replica hangs
 * @param log hears of each request that is over
 * @param nanoTime as {@link System#nanoTime}
 * @param clock dates the gateway's own answers
 */
public record ProxyRules(
    HeaderRules headers,
    RetryPolicy retries,
    Duration silence,
    Duration stall,
    AccessLog log,
    LongSupplier nanoTime,
    Clock clock) {}
