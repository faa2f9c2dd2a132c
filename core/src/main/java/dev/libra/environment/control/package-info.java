/** Classic control tasks and small proofs, on which the agents are tried. */
package dev.libra.environment.control;
