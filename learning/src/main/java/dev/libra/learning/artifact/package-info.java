/** Trained policies as files that can be checked, compared and deployed. */
package dev.libra.learning.artifact;
