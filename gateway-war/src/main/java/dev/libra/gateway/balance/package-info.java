/** Which replica gets a request, and in which order requests wait when all are busy. */
package dev.libra.gateway.balance;
