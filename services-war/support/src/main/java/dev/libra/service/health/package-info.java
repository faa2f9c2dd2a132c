/** Health checks that every service has, and the base of its own ones. */
package dev.libra.service.health;
