/** Every error as an RFC 9457 problem detail, and nothing of the inside in any of them. */
package dev.libra.service.problem;
