/** Checks bearer tokens at the edge: MicroProfile JWTs, signed with the keys of a JWK set. */
package dev.libra.gateway.jwt;
