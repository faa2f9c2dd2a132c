/** Decisions: what guard rails made of a policy's wish, and the log that keeps it all. */
package dev.libra.decision;
