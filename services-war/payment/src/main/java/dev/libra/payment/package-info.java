/** Takes payments, each exactly once. */
package dev.libra.payment;
