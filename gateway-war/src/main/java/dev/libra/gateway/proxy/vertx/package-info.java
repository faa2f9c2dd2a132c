/** Talks to replicas through Vert.x. */
package dev.libra.gateway.proxy.vertx;
