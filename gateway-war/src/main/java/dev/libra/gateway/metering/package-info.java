/** What each service's requests cost in time, second by second. */
package dev.libra.gateway.metering;
