/** A count that never changes: what scaling is measured against. */
package dev.libra.policy.fixed;
