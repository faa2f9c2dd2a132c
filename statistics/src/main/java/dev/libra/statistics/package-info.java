/** Statistics over the few seeds and replays that can be afforded. */
package dev.libra.statistics;
