/** Samples in MongoDB, through JNoSQL. */
package dev.libra.metrics.mongo;
