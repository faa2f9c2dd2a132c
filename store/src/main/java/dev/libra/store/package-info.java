/** The embedded store, for machines without a MongoDB. */
package dev.libra.store;
