/** Payments and the emulated provider's ledger in MongoDB. */
package dev.libra.payment.mongo;
