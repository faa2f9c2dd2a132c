/** Decisions in MongoDB, through JNoSQL. */
package dev.libra.decision.mongo;
