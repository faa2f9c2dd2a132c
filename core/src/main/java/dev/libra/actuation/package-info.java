/** Carrying decisions out. */
package dev.libra.actuation;
