/** The co-occurrence model: made at build time, read at start. */
package dev.libra.recommendation.model;
