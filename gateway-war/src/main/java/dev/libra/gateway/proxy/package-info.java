/** One request's way from the client to a replica and back. */
package dev.libra.gateway.proxy;
