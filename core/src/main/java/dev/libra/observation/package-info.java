/** What a policy sees of a service. */
package dev.libra.observation;
