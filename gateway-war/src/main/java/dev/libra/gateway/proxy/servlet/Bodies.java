package dev.libra.gateway.proxy.servlet;

import dev.libra.gateway.proxy.BodyLimits;
import dev.libra.gateway.proxy.EventLoop;
import java.util.concurrent.Executor;

/**
 * What reading a request's body needs.
 *
 * @param readers threads for long bodies; refuses when there are too many
 * @param loop of the request's exchange
 */
record Bodies(BodyLimits limits, Executor readers, EventLoop loop) {}
