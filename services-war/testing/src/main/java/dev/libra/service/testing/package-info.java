/** For tests: a service on a real Liberty, and a store in the test's own process. */
package dev.libra.service.testing;
