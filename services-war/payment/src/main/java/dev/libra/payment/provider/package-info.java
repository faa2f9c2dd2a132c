/** The payment provider: how it is called, and an emulation of it. */
package dev.libra.payment.provider;
