/** Registers users, logs them in and publishes the keys that verify their tokens. */
package dev.libra.auth;
