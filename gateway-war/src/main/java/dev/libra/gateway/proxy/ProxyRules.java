package dev.libra.gateway.proxy;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What all exchanges share.
 *
 * @param tryTimeout longest time from a try's dispatch to the answer's last byte
 * @param nanoTime as {@link System#nanoTime}
 */
public record ProxyRules(
    HeaderRules headers, RetryPolicy retries, Duration tryTimeout, LongSupplier nanoTime) {}
