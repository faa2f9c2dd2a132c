/** What several policies share: from a rate to a count, and how fast a count may change. */
package dev.libra.policy.sizing;
