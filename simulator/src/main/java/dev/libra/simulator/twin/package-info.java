/**
 * The digital twin: one service's replicas behind the gateway, request by request, under the real
 * control loop.
 */
package dev.libra.simulator.twin;
