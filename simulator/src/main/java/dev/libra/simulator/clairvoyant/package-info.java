/** What a policy that knew the future could not do better than. */
package dev.libra.simulator.clairvoyant;
